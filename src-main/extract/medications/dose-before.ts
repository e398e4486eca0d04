/** A dose that stands right before the name: `5 mg of apixaban`, `400 mg ibuprofen`. */
import type { Span } from '../../ingest/read-page.ts'
import { findDoses } from '../dictionaries/doses.ts'

export function doseBefore(text: string, from: number, nameStart: number): Span | undefined {
  const dose = findDoses(text.slice(from, nameStart)).at(-1)
  if (!dose || !/^\s?(?:of |tablets? of |dose of )?$/i.test(text.slice(from + dose.end, nameStart))) return undefined
  return { start: from + dose.start, end: nameStart }
}
