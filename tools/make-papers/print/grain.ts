/** Noise of sensors, dust and paper, in place. The same seed makes the same grain. */
import type { Random } from '../random.ts'
import type { Plane } from './plane.ts'

const NORMALS = 4096

/** Adds Gaussian noise of standard deviation `sigma` to every value. */
export function addNoise({ data }: Plane, sigma: number, random: Random): void {
  if (sigma <= 0) return
  const normals = Float64Array.from({ length: NORMALS }, () => sigma * normal(random))
  let state = random.between(1, 0x7ffffffe)
  for (let i = 0; i < data.length; i += 1) {
    // xorshift, as in random.ts: a call for each of millions of values would be slow
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    data[i] = clamp((data[i] as number) + (normals[state & (NORMALS - 1)] as number))
  }
}

/** Specks of dust and toner: `share` of all pixels is where one begins, each one to three pixels wide. */
export function addSpecks({ width, height, channels, data }: Plane, share: number, random: Random): void {
  for (let left = Math.round(width * height * share); left > 0; left -= 1) {
    const [x, y, size] = [random.between(2, width - 4), random.between(2, height - 4), random.between(1, 3)]
    const grey = random.between(20, 190)
    for (let dy = 0; dy < size; dy += 1)
      for (let dx = 0; dx < size; dx += 1) {
        if (size === 3 && (dx + dy) % 4 === 0) continue
        const at = ((y + dy) * width + x + dx) * channels
        for (let i = 0; i < channels; i += 1) data[at + i] = Math.min(data[at + i] as number, grey)
      }
  }
}

/** Irwin–Hall: twelve uniform numbers less six are as good as normal here. */
const normal = (random: Random) => {
  let sum = -6
  for (let i = 0; i < 12; i += 1) sum += random.between(0, 0xffff) / 0xffff
  return sum
}

const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value))
