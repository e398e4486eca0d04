/**
 * On pages read from their image the sign for millionths is taken for a p, an H or a y. Where the measure is not given in
 * what stands there, and its value is possible in millionths, these are meant; whoever reads it is told.
 */
import type { Analyte } from '../dictionaries/analytes.ts'
import type { Units } from '../dictionaries/units.ts'
import type { Reading } from './reading.ts'

/** The unit that is meant, as it would be printed; undefined where what is written can be meant, or nobody knows. */
export function microMeant(
  { unitText, quantity: { value } }: Pick<Reading, 'unitText' | 'quantity'>,
  analyte: Analyte | undefined,
  units: Units,
): string | undefined {
  if (unitText === undefined || !/^[pHy]\p{L}/u.test(unitText) || !analyte || value === undefined) return
  const micro = `µ${unitText.slice(1)}`
  const isGivenIn = (written: string) => {
    const unit = analyte.units.find(({ ucum }) => ucum === units.find(written, analyte))
    return unit !== undefined && value >= (unit.low ?? 0) && value <= (unit.high ?? value)
  }
  return !isGivenIn(unitText) && isGivenIn(micro) ? micro : undefined
}
