/** Where a page writes a day, in whatever form: the words that an answer's date rests on. */
import type { Span } from '../ingest/read-page.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** The line of the nearest before `before`, else the first; undefined where the page does not write it. */
export function findDate(text: string, on: string, before: number): Span | undefined {
  const found = [...text.matchAll(patternOf(on))].map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
  }))
  const nearest = found.findLast(({ start }) => start <= before) ?? found[0]
  return nearest === undefined ? undefined : withLabel(text, nearest)
}

function patternOf(on: string): RegExp {
  const [year = '', month, day] = on.slice(0, 10).split('-')
  const years = `(?:${year}|'?${year.slice(2)})`
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  if (name === undefined || month === undefined) return new RegExp(`\\b${year}\\b`, 'g')
  const months = `(?:${name}|${name.slice(0, 3)}\\.?${name === 'september' ? '|sept\\.?' : ''})`
  const m = `0?${Number(month)}`
  if (day === undefined) return new RegExp(`\\b(?:${months},? ${year}|${year}-${month}|${m}/${year})\\b`, 'gi')
  const d = `0?${Number(day)}`
  const forms = [
    `${year}[-/.]${month}[-/.]${day}`,
    `${d}[-/. ]${m}[-/. ]${years}`,
    `${m}[-/. ]${d}[-/. ]${years}`,
    `${d}(?:st|nd|rd|th)?[-\\s.]*(?:of )?${months}[-\\s,.]*${years}`,
    `${months}[-\\s.]*${d}(?:st|nd|rd|th)?[-\\s,.]*${years}`,
  ]
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

const LONGEST_LABEL = 60

/** With what stands before it in its cell: `Collected: 04/03/2021`. */
function withLabel(text: string, { start, end }: Span): Span {
  const edge = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\t', start - 1)) + 1
  return { start: start - edge > LONGEST_LABEL ? start : edge, end }
}
