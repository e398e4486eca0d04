/**
 * A row without known columns → its results: `name value unit range` over cells or words, several on one line. Only
 * known measures count here, and only with a unit, a range or a flag of theirs, or a value that is plausible for them.
 */
import type { PageRow } from '../page-rows.ts'
import { quantityAt } from '../quantities.ts'
import { isCommentText, isPlainAmount, namesMoney } from './gates.ts'
import { leadingMark } from './leading-mark.ts'
import { dayAfter, dayOfRow } from './own-day.ts'
import { readMeasured } from './read-measured.ts'
import type { Reading, ReadingContext } from './reading.ts'
import { type SplitNamed, splitNamed } from './split-named.ts'

export function readLineRow(row: PageRow, text: string, context: ReadingContext): Reading[] {
  const line = text.slice(row.start, row.end)
  if (namesMoney(line) || isCommentText(line) || line.length > 400) return []
  const readings: Reading[] = []
  const [only, ...others] = row.cells
  // `RA Latex Turbid.` is a name to its end, not the name of a result that is turbid.
  if (only && others.length === 0 && context.names.find(only.text, context)) return []
  const cut = readCutName(row, text, context)
  if (cut) return cut
  const day = dayOfRow(row, context)
  const begin = row.cells[0]?.start ?? row.start
  const mark = leadingMark(text.slice(begin, row.end), text)
  let at = begin + (mark?.length ?? 0)
  for (let tries = 0; tries < 12 && at < row.end; tries++) {
    const split = splitNamed(text, at, row.end, context)
    if (split && isResultLine(split, text, row.end, context)) {
      const { end, ...measured } = split.measured
      const isMarked = mark?.flag && readings.length === 0 && measured.flag === undefined
      const flagSpan = { start: begin, end: begin + 1 }
      readings.push({
        page: row.page,
        ...split.name,
        ...measured,
        ...(isMarked && { flag: mark.flag, flagSpan }),
        ...(dayAfter(text, { start: end, end: row.end }, context) ?? day),
      })
      at = nextStart(text, end, row.end)
    } else {
      const next = row.cells.find(({ start }) => start > at)
      if (!next) break
      at = next.start
    }
  }
  return row.cells.length === 1 && goesOn(text.slice(at, row.end)) ? [] : readings
}

/** The first cell was cut to the name it begins with: what stands between it and the next cell is a remark. */
function readCutName(row: PageRow, text: string, context: ReadingContext): Reading[] | undefined {
  const [name, result] = row.cells
  if (!name || !result || !/[\p{L}\d]/u.test(text.slice(name.end, result.start))) return
  const measured = readMeasured(text, result.start, row.end, context.reader)
  const split = measured && {
    name: { nameText: name.text, nameSpans: [{ start: name.start, end: name.end }] },
    measured,
  }
  if (!split || !isResultLine(split, text, row.end, context)) return []
  const { end: _, ...found } = split.measured
  return [{ page: row.page, ...split.name, ...found }]
}

/** Words after the last value: a sentence, which is read as one. */
const goesOn = (rest: string) => (rest.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3

function nextStart(text: string, end: number, to: number): number {
  return end + (/^[\s,;|/]*(?:and\s+)?/u.exec(text.slice(end, to))?.[0].length ?? 0)
}

function isResultLine({ name, measured }: SplitNamed, text: string, to: number, context: ReadingContext): boolean {
  const { names, specimen } = context
  const { unitText } = measured
  const found = names.find(name.nameText, { specimen, unitText }) ?? names.find(name.nameText, { unitText })
  if (!found || measured.quantity.form === 'pair') return false
  const rest = text.slice(measured.end, to)
  const unit = unitText === undefined ? undefined : names.unitOf(unitText, found.analyte)
  const hasBounds = measured.range?.low !== undefined || measured.range?.high !== undefined
  if (unit !== undefined) {
    if (names.fits(found.analyte, unit)) return true
    return hasBounds && !isPlainAmount(unit)
  }
  if (startsAsSentence(rest)) return false
  if (measured.range || measured.flag) return true
  if (measured.quantity.form !== 'number') return true
  const isOfDay = dayAfter(text, { start: measured.end, end: to }, context) !== undefined
  return (isOfDay || !beginsNumber(rest, context)) && isPlausible(found.analyte.units, measured.quantity.value)
}

/** Words go on after the value: a sentence, which is read as one. */
const startsAsSentence = (rest: string) => /^\s*\p{L}{2,}(?:\s+\p{L}+){2,}/u.test(rest.split('\t')[0] ?? '')

function beginsNumber(rest: string, { reader }: ReadingContext): boolean {
  const at = rest.length - rest.trimStart().length
  return (
    /^[\d<>]/u.test(rest.slice(at)) || (rest.trim() !== '' && quantityAt(rest, at, reader.style)?.form === 'number')
  )
}

export const isPlausible = (
  units: readonly { readonly low?: number; readonly high?: number }[],
  value: number | undefined,
) =>
  value !== undefined &&
  units.some(({ low, high }) => low !== undefined && high !== undefined && value >= low && value <= high)
