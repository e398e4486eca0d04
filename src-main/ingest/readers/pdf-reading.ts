/**
 * Which words count as a page's text: those of its text layer, those recognised on its image, or both side by side.
 * What the page shows wins over what the file says. Decides only; nothing here looks at a page.
 */
import type { PageNotice } from '#contract/documents.ts'
import type { PositionedWord } from '../layout/positioned-word.ts'
import { compareWords, wordsBeside } from './pdf-agreement.ts'
import type { ShownWords } from './pdf-shown.ts'
import { lettersOf, type TextQuality } from './text-quality.ts'

export interface PageLayer extends ShownWords {
  readonly grade: TextQuality['grade']
  /** Letters that lie beyond the page's edge or are too small to be placed; they are in none of the lists of words. */
  readonly outside: number
  /** The page's fonts draw other letters than they say. */
  readonly isSwapped: boolean
}

export interface PageMarks {
  /** Letters that the page seems to show and the layer does not account for: an estimate from their shapes. */
  readonly left: number
  readonly isBlank: boolean
}

/** Words in the unit of the layer's. */
export interface Recognition {
  readonly words: readonly PositionedWord[]
  /** 0..1, of the page. */
  readonly confidence: number
}

export interface ChosenReading {
  /** `both`: words of the layer, and beside them words that only the image shows. */
  readonly from: 'layer' | 'ocr' | 'both'
  readonly words: readonly PositionedWord[]
  /** True when the file's own text is not what the page shows: it is kept beside the reading, and said. */
  readonly differs: boolean
  readonly notices: readonly PageNotice[]
}

/** Pages with fewer letters than this are recognised for a few letters left; fuller ones for a line of them. */
const FULL = 200
const FEW_LEFT = 8
const MANY_LEFT = 20
/** Below this many letters, a part of the page says nothing about the rest of it. */
const SOME = 12

/** Whether the page must be recognised before chooseReading can decide. */
export function mustRecognize(layer: PageLayer, { left, isBlank }: PageMarks): boolean {
  if (isBlank) return false
  if (layer.isSwapped || layer.grade !== 'good') return true
  const shown = lettersIn(layer.shown)
  const unsure = lettersIn(layer.unsure)
  if (unsure >= SOME || unsure > 0.05 * (shown + unsure)) return true
  if (shown + unsure === 0) return true
  return left >= (shown < FULL ? FEW_LEFT : MANY_LEFT)
}

export function chooseReading(layer: PageLayer, recognition: Recognition | undefined): ChosenReading {
  const hidden = hidesText(layer)
  if (layer.isSwapped) return readOf('ocr', recognition?.words ?? [], ['swapped-text', ...hidden])
  if (!recognition) return readOf('layer', [...layer.shown, ...layer.unsure], hidden)
  if (layer.grade !== 'good') return readOf('ocr', recognition.words, hidden)

  const { isKept, isContradicted } = judgeUnsure(layer, recognition)
  const notices: PageNotice[] = isContradicted || hidden.length > 0 ? ['hidden-text'] : []
  const kept = isKept ? [...layer.shown, ...layer.unsure] : layer.shown
  if (kept.length === 0) return readOf('ocr', recognition.words, notices)
  const beside = wordsBeside(kept, recognition.words)
  return readOf(beside.length > 0 ? 'both' : 'layer', [...kept, ...beside], notices)
}

const readOf = (from: ChosenReading['from'], words: readonly PositionedWord[], notices: readonly PageNotice[]) => ({
  from,
  words,
  differs: notices.length > 0,
  notices,
})

/** A word or two that do not show are a slip of some program; a line is a message. */
function hidesText({ shown, unsure, hidden, outside }: PageLayer): PageNotice[] {
  const letters = lettersIn(hidden) + outside
  const words = hidden.filter((word) => lettersOf(word.text) > 0).length + (outside > 0 ? 2 : 0)
  const all = letters + lettersIn(shown) + lettersIn(unsure)
  return words >= 2 && (letters > 0.015 * all || letters >= SOME) ? ['hidden-text'] : []
}

/** The words of a scanner's own recognition stay when ours says much the same, or when ours is worse than a guess. */
function judgeUnsure({ shown, unsure }: PageLayer, { words, confidence }: Recognition) {
  const letters = lettersIn(unsure)
  if (letters === 0) return { isKept: false, isContradicted: false }
  const { similarity, covered, contradicted } = compareWords(unsure, wordsBeside(shown, words))
  const isContradicted = contradicted >= SOME && contradicted > 0.02 * letters
  if (confidence < 0.6) return { isKept: similarity >= 0.5, isContradicted }
  return { isKept: similarity >= 0.9 && covered >= 0.9 && !isContradicted, isContradicted }
}

const lettersIn = (words: readonly PositionedWord[]) => words.reduce((sum, word) => sum + lettersOf(word.text), 0)
