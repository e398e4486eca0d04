/**
 * Connected marks on a page drawn small: enough to say whether there is anything on it, and how many letters there may
 * be. What they spell is for recognition.
 */
import type { PixelBox, Raster } from '../image/raster.ts'

/** A mark and the letters it may be, several when they touch; 0 for rules, frames, bars and blots. */
export interface Blob extends PixelBox {
  readonly pixels: number
  readonly letters: number
}

const TILE = 32
/** Darker than the paper round it by this much, of 255: fainter marks are the shine-through of the other side. */
const CONTRAST = 40

/** Sizes in the rules below are those of a page at about this resolution. */
export const BLOB_DPI = 100
const SPECK = 4
const LOWEST = 3
const TALLEST = 45

export function blobsOf(grey: Raster): Blob[] {
  const ink = inkOf(grey)
  return marksOf(ink, grey.width, grey.height)
    .filter(({ width, height, pixels }) => Math.max(width, height) >= SPECK && pixels >= SPECK)
    .map((mark) => ({ ...mark, letters: lettersIn(mark, ink, grey.width) }))
}

/** 1 where a pixel is darker than the paper of its tile: the level that four fifths of the tile do not exceed. */
function inkOf({ width, height, data }: Raster): Uint8Array {
  const ink = new Uint8Array(width * height)
  const counts = new Uint32Array(256)
  for (let top = 0; top < height; top += TILE) {
    const bottom = Math.min(height, top + TILE)
    for (let left = 0; left < width; left += TILE) {
      const right = Math.min(width, left + TILE)
      counts.fill(0)
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) {
          const grey = data[y * width + x] as number
          counts[grey] = (counts[grey] as number) + 1
        }
      let level = 255
      for (let above = 0; level > 0; level--) {
        above += counts[level] as number
        if (above * 5 >= (bottom - top) * (right - left)) break
      }
      const limit = level - CONTRAST
      if (limit < 0) continue
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) if ((data[y * width + x] as number) < limit) ink[y * width + x] = 1
    }
  }
  return ink
}

interface Mark extends PixelBox {
  readonly pixels: number
}

/** Runs of each row joined to the runs they touch above, diagonals included. */
function marksOf(ink: Uint8Array, width: number, height: number): Mark[] {
  const parent: number[] = []
  const find = (id: number) => {
    let at = id
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  const runs: { y: number; from: number; to: number }[] = []
  let above: [number, number] = [0, 0]
  for (let y = 0; y < height; y++) {
    const first = runs.length
    let touching = above[0]
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x] === 0) continue
      const from = x
      while (x < width && ink[y * width + x] === 1) x++
      const id = runs.push({ y, from, to: x }) - 1
      parent[id] = id
      while (touching < above[1] && (runs[touching]?.to ?? 0) < from) touching++
      for (let i = touching; i < above[1] && (runs[i]?.from ?? 0) <= x; i++) parent[find(i)] = find(id)
    }
    above = [first, runs.length]
  }
  return gather(runs, find)
}

function gather(runs: readonly { y: number; from: number; to: number }[], find: (id: number) => number): Mark[] {
  const marks = new Map<number, { left: number; top: number; right: number; bottom: number; pixels: number }>()
  runs.forEach(({ y, from, to }, id) => {
    const root = find(id)
    const mark = marks.get(root)
    if (!mark) marks.set(root, { left: from, top: y, right: to, bottom: y + 1, pixels: to - from })
    else {
      mark.left = Math.min(mark.left, from)
      mark.right = Math.max(mark.right, to)
      mark.bottom = y + 1
      mark.pixels += to - from
    }
  })
  return [...marks.values()].map(({ left, top, right, bottom, pixels }) => ({
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    pixels,
  }))
}

function lettersIn({ x, y, width, height, pixels }: Mark, ink: Uint8Array, rowLength: number): number {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (height < LOWEST || height > TALLEST || width > 4 * TALLEST || long > 15 * short) return 0
  if (short > 3 && pixels > 0.9 * width * height) return 0
  if (short > 5 && isFrame({ x, y, width, height }, pixels, ink, rowLength)) return 0
  return Math.max(1, Math.round(width / height / 0.7))
}

/** A tick box or a cell's border: nearly all of its ink lies on its edge, and nearly all of its edge is ink. */
function isFrame({ x, y, width, height }: PixelBox, pixels: number, ink: Uint8Array, rowLength: number): boolean {
  let edge = 0
  const at = (px: number, py: number) => ink[py * rowLength + px] ?? 0
  for (let px = x; px < x + width; px++)
    edge += Math.max(at(px, y), at(px, y + 1)) + Math.max(at(px, y + height - 1), at(px, y + height - 2))
  for (let py = y; py < y + height; py++)
    edge += Math.max(at(x, py), at(x + 1, py)) + Math.max(at(x + width - 1, py), at(x + width - 2, py))
  return edge > 0.85 * 2 * (width + height) && pixels <= 2 * 2 * (width + height)
}
