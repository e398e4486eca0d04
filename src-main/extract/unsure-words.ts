/**
 * Whether a fact rests on words that recognition was not sure of. What the dictionaries say as well is no longer unsure:
 * a long word of a known name, the unit in which its measure is given. A value, and any figure, is never confirmed so.
 */
import type { Span, Word } from '../ingest/read-page.ts'
import { SURE } from '../ingest/recognize/vote.ts'
import { CONFIDENCE_STEP } from '../ingest/words.ts'
import type { Analytes } from './dictionaries/analytes.ts'
import type { ExtractPage, Proposal } from './proposal.ts'

/** Confidence is kept in steps: what stands at the bar may have been kept half a step below it. */
const BAR = SURE - CONFIDENCE_STEP / 2

export const unsureWords = ({ words }: ExtractPage): readonly Word[] =>
  words.filter(({ doubtful, confidence = 1 }) => doubtful === true || confidence < BAR)

export function restsOnUnsure(
  proposal: Proposal,
  unsure: readonly Word[],
  { text }: ExtractPage,
  analytes: Analytes,
): boolean {
  return unsure.some((word) => {
    const place = { start: word.start, end: word.start + word.length }
    if (!proposal.spans.some((span) => overlap(place, span))) return false
    if (overlap(place, proposal.valueSpan)) return true
    return word.doubtful === true || !isConfirmed(text.slice(place.start, place.end), proposal, analytes)
  })
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start

/** Shorter names differ from other names in one letter: ALT, AST. */
const LONG_NAME = 5

function isConfirmed(word: string, { name, nameText, unit, unitText, doubts }: Proposal, analytes: Analytes): boolean {
  const letters = word.replace(/^[^\p{L}\d%]+|[^\p{L}\d%]+$/gu, '')
  // a dash, a bracket, a sign beside the bounds of a range that was understood
  if (letters === '') return true
  const analyte = analytes.get(name)
  if (/\d/u.test(letters) || !analyte || doubts.some((doubt) => OF_NAME_AND_UNIT.has(doubt))) return false
  if (unitText?.includes(letters)) return analyte.units.some(({ ucum }) => ucum === unit)
  return letters.length >= LONG_NAME && nameText.includes(letters)
}

const OF_NAME_AND_UNIT: ReadonlySet<string> = new Set(['unknown-name', 'near-name', 'unknown-unit', 'slip-corrected'])
