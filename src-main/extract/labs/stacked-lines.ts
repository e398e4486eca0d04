/**
 * Results printed over several lines, as portals do: the name, `Normal range: …`, the value, each on a line of its own,
 * in this order or with the range last.
 */
import type { Cell, PageRow } from '../page-rows.ts'
import { parseRange, type ReferenceRange } from '../ranges.ts'
import { isPlausible } from './line-row.ts'
import { readMeasured } from './read-measured.ts'
import type { Reading } from './reading.ts'
import { takeReadings, type Walk } from './walk.ts'

const RANGE_LINE =
  /^(?:(?:normal|reference|ref\.?|standard|desired|expected)\s+(?:range|interval|values?|limits)|range)\s*:?\s*(?=[\d<>≤≥([-]|negative|up to|less|more|non|above|over|below|under|greater)/iu
const VALUE_LABEL = /^(?:your\s+)?(?:value|result)\s*:?\s+/iu

/** What is hoped for: no range of the laboratory's, and no part of the value. */
const TARGET = /^[\s,;(]*(?:target|goal|aim)\b/iu

/** Whether the line was a part of such a result. `cell`: all of the line. */
export function readStackedLine(walk: Walk, row: PageRow, cell: Cell): boolean {
  return readRangeLine(walk, cell) || readValueLine(walk, row, cell)
}

function readRangeLine(walk: Walk, cell: Cell): boolean {
  const label = RANGE_LINE.exec(cell.text)
  const range = label ? rangeOf(cell.text.slice(label[0].length), walk) : undefined
  if (!range) return false
  const start = cell.start + Math.max(0, cell.text.lastIndexOf(range.text))
  const part = { range, rangeText: range.text, rangeSpan: { start, end: start + range.text.length } }
  const { lastTaken, walked } = walk
  const last = lastTaken && walked[lastTaken.to - 1]
  if (lastTaken && last && !last.reading.range && walk.pending === undefined) {
    walked[lastTaken.to - 1] = { ...last, reading: { ...last.reading, ...part, ...unitOf(last.reading, range, walk) } }
    walk.lastTaken = undefined
    return true
  }
  if (!walk.pending) return false
  walk.pendingRange = part
  return true
}

/** `[3.4 - 10.8] 10*3/uL`: the unit may stand after the brackets. */
function rangeOf(text: string, { reading: { reader } }: Walk): ReferenceRange | undefined {
  const [, inner, unitText] = /^[[(]([^[\]()]+)[\])]\s*(\S.*)$/u.exec(text) ?? []
  if (inner === undefined || unitText === undefined || !reader.isUnit(unitText)) return parseRange(text, reader.style)
  const range = parseRange(inner, reader.style)
  return range && { ...range, unitText }
}

function readValueLine(walk: Walk, row: PageRow, cell: Cell): boolean {
  const { pending, reading } = walk
  if (!pending || (/\d$/u.test(pending.text) && !reading.names.find(pending.text))) return false
  const at = cell.start + (VALUE_LABEL.exec(cell.text)?.[0].length ?? 0)
  const measured = readMeasured(walk.page.text, at, cell.end, reading.reader)
  const rest = measured ? walk.page.text.slice(measured.end, cell.end) : ''
  const isTargeted = TARGET.test(rest)
  if (!measured || (rest !== '' && !isTargeted) || measured.quantity.form === 'pair') return false
  const { end: _, ...found } = measured
  const named = { page: row.page, nameText: pending.text, nameSpans: [{ start: pending.start, end: pending.end }] }
  const stacked: Reading = { ...named, ...walk.pendingRange, ...found }
  const whole = { ...stacked, ...(walk.pendingRange && unitOf(stacked, walk.pendingRange.range, walk)) }
  const { nameText, unitText } = whole
  const analyte = reading.names.find(nameText, { specimen: reading.specimen, unitText })?.analyte
  if (!analyte) return false
  const unit = unitText === undefined ? undefined : reading.names.unitOf(unitText, analyte)
  const isLikely = isTargeted && unitText === undefined && isPlausible(analyte.units, whole.quantity.value)
  const fits = unit === undefined ? whole.range || whole.flag || isLikely : reading.names.fits(analyte, unit)
  return fits ? takeReadings(walk, [whole], false) : false
}

/** The unit of the range is that of the value where the value has none. */
const unitOf = (reading: Reading, range: ReferenceRange, { reading: { reader } }: Walk) =>
  reading.unitText === undefined && range.unitText !== undefined && reader.isUnit(range.unitText)
    ? { unitText: range.unitText }
    : {}
