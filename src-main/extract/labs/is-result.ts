/** The gate between numbers in rows and laboratory results. */
import { isPlainAmount } from './gates.ts'
import type { Reading, ReadingContext } from './reading.ts'

/** A known measure, or a unit or a range of the right kind beside the value. */
export function isResult(reading: Reading, { names, specimen }: ReadingContext): boolean {
  const { nameText, unitText } = reading
  const found = names.find(nameText, { specimen, unitText }) ?? names.find(nameText, { unitText })
  const unit = unitText === undefined ? undefined : names.unitOf(unitText, found?.analyte)
  const hasBounds = reading.range?.low !== undefined || reading.range?.high !== undefined
  if (reading.quantity.form === 'pair') return false
  if (found) return !(unit !== undefined && isPlainAmount(unit) && !hasBounds && !names.fits(found.analyte, unit))
  if (reading.quantity.form !== 'number') return reading.range !== undefined
  return hasBounds || (unit !== undefined && !isPlainAmount(unit))
}
