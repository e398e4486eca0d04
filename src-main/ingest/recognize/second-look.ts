/**
 * Words that the engine is unsure of, or whose ink contradicts what it read, are read again: each by itself, drawn in other
 * proportions and with its points set apart, and the looks vote. No one way of drawing wins everywhere.
 */
import type { Raster } from '../image/raster.ts'
import { readRows } from './read-cells.ts'
import type { Reading } from './reading.ts'
import type { Recognizer } from './recognizer.ts'
import { packCells } from './rows.ts'
import type { StripStyle } from './strip.ts'
import { subCell } from './sub-cell.ts'
import { isSettled, type Sight, settle, type Verdict } from './vote.ts'

interface LookOptions {
  readonly grey: Raster
  readonly recognizer: Recognizer
  /** One for each further look, until a word is settled. */
  readonly styles: readonly StripStyle[]
}

/** One verdict for each reading, in their order. */
export async function lookAgain(
  first: readonly Reading[],
  { grey, recognizer, styles }: LookOptions,
): Promise<Verdict[]> {
  const looks = first.map((reading) => ({
    cell: subCell(reading.cell, reading.from, reading.to),
    sights: [[reading]] as Sight[],
  }))
  for (const style of styles) {
    const open = looks.filter(({ sights }) => !isSettled(sights))
    const again = await readRows(grey, packCells(open.map(({ cell }) => cell)), style, recognizer)
    const byCell = Map.groupBy(again, ({ cell }) => cell)
    for (const { cell, sights } of open) sights.push(byCell.get(cell) ?? [])
  }
  return looks.map(({ sights }) => settle(sights))
}
