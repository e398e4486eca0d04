/**
 * One page's image → the words on it and what stayed unread: flattened if it is a photo, made ready, recognised, counted.
 * Words stand in the frame of the prepared page; `toShown` leads back to the page as the file shows it.
 */
import type { PageNotice, PageReading } from '#contract/documents.ts'
import { flattenPhoto } from '../image/photo.ts'
import type { PixelBox, Raster } from '../image/raster.ts'
import type { PageSize, PositionedWord } from '../layout/positioned-word.ts'
import type { Box } from '../read-page.ts'
import { languageOfPage, type PageLanguage } from './language-of-page.ts'
import { preparePage } from './prepare-page.ts'
import type { PreparedPage } from './prepared-page.ts'
import { printedWords } from './printed-words.ts'
import { type PageWord, type PageWords, recognizePage } from './recognize-page.ts'
import type { InstalledLanguage, Recognizers } from './recognizers.ts'
import { readingOf, unreadInk } from './unread-ink.ts'

export interface PageImage {
  /** The page as the file shows it. */
  readonly raster: Raster
  readonly dpi?: number
  /** Taken by a camera, as the file itself says. */
  readonly camera?: boolean
}

export interface Look {
  readonly words: readonly PositionedWord[]
  /** The frame of `words`. */
  readonly frame: PageSize
  readonly toShown: (box: PixelBox) => Box
  /** Mean over the letters, 0..1; 0 when nothing was read. */
  readonly confidence: number
  readonly reading: PageReading
  readonly turn: 0 | 1 | 2 | 3
  readonly unread: readonly Box[]
  readonly notices: readonly PageNotice[]
  /** ISO 639-3, when the words tell. */
  readonly language?: string
  /** The language or script whose pack is missing; there are then no words. */
  readonly needsLanguage?: string
}

/** English first; what turns out to be in another language is recognised again with its pack, or left without words. */
export function createLook(recognizers: Recognizers, languages: readonly InstalledLanguage[]) {
  return async (image: PageImage): Promise<Look> => {
    const english = await recognizers.english()
    const flat = flattenPhoto(image.raster, { camera: image.camera ?? false })
    const dpi = flat.isPhoto || image.dpi === undefined ? {} : { dpi: image.dpi }
    const prepared = await preparePage(flat.raster, { recognizer: english, ...dpi })
    const first = await recognizePage(prepared, english)
    const language = await languageOfPage(first, prepared, { recognizers, languages })
    const words = await wordsIn(language, first, prepared)
    const read = printedWords(words, prepared)
    const ledger = unreadInk(
      prepared,
      read.map(({ box }) => box),
    )
    const toShown = (box: PixelBox): Box => flat.toShown(prepared.toPage(box))
    return {
      ...positioned(read, prepared),
      toShown,
      confidence: meanConfidence(read),
      reading: readingOf(ledger, read.length),
      turn: prepared.turn,
      unread: ledger.boxes.map(toShown),
      notices: flat.notices,
      ...(language.code !== undefined && { language: language.code }),
      ...(language.missing !== undefined && { needsLanguage: language.missing }),
    }
  }

  async function wordsIn(language: PageLanguage, first: PageWords, prepared: PreparedPage) {
    if (language.missing !== undefined) return []
    if (language.pack === undefined) return first.words
    return (await recognizePage(prepared, await recognizers.of(language.pack))).words
  }
}

function positioned(words: readonly PageWord[], { ink, letterHeight }: PreparedPage) {
  const usual = letterHeight / CAPITAL
  return { words: words.map((word) => toPositioned(word, usual)), frame: { width: ink.width, height: ink.height } }
}

function toPositioned({ text, box, confidence, baseline, doubtful }: PageWord, usual: number): PositionedWord {
  const descent = Math.max(0, box.y + box.height - baseline)
  return {
    text,
    ...box,
    size: fontSize(text, baseline - box.y) || usual,
    descent,
    confidence: doubtful ? Math.min(confidence, DOUBTFUL) : confidence,
    ...(doubtful && { doubtful }),
  }
}

/** No word on which readings disagree is surer than this. */
const DOUBTFUL = 0.5

/** Heights of capitals and of small letters as parts of the font size, as in most text faces. */
const CAPITAL = 0.72
const SMALL = 0.52

/** From how far a word's ink rises above its baseline; 0 for words that hold no letter or digit. */
function fontSize(text: string, rise: number): number {
  if (/[\p{Lu}\p{Nd}bdfhklt]/u.test(text)) return Math.max(0, rise / CAPITAL)
  return /\p{L}/u.test(text) ? Math.max(0, rise / SMALL) : 0
}

/** Weighted by length: a page is as sure as its letters. */
function meanConfidence(words: readonly PageWord[]): number {
  let sum = 0
  let letters = 0
  for (const { text, confidence } of words) {
    sum += confidence * text.length
    letters += text.length
  }
  return letters === 0 ? 0 : sum / letters
}
