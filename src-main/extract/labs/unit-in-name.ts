/** A name that ends with its unit: `Sodium (mmol/L)`, `Glucose mg/dL`. */
import type { Span } from '../../ingest/read-page.ts'
import type { ReadingContext } from './reading.ts'

interface NamedUnit {
  readonly name: string
  readonly nameSpan: Span
  readonly unitText: string
  readonly unitSpan: Span
}

export function unitInName(
  { nameText, nameSpan }: { readonly nameText: string; readonly nameSpan: Span },
  { reader }: Pick<ReadingContext, 'reader'>,
): NamedUnit | undefined {
  const [, name = '', inBrackets, last] = /^(.*\S)\s*(?:[([]([^()[\]]{1,24})[)\]]|\s(\S{1,20}))$/u.exec(nameText) ?? []
  const unitText = inBrackets ?? last
  if (unitText === undefined || !reader.isUnit(unitText) || /^\p{L}$/u.test(unitText)) return
  const start = nameSpan.start + nameText.lastIndexOf(unitText)
  return {
    name,
    nameSpan: { start: nameSpan.start, end: nameSpan.start + name.length },
    unitText,
    unitSpan: { start, end: start + unitText.length },
  }
}
