/**
 * Solid dark areas: squares of full ink that no stroke of a letter can hold. Bars with light print, photographs, logos
 * and the black edge a scanner's lid leaves all begin here.
 */
import type { InkMap, PixelBox } from '../image/raster.ts'
import { type Components, findComponents } from './components.ts'

export interface Solids {
  /** Side of a cell in pixels of the page. */
  readonly cell: number
  /** Connected areas, in cells. */
  readonly areas: Components
  readonly blocks: readonly Solid[]
}

/** One connected area's box, in pixels, to within a cell. */
export interface Solid extends PixelBox {
  /** Pixels of it that are solid. */
  readonly area: number
}

export function findSolids(ink: InkMap, letterHeight: number): Solids {
  const cell = Math.max(2, Math.round(letterHeight * 0.22))
  const full = fullCells(ink, cell)
  const areas = findComponents({ ...full, data: squaresOfFour(full) })
  const blocks = Array.from({ length: areas.count }, (_, c) => ({
    x: (areas.left[c] as number) * cell,
    y: (areas.top[c] as number) * cell,
    width: ((areas.right[c] as number) - (areas.left[c] as number) + 1) * cell,
    height: ((areas.bottom[c] as number) - (areas.top[c] as number) + 1) * cell,
    area: (areas.area[c] as number) * cell * cell,
  }))
  return { cell, areas, blocks }
}

function squaresOfFour({ width, height, data }: InkMap): Uint8Array {
  const solid = new Uint8Array(width * height)
  for (let y = 0; y + 1 < height; y++) {
    for (let i = y * width; i + 1 < (y + 1) * width; i++) {
      if (data[i] !== 1 || data[i + 1] !== 1 || data[i + width] !== 1 || data[i + width + 1] !== 1) continue
      solid[i] = 1
      solid[i + 1] = 1
      solid[i + width] = 1
      solid[i + width + 1] = 1
    }
  }
  return solid
}

function fullCells({ width, height, data }: InkMap, cell: number): InkMap {
  const across = Math.floor(width / cell)
  const down = Math.floor(height / cell)
  const full = new Uint8Array(across * down).fill(1)
  for (let y = 0; y < down * cell; y++) {
    const base = Math.floor(y / cell) * across
    for (let x = 0, i = y * width; x < across; x++, i += cell) {
      if (full[base + x] === 0) continue
      for (let k = i; k < i + cell; k++) {
        if (data[k] === 0) {
          full[base + x] = 0
          break
        }
      }
    }
  }
  return { width: across, height: down, data: full }
}
