/** A patch of the sheet where a lamp's reflection has blown out the paper, and the lines of writing round it stop. */
import { insideOf } from './inside.ts'
import type { Quad } from './quad.ts'
import type { PaperAndInk } from './writing.ts'

/** Side of the cells that are looked at, in pixels of the view. */
const cell = 8
const blown = 249
/** Paper round a reflection is clearly darker than it; paper of a bright photo is not. */
const usualPaper = 242
/** Of eight directions. */
const leastDarker = 7
const leastShare = 0.004
const leastExtent = 4
const leastWritten = 0.3
/** The haze round a reflection is half as wide as it; beyond, the paper has its own tone again. */
const leastRing = 3

export function hasGlare(view: PaperAndInk, sheet: Quad | undefined): boolean {
  const cells = look(view, sheet)
  const reached = new Uint8Array(cells.states.length)
  for (let start = 0; start < reached.length; start += 1) {
    if (cells.states[start] !== State.blown || reached[start] === 1) continue
    const patch = spread(cells, start, reached)
    if (patch.length >= leastShare * cells.onSheet && isBroad(cells, patch) && interruptsWriting(cells, patch))
      return true
  }
  return false
}

const State = { away: 0, blank: 1, written: 2, blown: 3 } as const

interface Cells {
  readonly columns: number
  readonly rows: number
  readonly states: Uint8Array
  readonly tones: Uint8Array
  readonly onSheet: number
}

function look({ paper, ink }: PaperAndInk, sheet: Quad | undefined): Cells {
  const [columns, rows] = [Math.floor(paper.width / cell), Math.floor(paper.height / cell)]
  const states = new Uint8Array(columns * rows)
  const tones = new Uint8Array(columns * rows)
  const inside = insideOf(sheet, cell)
  let onSheet = 0
  for (let at = 0; at < states.length; at += 1) {
    const [left, top] = [(at % columns) * cell, Math.floor(at / columns) * cell]
    if (!inside(left + cell / 2, top + cell / 2)) continue
    onSheet += 1
    let [tone, written] = [0, 0]
    for (let y = top; y < top + cell; y += 1)
      for (let x = left; x < left + cell; x += 1) {
        tone += paper.data[y * paper.width + x] as number
        written += ink.data[y * ink.width + x] as number
      }
    tones[at] = tone / (cell * cell)
    states[at] = written > 2 ? State.written : (tones[at] as number) >= blown ? State.blown : State.blank
  }
  return { columns, rows, states, tones, onSheet }
}

function spread({ columns, states }: Cells, start: number, reached: Uint8Array): number[] {
  const patch = [start]
  reached[start] = 1
  for (let i = 0; i < patch.length; i += 1) {
    const at = patch[i] as number
    for (const next of [
      at - columns,
      at + columns,
      at % columns > 0 ? at - 1 : -1,
      at % columns < columns - 1 ? at + 1 : -1,
    ]) {
      if (states[next] !== State.blown || reached[next] === 1) continue
      reached[next] = 1
      patch.push(next)
    }
  }
  return patch
}

/** Higher than a white row between two grey ones, and as broad. */
function isBroad({ columns }: Cells, patch: readonly number[]): boolean {
  const extent = (places: number[]) => Math.max(...places) - Math.min(...places) + 1
  return (
    extent(patch.map((at) => at % columns)) >= leastExtent &&
    extent(patch.map((at) => Math.floor(at / columns))) >= leastExtent
  )
}

/**
 * Writing on two opposite sides of the patch, and paper that is not as bright nearly all round it: the brightest part of
 * a sheet in slanting light is brightest at its edge.
 */
function interruptsWriting({ columns, rows, states, tones }: Cells, patch: readonly number[]): boolean {
  const ring = Math.max(leastRing, Math.round(0.9 * Math.sqrt(patch.length / Math.PI)))
  const inPatch = new Set(patch)
  const around = new Set<number>()
  for (const at of patch)
    for (let dy = -ring; dy <= ring; dy += 1)
      for (let dx = -ring; dx <= ring; dx += 1) {
        const [x, y] = [(at % columns) + dx, Math.floor(at / columns) + dy]
        const next = y * columns + x
        if (x >= 0 && y >= 0 && x < columns && y < rows && !inPatch.has(next) && states[next] !== State.away)
          around.add(next)
      }
  const cells = [...around]
  const written = cells.filter((at) => states[at] === State.written)
  const middleOf = (place: (at: number) => number) => patch.reduce((sum, at) => sum + place(at), 0) / patch.length
  const [middleX, middleY] = [middleOf((at) => at % columns), middleOf((at) => Math.floor(at / columns))]
  const sectorOf = (at: number) =>
    Math.floor(((Math.atan2(Math.floor(at / columns) - middleY, (at % columns) - middleX) / Math.PI + 1) / 2) * 7.999)
  const sectors = Array.from({ length: 8 }, (_, sector) => cells.filter((at) => sectorOf(at) === sector))
  const darker = sectors.filter((sector) => medianTone(sector, tones) < usualPaper)
  const writtenSectors = sectors.map((sector) => sector.some((at) => states[at] === State.written))
  return (
    written.length >= leastWritten * cells.length &&
    darker.length >= leastDarker &&
    writtenSectors.some((one, i) => one && writtenSectors[(i + 4) % 8])
  )
}

function medianTone(cells: readonly number[], tones: Uint8Array): number {
  const sorted = cells.map((at) => tones[at] as number).sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 255
}
