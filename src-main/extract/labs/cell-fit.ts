/** How well what a cell holds fits what a column is for; below -4 it cannot be. */
import { findDates } from '../dates.ts'
import { parseFlag } from '../flags.ts'
import type { Cell } from '../page-rows.ts'
import { isShapedLikeUnit, quantityAt } from '../quantities.ts'
import { parseRange } from '../ranges.ts'
import type { Role } from './header-roles.ts'
import { readMeasured } from './read-measured.ts'
import type { ReadingContext } from './reading.ts'
import { isKnown } from './split-named.ts'
import { unitAndRange } from './unit-and-range.ts'

const LETTERS = /\p{L}/u

export function fitOf(cell: Cell, role: Role, context: ReadingContext): number {
  const { text } = cell
  if (text === '') return 0
  const { reader } = context
  const quantity = quantityAt(text, 0, reader.style)
  const isWhole = quantity !== undefined && quantity.end === text.length
  const isNumber = isWhole && quantity.form !== 'words'
  const isUnit = reader.isUnit(text.replace(/^[[(]|[\])]$/gu, ''))
  const flag = parseFlag(text)
  if (unitAndRange(text, reader)) return role === 'unit' || role === 'range' ? 3.5 : role === 'other' ? 0 : -6
  switch (role) {
    case 'name':
      if (isNumber || !LETTERS.test(text)) return -5
      if (isKnown(text, undefined, context)) return 5
      return isUnit || flag ? -4 : quantity ? -2 : 1
    case 'result':
    case 'previous':
      return resultFit(text, quantity !== undefined, isNumber, isUnit, context)
    case 'flag':
      return flag ? 4 : -6
    case 'unit':
      return isUnit ? 4 : !isNumber && isShapedLikeUnit(text) ? 0.5 : -6
    case 'range':
      return rangeFit(text, isNumber, isUnit, context)
    case 'range-low':
    case 'range-high':
      return isNumber ? 2 : -6
    case 'date':
    case 'previous-date':
      return findDates(text, { order: context.order }).length > 0 ? 4 : /^\d{1,2}:\d{2}/u.test(text) ? 2 : -6
    case 'code':
      return /^[\p{L}\d-]{1,12}$/u.test(text) ? 1 : -1
    case 'other':
      return 0
  }
}

function resultFit(
  text: string,
  startsAsResult: boolean,
  isNumber: boolean,
  isUnit: boolean,
  { reader, order }: ReadingContext,
): number {
  if (isNumber) return 3
  if (/\d[/.-]\d/u.test(text) && findDates(text, { order }).length > 0) return -5
  if (startsAsResult || readMeasured(text, 0, text.length, reader)) return 2.5
  if (isUnit) return -5
  const range = parseRange(text, reader.style)
  if (range?.low !== undefined && range.high !== undefined) return -2
  return /^(?:pending|see |tnp|not performed|cancel|to follow|n\/a|-+$|\u2013$)/iu.test(text) ? 1 : -2
}

function rangeFit(text: string, isNumber: boolean, isUnit: boolean, { reader }: ReadingContext): number {
  const range = parseRange(text, reader.style)
  if (range?.low !== undefined || range?.high !== undefined) return isNumber && !/^[<>≤≥]/u.test(text) ? -4 : 4
  if (range) return 1.5
  if (isUnit || isNumber) return -5
  return /\d/u.test(text) && /[-\u2013<>≤≥]/u.test(text) ? 1 : -2
}
