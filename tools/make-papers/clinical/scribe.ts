/**
 * Writes the pages of one paper and notes, for each fact, which words hold its value. What is stated and what is drawn
 * are one act, so that the truth can never differ from the page.
 */
import { advanceOf } from '../print/faces.ts'
import type { Page, PaperSize, Style } from '../print/page.ts'
import { createPen, type Pen } from '../print/pen.ts'
import type { Calendar } from './calendar.ts'
import type { ClinicalDocument, Disclaimed, StatedFact, TrueFact } from './clinical-document.ts'

/** Words just written, by their numbers on their page. */
export interface Written {
  readonly page: number
  readonly words: readonly number[]
  /** Where the text ends. */
  readonly end: number
}

/** A piece of prose; with a fact, its `value` is that fact's, and stands somewhere in `text`. */
export type Run = string | { readonly text: string; readonly value: string; readonly fact: StatedFact }

export interface Scribe {
  readonly width: number
  readonly height: number
  readonly calendar: Calendar
  /** The page being written. */
  pen(): Pen
  turn(): void
  text(text: string, x: number, baseline: number, style: Style, align?: 'left' | 'right' | 'middle'): Written
  state(fact: StatedFact, written: Written): void
  disclaim(statement: Disclaimed): void
  own(dates: ClinicalDocument['ownDates']): void
  /** Lines of running text; whoever calls draws each with `drawLine`. */
  lay(runs: readonly Run[], width: number, style: Style): Line[]
  drawLine(line: Line, x: number, baseline: number, style: Style): void
  finish(): Omit<ClinicalDocument, 'name' | 'layout'>
}

/** A line of prose, with the facts whose value stands on it, by word of the line. */
export interface Line {
  readonly text: string
  readonly facts: readonly { readonly fact: StatedFact; readonly words: readonly number[] }[]
}

export function createScribe(paper: PaperSize, calendar: Calendar): Scribe {
  const pages: Page[] = []
  const facts = new Map<StatedFact, { page: number; words: number[] }>()
  const disclaimed: Disclaimed[] = []
  let ownDates: ClinicalDocument['ownDates'] = {}
  let pen = createPen(paper)
  let words = 0

  const scribe: Scribe = {
    width: paper.width,
    height: paper.height,
    calendar,
    pen: () => pen,
    turn() {
      pages.push(pen.finish())
      pen = createPen(paper)
      words = 0
    },
    text(text, x, baseline, style, align) {
      const end = pen.text(text, x, baseline, style, align)
      const count = wordsIn(text).length
      words += count
      return { page: pages.length + 1, words: Array.from({ length: count }, (_, i) => words - count + i), end }
    },
    state(fact, { page, words: of }) {
      const known = facts.get(fact)
      if (known === undefined) facts.set(fact, { page, words: [...of] })
      else if (known.page === page) known.words.push(...of)
    },
    disclaim: (statement) => void disclaimed.push(statement),
    own(dates) {
      ownDates = { ...ownDates, ...dates }
    },
    lay: layProse,
    drawLine(line, x, baseline, style) {
      const written = scribe.text(line.text, x, baseline, style)
      for (const { fact, words: of } of line.facts)
        scribe.state(fact, { ...written, words: of.map((word) => written.words[word] ?? 0) })
    },
    finish: () => ({
      pages: [...pages, pen.finish()],
      facts: [...facts].map(
        ([fact, place]): TrueFact => ({
          ...fact,
          ...place,
          isAmbiguous: fact.on !== undefined && calendar.isAmbiguous(fact.on),
        }),
      ),
      disclaimed,
      printedDates: [
        ...new Set([...calendar.written(), ...[...facts.keys()].flatMap(({ on }) => on?.slice(0, 10) ?? [])]),
      ],
      ownDates,
      ambiguousDates: calendar.written().filter((day) => calendar.isAmbiguous(day)),
    }),
  }
  return scribe
}

const wordsIn = (text: string) => [...text.matchAll(/\S+/g)]

function layProse(runs: readonly Run[], width: number, style: Style): Line[] {
  let text = ''
  const values: { fact: StatedFact; start: number; end: number }[] = []
  for (const run of runs) {
    if (typeof run === 'string') text += run
    else {
      const at = run.text.indexOf(run.value)
      if (at < 0) throw new Error(`“${run.value}” is not in “${run.text}”`)
      values.push({ fact: run.fact, start: text.length + at, end: text.length + at + run.value.length })
      text += run.text
    }
  }
  return breakLines(text, width, style).map(({ start, end }) => {
    const line = text.slice(start, end)
    const inLine = wordsIn(line)
    const facts = values.flatMap(({ fact, start: from, end: to }) => {
      const words = inLine.flatMap(({ index, 0: word }, i) =>
        start + index < to && start + index + word.length > from ? [i] : [],
      )
      return words.length === 0 ? [] : [{ fact, words }]
    })
    return { text: line, facts }
  })
}

function breakLines(text: string, width: number, style: Style): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  for (const { index, 0: word } of wordsIn(text)) {
    const line = lines.at(-1)
    const end = index + word.length
    if (line !== undefined && advanceOf(text.slice(line.start, end), style) <= width) line.end = end
    else lines.push({ start: index, end })
  }
  return lines
}
