/** Where a picture changes from light to dark, one pixel wide, and which way (after Canny 1986, without its hysteresis). */
import type { Raster } from './raster.ts'

export interface Edges {
  readonly width: number
  readonly height: number
  /** Grey levels per pixel across the edge; 0 where there is no edge. */
  readonly strength: Float32Array
  /** Angle of the slope towards the lighter side, radians. */
  readonly angle: Float32Array
  /** The weakest slope that counted as an edge: about four times the noise. */
  readonly floor: number
}

const lowestFloor = 0.9
const highestFloor = 6

export function findEdges({ width, height, data }: Raster): Edges {
  const [gx, gy, slope] = slopes(data, width, height)
  const floor = noiseFloor(slope)
  const strength = new Float32Array(data.length)
  const angle = new Float32Array(data.length)
  for (let y = 2; y < height - 2; y += 1)
    for (let at = y * width + 2; at < y * width + width - 2; at += 1) {
      const here = slope[at] as number
      if (here < floor) continue
      const [dx, dy] = [gx[at] as number, gy[at] as number]
      const step =
        Math.abs(dx) > 2.414 * Math.abs(dy)
          ? 1
          : Math.abs(dy) > 2.414 * Math.abs(dx)
            ? width
            : dx * dy > 0
              ? width + 1
              : width - 1
      if (here < (slope[at - step] as number) || here <= (slope[at + step] as number)) continue
      strength[at] = here
      angle[at] = Math.atan2(dy, dx)
    }
  return { width, height, strength, angle, floor }
}

/** Sobel's operator on a lightly smoothed picture. */
function slopes(data: Uint8Array, width: number, height: number): [Float32Array, Float32Array, Float32Array] {
  const smooth = new Float32Array(data.length)
  for (let y = 1; y < height - 1; y += 1)
    for (let at = y * width + 1; at < y * width + width - 1; at += 1) {
      const sides =
        (data[at - 1] as number) +
        (data[at + 1] as number) +
        (data[at - width] as number) +
        (data[at + width] as number)
      const corners =
        (data[at - width - 1] as number) +
        (data[at - width + 1] as number) +
        (data[at + width - 1] as number) +
        (data[at + width + 1] as number)
      smooth[at] = (4 * (data[at] as number) + 2 * sides + corners) / 16
    }
  const gx = new Float32Array(data.length)
  const gy = new Float32Array(data.length)
  const slope = new Float32Array(data.length)
  for (let y = 2; y < height - 2; y += 1)
    for (let at = y * width + 2; at < y * width + width - 2; at += 1) {
      const [nw, n, ne] = [
        smooth[at - width - 1] as number,
        smooth[at - width] as number,
        smooth[at - width + 1] as number,
      ]
      const [sw, s, se] = [
        smooth[at + width - 1] as number,
        smooth[at + width] as number,
        smooth[at + width + 1] as number,
      ]
      const dx = (ne + 2 * (smooth[at + 1] as number) + se - nw - 2 * (smooth[at - 1] as number) - sw) / 8
      const dy = (sw + 2 * s + se - nw - 2 * n - ne) / 8
      gx[at] = dx
      gy[at] = dy
      slope[at] = Math.sqrt(dx * dx + dy * dy)
    }
  return [gx, gy, slope]
}

/** The quietest quarter of the picture tells its noise. */
function noiseFloor(slope: Float32Array): number {
  const counts = new Int32Array(2048)
  for (let i = 0; i < slope.length; i += 7) {
    const bin = Math.min(2047, ((slope[i] as number) * 64) | 0)
    counts[bin] = (counts[bin] as number) + 1
  }
  let left = slope.length / 7 / 4
  let bin = 0
  while (bin < 2047 && left > 0) left -= counts[bin++] as number
  return Math.min(highestFloor, Math.max(lowestFloor, (4 * bin) / 64))
}
