/** Cells that stand on one line of the page, from left to right, and of one size: what a reader takes in at a glance. */
import { baselineAt, fitBaseline } from './baseline.ts'
import type { Cell } from './cells.ts'

export interface Row {
  readonly cells: readonly Cell[]
  /** Height of its capitals. */
  readonly capital: number
}

/** In heights of capitals. */
const SAME_LINE = 0.3
/** A cell whose few letters hang below the line, `pg` or figures of the old style, takes their lower edge for it. */
const SAME_LINE_OF_FEW = 0.45
const LARGEST_RATIO = 1.4
/** Further words of a row begin another one, so that a wide page is shared among engines and stays in their memory. */
const LONGEST = 90

export function findRows(cells: readonly Cell[]): Row[] {
  const open: Cell[][] = []
  const rows: Cell[][] = []
  for (const cell of [...cells].sort((a, b) => a.left - b.left)) {
    const row = open
      .filter((members) => fits(members.at(-1) as Cell, cell))
      .sort((a, b) => offLine(a, cell) - offLine(b, cell))[0]
    if (row) row.push(cell)
    else {
      open.push([cell])
      rows.push(open.at(-1) as Cell[])
    }
  }
  return rows
    .map(onOneLine)
    .flatMap(cutLong)
    .map((members) => ({ cells: members, capital: capitalOf(members) }))
}

/** A cell of more letters knows its own line and size best; one of fewer takes them from its row. */
const KNOWS_ITSELF = 12

function onOneLine(members: readonly Cell[]): readonly Cell[] {
  if (members.length === 1) return members
  const capital = capitalOf(members)
  const { baseline } = fitBaseline(
    members.flatMap(({ glyphs }) => glyphs),
    capital,
  )
  return members.map((cell) => {
    if (cell.glyphs.length >= KNOWS_ITSELF) return cell
    const off = Math.abs(baselineAt(baseline, cell.left) - baselineAt(cell.baseline, cell.left))
    const near = off <= sameLine(cell) * capital
    return near ? { ...cell, baseline, capital } : cell
  })
}

function fits(last: Cell, next: Cell): boolean {
  const ratio = last.capital / next.capital
  if (ratio > LARGEST_RATIO || ratio < 1 / LARGEST_RATIO || next.left < last.right) return false
  return distance(last, next) <= Math.max(sameLine(last), sameLine(next)) * Math.min(last.capital, next.capital)
}

const sameLine = ({ glyphs }: Cell): number => (glyphs.length < KNOWS_ITSELF ? SAME_LINE_OF_FEW : SAME_LINE)

const offLine = (members: readonly Cell[], next: Cell): number => distance(members.at(-1) as Cell, next)

const distance = (last: Cell, next: Cell): number =>
  Math.abs(baselineAt(last.baseline, last.right) - baselineAt(next.baseline, next.left))

function cutLong(members: readonly Cell[]): Cell[][] {
  const pieces: Cell[][] = [[]]
  let length = 0
  for (const cell of members) {
    const wide = (cell.right - cell.left) / cell.capital
    if (length > 0 && length + wide > LONGEST) {
      pieces.push([])
      length = 0
    }
    pieces.at(-1)?.push(cell)
    length += wide + 1
  }
  return pieces
}

/** That of most of the row's letters: a cell of small letters only does not know how tall its capitals would be. */
function capitalOf(members: readonly Cell[]): number {
  const all = members.flatMap(({ capital, glyphs }) => glyphs.map(() => capital)).sort((a, b) => a - b)
  return all[Math.floor((all.length - 1) * 0.7)] as number
}

/** Cells from anywhere, put together with others of their size: for reading words one by one, not as they stand. */
export function packCells(cells: readonly Cell[]): Row[] {
  const bySize = [...cells].sort((a, b) => a.capital - b.capital)
  const packs: Cell[][] = []
  let length = 0
  for (const cell of bySize) {
    const pack = packs.at(-1)
    const wide = (cell.right - cell.left) / cell.capital + 1
    if (pack === undefined || length + wide > LONGEST || cell.capital > SAME_SIZE * (pack[0] as Cell).capital) {
      packs.push([cell])
      length = wide
    } else {
      pack.push(cell)
      length += wide
    }
  }
  return packs.map((members) => ({ cells: members, capital: capitalOf(members) }))
}

const SAME_SIZE = 1.15
