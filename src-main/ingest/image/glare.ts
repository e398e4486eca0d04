/** A patch of the sheet where a lamp's reflection has blown out the paper, and the lines of writing round it stop. */
import { insideOf } from './inside.ts'
import type { Quad } from './quad.ts'
import type { PaperAndInk } from './writing.ts'

/** Side of the cells that are looked at, in pixels of the view. */
const cell = 8
const blown = 249
/** Paper round a reflection is clearly darker than it; paper of a bright photo is not. */
const usualPaper = 238
const leastShare = 0.004
const leastWritten = 0.3
const ring = 3

export function hasGlare(view: PaperAndInk, sheet: Quad | undefined): boolean {
  const cells = look(view, sheet)
  const reached = new Uint8Array(cells.states.length)
  for (let start = 0; start < reached.length; start += 1) {
    if (cells.states[start] !== State.blown || reached[start] === 1) continue
    const patch = spread(cells, start, reached)
    if (patch.length >= leastShare * cells.onSheet && interruptsWriting(cells, patch)) return true
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

/** Writing on both sides of the patch, on paper that is not as bright. */
function interruptsWriting({ columns, rows, states, tones }: Cells, patch: readonly number[]): boolean {
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
  const ringTones = cells.map((at) => tones[at] as number).sort((a, b) => a - b)
  const middle = patch.reduce((sum, at) => sum + (at % columns), 0) / patch.length
  const left = written.filter((at) => at % columns < middle).length
  return (
    written.length >= leastWritten * cells.length &&
    left > 0.2 * written.length &&
    left < 0.8 * written.length &&
    (ringTones[ringTones.length >> 2] ?? 255) < usualPaper
  )
}
