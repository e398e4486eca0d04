/** Which stretches of a page's text a fact was read from: its boxes held against the words that stand on the page now. Pure. */
import type { Provenance } from '#contract/facts.ts'
import type { ShownPage } from '#contract/pages.ts'
import { type Box, litBoxes, type PageWord, spanOfQuote, type TextSpan } from '../components/page/page-geometry.ts'

type WordsOfPage = Pick<ShownPage, 'words' | 'turn' | 'text'>

export interface FactSpans {
  readonly spans: readonly TextSpan[]
  /** Of the spans, the one with the value; undefined where it is not known. */
  readonly valueAt: number | undefined
}

/** The value is a span of its own, so that it can be gone to; the spans are in the order of the text. */
export function spansOfFact(page: WordsOfPage, { boxes, valueBoxes, quote }: Provenance): FactSpans {
  const isIn = (upright: readonly Box[]) => (word: PageWord) => upright.some((box) => holds(box, word.box))
  const ofValue = page.words.filter(isIn(uprightBoxes(page, valueBoxes)))
  const all = page.words.filter(isIn(uprightBoxes(page, [...boxes, ...valueBoxes])))
  if (all.length === 0) {
    const span = quote === '' ? undefined : spanOfQuote(page.text, quote, 0)
    return { spans: span === undefined ? [] : [span], valueAt: undefined }
  }
  const runs: { start: number; end: number; isValue: boolean }[] = []
  for (const word of all.toSorted((a, b) => a.start - b.start)) {
    const isValue = ofValue.includes(word)
    const last = runs.at(-1)
    const end = word.start + word.length
    if (last !== undefined && last.isValue === isValue && /^[ \n]*$/.test(page.text.slice(last.end, word.start)))
      last.end = end
    else runs.push({ start: word.start, end, isValue })
  }
  const valueAt = runs.findIndex(({ isValue }) => isValue)
  return { spans: runs.map(({ start, end }) => ({ start, end })), valueAt: valueAt === -1 ? undefined : valueAt }
}

/** As an address has it; the value alone where that is what is looked for. */
export function spanParam(page: WordsOfPage, source: Provenance, what: 'words' | 'value'): string | undefined {
  const { spans, valueAt } = spansOfFact(page, source)
  const lit = what === 'value' && valueAt !== undefined ? [spans[valueAt]] : spans
  const text = lit.map((span) => span && `${span.start}-${span.end}`).join()
  return text === '' ? undefined : text
}

/** Boxes of a fact stand on the page as its file shows it; these stand on the upright page. */
export const uprightBoxes = ({ turn }: Pick<ShownPage, 'turn'>, boxes: readonly Box[]): Box[] =>
  litBoxes({ words: [], turn }, { spans: [], boxes })

/** The middle of the word lies in the box. */
function holds([x, y, width, height]: Box, [wordX, wordY, wordWidth, wordHeight]: Box): boolean {
  const [middleX, middleY] = [wordX + wordWidth / 2, wordY + wordHeight / 2]
  return middleX >= x && middleX <= x + width && middleY >= y && middleY <= y + height
}
