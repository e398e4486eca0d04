/** What a lens and a sensor do to a picture: gather finer pixels into coarser ones, and blur. Planes go in and out unchanged. */
import type { Plane } from './plane.ts'

/** The mean of every `by` × `by` pixels becomes one. What is left over at the right and lower edge is dropped. */
export function gathered(plane: Plane, by: number): Plane {
  if (by === 1) return plane
  const { channels, data } = plane
  const [width, height] = [Math.floor(plane.width / by), Math.floor(plane.height / by)]
  const row = plane.width * channels
  const sums = new Uint16Array(width * channels)
  const out = new Uint8Array(width * height * channels)
  for (let y = 0; y < height; y += 1) {
    sums.fill(0)
    for (let line = y * by; line < (y + 1) * by; line += 1)
      for (let channel = 0; channel < channels; channel += 1)
        for (let to = channel, from = line * row + channel; to < sums.length; to += channels)
          for (let step = 0; step < by; step += 1, from += channels)
            sums[to] = (sums[to] as number) + (data[from] as number)
    for (let i = 0, to = y * sums.length; i < sums.length; i += 1, to += 1)
      out[to] = (sums[i] as number) / (by * by) + 0.5
  }
  return { width, height, channels, data: out }
}

/** A Gaussian blur; `sigma` in pixels. Below a quarter of a pixel nothing is done. */
export function blurred(plane: Plane, sigma: number): Plane {
  if (sigma < 0.25) return plane
  const { width, height, channels } = plane
  const kernel = gaussian(sigma)
  const data = blurDown(blurAcross(plane, kernel), width * channels, height, kernel)
  return { ...plane, data }
}

function blurAcross({ width, height, channels, data }: Plane, kernel: Float32Array): Uint8Array {
  const reach = (kernel.length - 1) / 2
  const row = width * channels
  const margin = reach * channels
  const padded = new Uint8Array(row + 2 * margin)
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1) {
    padded.set(data.subarray(y * row, (y + 1) * row), margin)
    for (let i = 0; i < margin; i += 1) {
      padded[i] = data[y * row + (i % channels)] as number
      padded[margin + row + i] = data[(y + 1) * row - channels + (i % channels)] as number
    }
    for (let i = 0, to = y * row; i < row; i += 1, to += 1) {
      let sum = 0.5
      for (let tap = 0, from = i; tap < kernel.length; tap += 1, from += channels)
        sum += (kernel[tap] as number) * (padded[from] as number)
      out[to] = sum
    }
  }
  return out
}

function blurDown(data: Uint8Array, row: number, height: number, kernel: Float32Array): Uint8Array {
  const reach = (kernel.length - 1) / 2
  const sums = new Float32Array(row)
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1) {
    sums.fill(0.5)
    for (let tap = 0; tap < kernel.length; tap += 1) {
      const weight = kernel[tap] as number
      let from = Math.min(height - 1, Math.max(0, y + tap - reach)) * row
      for (let i = 0; i < row; i += 1, from += 1) sums[i] = (sums[i] as number) + weight * (data[from] as number)
    }
    out.set(sums, y * row)
  }
  return out
}

function gaussian(sigma: number): Float32Array {
  const reach = Math.ceil(sigma * 2.5)
  const kernel = Float32Array.from({ length: reach * 2 + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  )
  const sum = kernel.reduce((total, weight) => total + weight, 0)
  return kernel.map((weight) => weight / sum)
}
