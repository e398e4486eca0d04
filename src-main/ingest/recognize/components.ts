/**
 * Connected components of a two-tone page (eight neighbours), by runs: each row's runs of ink joined with union-find,
 * so that a page costs two passes over its bytes and any component can be painted out without a label image.
 */
import type { InkMap, Raster } from '../image/raster.ts'

export interface Components {
  readonly count: number
  readonly left: Int32Array
  readonly top: Int32Array
  /** Inclusive. */
  readonly right: Int32Array
  /** Inclusive. */
  readonly bottom: Int32Array
  /** Pixels of ink. */
  readonly area: Int32Array
  readonly runs: Runs
}

export interface Runs {
  readonly count: number
  readonly row: Int32Array
  readonly start: Int32Array
  /** Exclusive. */
  readonly end: Int32Array
  /** The component each run belongs to. */
  readonly component: Int32Array
}

export function findComponents(ink: InkMap): Components {
  const found = findRuns(ink)
  const parent = joinRuns(found)
  const component = new Int32Array(found.count)
  let count = 0
  for (let i = 0; i < found.count; i++) {
    const up = parent[i] as number
    component[i] = up === i ? count++ : (component[rootOf(parent, i)] as number)
  }
  return measure({ ...found, component }, count)
}

/** Paints the components that `gone` marks (1) with `paper`. */
export function eraseComponents(page: Raster, { runs }: Components, gone: Uint8Array, paper: number): void {
  for (let i = 0; i < runs.count; i++) {
    if (gone[runs.component[i] as number] !== 1) continue
    const base = (runs.row[i] as number) * page.width
    page.data.fill(paper, base + (runs.start[i] as number), base + (runs.end[i] as number))
  }
}

/** As they lie on the page turned on its side, for measures that need extents only: rows and columns change places. */
export const onSide = (components: Components): Components => ({
  ...components,
  left: components.top,
  top: components.left,
  right: components.bottom,
  bottom: components.right,
})

type RunList = Omit<Runs, 'component'>

function findRuns({ width, height, data }: InkMap): RunList {
  let capacity = 1 << 16
  let row = new Int32Array(capacity)
  let start = new Int32Array(capacity)
  let end = new Int32Array(capacity)
  let count = 0
  for (let y = 0; y < height; y++) {
    const base = y * width
    const stop = base + width
    let i = base
    while (i < stop) {
      while (i < stop && data[i] === 0) i++
      if (i === stop) break
      const from = i
      while (i < stop && data[i] !== 0) i++
      if (count === capacity) {
        capacity *= 2
        row = grown(row, capacity)
        start = grown(start, capacity)
        end = grown(end, capacity)
      }
      row[count] = y
      start[count] = from - base
      end[count++] = i - base
    }
  }
  return { count, row, start, end }
}

function grown(list: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(capacity)
  longer.set(list)
  return longer
}

/** A root is always the first run of its component, so numbering in run order meets roots before their members. */
function joinRuns({ count, row, start, end }: RunList): Int32Array {
  const parent = new Int32Array(count)
  let above = 0
  for (let i = 0; i < count; i++) {
    parent[i] = i
    const y = row[i] as number
    const from = start[i] as number
    const to = end[i] as number
    while (
      above < i &&
      ((row[above] as number) < y - 1 || ((row[above] as number) === y - 1 && (end[above] as number) < from))
    )
      above++
    for (let j = above; j < i && row[j] === y - 1 && (start[j] as number) <= to; j++) {
      const a = rootOf(parent, i)
      const b = rootOf(parent, j)
      if (a < b) parent[b] = a
      else parent[a] = b
    }
  }
  return parent
}

function rootOf(parent: Int32Array, i: number): number {
  let at = i
  for (let up = parent[at] as number; up !== at; up = parent[at] as number) {
    parent[at] = parent[up] as number
    at = up
  }
  return at
}

function measure(runs: Runs, count: number): Components {
  const left = new Int32Array(count).fill(0x7fffffff)
  const top = new Int32Array(count).fill(0x7fffffff)
  const right = new Int32Array(count)
  const bottom = new Int32Array(count)
  const area = new Int32Array(count)
  for (let i = 0; i < runs.count; i++) {
    const c = runs.component[i] as number
    const y = runs.row[i] as number
    const from = runs.start[i] as number
    const to = runs.end[i] as number
    if (from < (left[c] as number)) left[c] = from
    if (to - 1 > (right[c] as number)) right[c] = to - 1
    if (y < (top[c] as number)) top[c] = y
    bottom[c] = y
    area[c] = (area[c] as number) + to - from
  }
  return { count, left, top, right, bottom, area, runs }
}
