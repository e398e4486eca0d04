/** Light on a photographed desk, in place: it falls off to one side, a hand throws a soft shadow, a lamp may glare. */
import type { Random } from '../random.ts'
import type { Plane } from './plane.ts'

export interface LightOptions {
  /** How dark the darkest corner is: 0 evenly lit, 0.6 as in a badly lit room. */
  readonly falloff: number
  /** How dark the shadow of hand and phone is, 0…0.6; 0 for none. */
  readonly shadow: number
  /** How strongly a lamp is mirrored, 0…1. */
  readonly glare: number
  /** Colour of the light: red, green, blue as parts of white. */
  readonly tint: readonly [number, number, number]
}

/** Light is reckoned for squares of so many pixels and smoothed between them. */
const CELL = 16

export function cast(plane: Plane, { falloff, shadow, glare, tint }: LightOptions, random: Random): void {
  const { width, height, channels, data } = plane
  const angle = (random.between(0, 359) * Math.PI) / 180
  const edgeAngle = (random.between(0, 359) * Math.PI) / 180
  const edge = random.between(-15, 25) / 100
  const softness = random.between(3, 10) / 100
  const lamp = { x: random.between(25, 75) / 100, y: random.between(25, 75) / 100, spread: random.between(9, 16) / 100 }
  const lightAt = (x: number, y: number) => {
    const [u, v] = [x / width - 0.5, y / height - 0.5]
    const side = (u * Math.cos(angle) + v * Math.sin(angle)) / Math.SQRT1_2 / 2 + 0.5
    const depth = (u * Math.cos(edgeAngle) + v * Math.sin(edgeAngle) - edge) / softness
    return (1 - falloff * side) * (1 - shadow / (1 + Math.exp(-depth)))
  }
  const glareAt = (x: number, y: number) =>
    glare * 400 * Math.exp(-(((x / width - lamp.x) / lamp.spread) ** 2) - ((y / height - lamp.y) / lamp.spread) ** 2)
  const light = gridOf(width, height, lightAt)
  const extra = glare > 0 ? gridOf(width, height, glareAt) : undefined
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const factor = light(x, y)
      const more = extra === undefined ? 0 : extra(x, y)
      for (let i = 0; i < channels; i += 1, at += 1)
        data[at] = Math.min(255, (data[at] as number) * factor * (tint[i] as number) + more)
    }
}

/** Values at the corners of cells, bilinear in between: the light changes slowly and its sources cost much. */
function gridOf(width: number, height: number, valueAt: (x: number, y: number) => number) {
  const columns = Math.ceil(width / CELL) + 1
  const rows = Math.ceil(height / CELL) + 1
  const grid = Float32Array.from({ length: columns * rows }, (_, i) =>
    valueAt((i % columns) * CELL, Math.floor(i / columns) * CELL),
  )
  return (x: number, y: number) => {
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)]
    const [right, down] = [x / CELL - column, y / CELL - row]
    const i = row * columns + column
    const upper = (grid[i] as number) * (1 - right) + (grid[i + 1] as number) * right
    const lower = (grid[i + columns] as number) * (1 - right) + (grid[i + columns + 1] as number) * right
    return upper * (1 - down) + lower * down
  }
}
