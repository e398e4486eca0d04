/** A window of a page drawn at another size, by bicubic interpolation (Keys 1981); smaller copies are averaged over what they stand for. */
import type { Raster } from '../image/raster.ts'

export interface Window {
  /** In pixels of the page, fractions allowed; what lies outside the page is paper. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Down per pixel to the right: the window's rows follow a line that is not quite level. */
  readonly slope: number
  /** Size of the drawing in pixels. */
  readonly across: number
  readonly down: number
  /** Rows of the page above `least` and below `most` are shown as the nearest row between them. */
  readonly least: number
  readonly most: number
}

export function sampleWindow(page: Raster, window: Window): Raster {
  const { across, down } = window
  const levelled = levelRows(page, window)
  const columns = tapsOf(window.x - levelled.x, window.width, across)
  const rows = tapsOf(window.y - levelled.y, window.height, down)
  const wide = new Float32Array(levelled.height * across)
  for (let y = 0; y < levelled.height; y++) {
    const base = y * levelled.width
    for (let i = 0, tap = 0; i < across; i++, tap += columns.size) {
      const from = base + (columns.first[i] as number)
      let sum = 0
      for (let j = 0; j < columns.size; j++)
        sum += (columns.weights[tap + j] as number) * (levelled.data[from + j] as number)
      wide[y * across + i] = sum
    }
  }
  const data = new Uint8Array(across * down)
  for (let i = 0, tap = 0; i < down; i++, tap += rows.size) {
    const from = (rows.first[i] as number) * across
    for (let x = 0; x < across; x++) {
      let sum = 0
      for (let j = 0; j < rows.size; j++)
        sum += (rows.weights[tap + j] as number) * (wide[from + j * across + x] as number)
      data[i * across + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum + 0.5
    }
  }
  return { width: across, height: down, data }
}

const PAPER = 255

/** The part of the page that is needed, whole pixels, each column shifted up or down to make the line level. */
function levelRows(page: Raster, window: Window): Raster & { x: number; y: number } {
  const reachX = reachOf(window.width / window.across)
  const reachY = reachOf(window.height / window.down)
  const x = Math.floor(window.x) - reachX
  const y = Math.floor(window.y) - reachY
  const width = Math.ceil(window.width) + 2 * reachX + 2
  const height = Math.ceil(window.height) + 2 * reachY + 2
  const data = new Uint8Array(width * height).fill(PAPER)
  const least = Math.max(0, Math.floor(window.least))
  const most = Math.min(page.height - 1, Math.ceil(window.most))
  for (let i = 0; i < width; i++) {
    const px = x + i
    if (px < 0 || px >= page.width) continue
    const shift = Math.round(window.slope * (px - window.x))
    for (let j = 0; j < height; j++) {
      const py = Math.min(most, Math.max(least, y + j + shift))
      data[j * width + i] = page.data[py * page.width + px] as number
    }
  }
  return { x, y, width, height, data }
}

const reachOf = (step: number): number => Math.ceil(2 * Math.max(1, step)) + 1

interface Taps {
  readonly first: Int32Array
  readonly weights: Float32Array
  readonly size: number
}

function tapsOf(start: number, length: number, count: number): Taps {
  const step = length / count
  const support = Math.max(1, step)
  const size = Math.ceil(4 * support) + 1
  const first = new Int32Array(count)
  const weights = new Float32Array(count * size)
  for (let i = 0; i < count; i++) {
    const centre = start + (i + 0.5) * step - 0.5
    const from = Math.ceil(centre - 2 * support)
    first[i] = from
    let sum = 0
    for (let j = 0; j < size; j++) {
      const weight = cubic((from + j - centre) / support)
      weights[i * size + j] = weight
      sum += weight
    }
    for (let j = 0; j < size; j++) weights[i * size + j] = (weights[i * size + j] as number) / sum
  }
  return { first, weights, size }
}

function cubic(distance: number): number {
  const t = Math.abs(distance)
  if (t < 1) return 1.5 * t ** 3 - 2.5 * t * t + 1
  return t < 2 ? -0.5 * t ** 3 + 2.5 * t * t - 4 * t + 2 : 0
}
