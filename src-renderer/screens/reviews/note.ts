/** One review as a note: what of it is shown, which places it rests on, and what an edit makes of it. Pure. */
import type { Review, ReviewChange, ReviewCitation, ReviewEdits, ReviewLine } from '#contract/reviews.ts'
import { withoutRepeats } from '../../citations/places.ts'

export interface ShownLine {
  readonly line: ReviewLine
  readonly text: string
  readonly is: 'produced' | 'edited' | 'left-out' | 'gone'
  /** It would not be said any more if the review were made now. */
  readonly isOld: boolean
}

export interface ShownSection {
  readonly id: string
  readonly title: string
  readonly lines: readonly ShownLine[]
  readonly own: readonly string[]
  /** Of two lists that its lines hold against each other. */
  readonly listDates: { readonly earlier: string; readonly later: string } | undefined
}

export function sectionsOf({ steps, edits }: Review, changes: readonly ReviewChange[]): ShownSection[] {
  const words = new Map(edits.lines.map(({ lineId, text }) => [lineId, text]))
  const own = new Map(edits.own.map(({ sectionId, texts }) => [sectionId, texts]))
  const gone = new Map(changes.map((change) => [change.step, new Set(change.gone)]))
  return steps.flatMap(({ name, sections, inputs: { dates } }) =>
    sections.map(({ id, title, lines }) => {
      const { earlierList: earlier, laterList: later } = dates
      const hasSides = lines.some(({ sides }) => sides !== undefined)
      return {
        ...{ id, title, own: own.get(id) ?? [] },
        lines: lines.map((line) => toShown(line, words.get(line.id), gone.get(name)?.has(line.text) ?? false)),
        listDates: hasSides && earlier !== undefined && later !== undefined ? { earlier, later } : undefined,
      }
    }),
  )
}

function toShown(line: ReviewLine, words: string | undefined, isOld: boolean): ShownLine {
  if (line.isGone) return { line, text: '', is: 'gone', isOld: false }
  if (words === undefined) return { line, text: line.text, is: 'produced', isOld }
  return words === '' ? { line, text: line.text, is: 'left-out', isOld } : { line, text: words, is: 'edited', isOld }
}

/** The places in the order in which the note names them. */
export const sourcesOf = (sections: readonly ShownSection[]): ReviewCitation[] =>
  withoutRepeats(
    sections.flatMap(({ lines }) => lines.flatMap(({ line, is }) => (is === 'left-out' ? [] : line.citations))),
  )

/** `text` undefined: as it was produced; empty: left out. */
export function withLine(edits: ReviewEdits, line: ReviewLine, text: string | undefined): ReviewEdits {
  const others = edits.lines.filter(({ lineId }) => lineId !== line.id)
  const isProduced = text === undefined || text === line.text
  return { ...edits, lines: isProduced ? others : [...others, { lineId: line.id, text }] }
}

export function withOwn(edits: ReviewEdits, sectionId: string, texts: readonly string[]): ReviewEdits {
  const others = edits.own.filter((one) => one.sectionId !== sectionId)
  return { ...edits, own: texts.length === 0 ? others : [...others, { sectionId, texts: [...texts] }] }
}
