/**
 * How a result was measured, where it is printed with the name: `Uric Acid Method: Uricase`, `Haemoglobin
 * (Photometry)`. It is no part of the name. What tells one measure from another, `(Direct)`, `(Microscopy)`, stays.
 */
import type { Span } from '../../ingest/read-page.ts'
import type { Reading } from './reading.ts'

type Name = Pick<Reading, 'nameText' | 'nameSpans'>

/** `GLUCOSE, FASTING (F)`: the letter repeats the word before it. */
const REPEATED_LETTER = /\b(fasting)\s*\(f\)|\b(post\s?-?prandial)\s*\(pp\)|\b(random)\s*\(r\)/giu
const LABELLED = /[\s,;([-]+method(?:ology)?\s*[:.]\s*\S.*$/isu
const LAST_BRACKET = /^(.*\S)\s*\(([^()]{2,60})\)\s*$/su

/** The name as it is looked up. */
export const withoutMethod = (name: string): string =>
  name.slice(0, methodStart(name)).replace(REPEATED_LETTER, (_all, ...words: string[]) => words.find(Boolean) ?? '')

/** A reading whose name, and the places of its name, end before the method. */
export function withMethodApart<T extends Name>(reading: T): T {
  const { nameText, nameSpans } = reading
  const end = methodStart(nameText)
  const rest = nameText.length - end
  if (rest === 0) return reading
  return { ...reading, nameText: nameText.slice(0, end), nameSpans: shortened(nameSpans, rest) }
}

function methodStart(name: string): number {
  const labelled = LABELLED.exec(name)
  if (labelled && labelled.index > 0) return labelled.index
  const [, before = '', inner = ''] = LAST_BRACKET.exec(name) ?? []
  return before !== '' && isMethod(inner) ? before.length : name.length
}

/** Parts of a name on several lines are joined by one space. */
function shortened(spans: readonly Span[], letters: number): Span[] {
  const last = spans.at(-1)
  if (!last) return []
  const length = last.end - last.start
  if (letters < length) return [...spans.slice(0, -1), { start: last.start, end: last.end - letters }]
  return spans.length > 1 ? shortened(spans.slice(0, -1), letters - length - 1) : [...spans]
}

/** Principles of measurement, as laboratories print them: by themselves they name no measure. */
const PRINCIPLES =
  /^(?:photometr\w+|colou?rimetr\w*|spectrophotometr\w*|hexokinase|uricase|urease|jaffe|biuret|diazo|dpd|dca|bcg|bcp|bromo?cresol|arsenazo|molybdate|phosphomolybdate|ferrozine|ferene|xylidyl|calmagite|friedewald|imped[ae]nce|cytometry|sls|cyanmeth\w*|clia|cmia|eclia|elisa|hplc|ise|ifcc|turbidimetr\w*|immunoturbidimetr\w*|nephelometr\w*|westergren|enzymatic|immunoinhibition|potentiometr\w*|pnpp|gcna|gldh|pap|pod|god|gpo|chod?|oxidase|peroxidase|esterase|vcs)$/iu
/** Said beside a principle. */
const BESIDE =
  /^(?:electrical|electronic|flow|laser|modified|kinetic|rate|compensated|uv|end|point|method|with|without|p5p|pyp|enz|ngsp|certified|iii|blank(?:ed)?|dye|green|purple|acid|amp|hydrodynamic|focus(?:s)?ing|dc|auto(?:mated)?|traceable|nadh|latex|enhanced|immunoassay|assay|and|of|hemoglobin|haemoglobin)$/iu

function isMethod(text: string): boolean {
  // Bilirubin is direct too: the word counts beside the electrode alone.
  const words = text
    .replace(/\b(?:in)?direct (?=ise\b)/iu, '')
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
  return (
    words.some((word) => PRINCIPLES.test(word)) && words.every((word) => PRINCIPLES.test(word) || BESIDE.test(word))
  )
}
