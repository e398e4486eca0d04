/**
 * Dirt on the page. A decimal point is a speck too, and losing one changes a result tenfold: a speck goes only where no
 * letter is near that it could belong to.
 */
import type { Components } from './components.ts'

/** Sizes and distances in letters. */
const SPECK = 0.35
const REACH_ACROSS = 1.3
const REACH_DOWN = 0.7
const LETTER = 0.45

interface PageSize {
  readonly width: number
  readonly height: number
}

/** Marks (1) the components that are dirt. */
export function findSpecks(components: Components, page: PageSize, letterHeight: number): Uint8Array {
  const { count, left, right, top, bottom } = components
  const cell = Math.max(1, letterHeight / 3)
  const across = Math.ceil(page.width / cell) + 1
  const near = new Uint8Array(across * (Math.ceil(page.height / cell) + 1))
  const tallest = 6 * letterHeight
  for (let c = 0; c < count; c++) {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    if (height < LETTER * letterHeight || height > tallest) continue
    const fromX = Math.max(0, Math.floor(((left[c] as number) - REACH_ACROSS * letterHeight) / cell))
    const toX = Math.min(across - 1, Math.floor(((right[c] as number) + REACH_ACROSS * letterHeight) / cell))
    const fromY = Math.max(0, Math.floor(((top[c] as number) - REACH_DOWN * letterHeight) / cell))
    const toY = Math.floor(Math.min(page.height, (bottom[c] as number) + REACH_DOWN * letterHeight) / cell)
    for (let y = fromY; y <= toY; y++) near.fill(1, y * across + fromX, y * across + toX + 1)
  }
  const specks = new Uint8Array(count)
  for (let c = 0; c < count; c++) {
    const height = (bottom[c] as number) - (top[c] as number) + 1
    const width = (right[c] as number) - (left[c] as number) + 1
    if (Math.max(width, height) >= SPECK * letterHeight) continue
    if (width >= 2 * height && width >= 0.25 * letterHeight) continue
    const x = Math.floor(((left[c] as number) + width / 2) / cell)
    const y = Math.floor(((top[c] as number) + height / 2) / cell)
    if (near[y * across + x] === 0) specks[c] = 1
  }
  return specks
}
