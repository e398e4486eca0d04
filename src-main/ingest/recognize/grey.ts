/** Plain operations on grey rasters that the steps of preparation share: smaller copies, brightest and darkest neighbours, blur. */
import type { Raster } from '../image/raster.ts'

/** Each pixel the mean of a square of `factor` × `factor`; what is left over at the right and bottom joins the last ones. */
export function shrink(page: Raster, factor: number): Raster {
  if (factor <= 1) return page
  const width = Math.max(1, Math.floor(page.width / factor))
  const height = Math.max(1, Math.floor(page.height / factor))
  const data = new Uint8Array(width * height)
  const sums = new Uint32Array(width)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    const rows = y === height - 1 ? page.height - y * factor : factor
    for (let dy = 0; dy < rows; dy++) addRow(page, y * factor + dy, factor, sums)
    for (let x = 0; x < width; x++) {
      const columns = x === width - 1 ? page.width - x * factor : factor
      data[y * width + x] = ((sums[x] as number) / (rows * columns) + 0.5) | 0
    }
  }
  return { width, height, data }
}

function addRow({ width, data }: Raster, row: number, factor: number, sums: Uint32Array): void {
  let i = row * width
  const stop = i + width
  const last = sums.length - 1
  for (let x = 0; x < last; x++) {
    let sum = 0
    for (const end = i + factor; i < end; i++) sum += data[i] as number
    sums[x] = (sums[x] as number) + sum
  }
  let sum = 0
  for (; i < stop; i++) sum += data[i] as number
  sums[last] = (sums[last] as number) + sum
}

/** Each pixel the darkest of its square of `factor` × `factor`, in the same grid as shrink(). */
export function shrinkToDarkest(page: Raster, factor: number): Raster {
  const width = Math.max(1, Math.floor(page.width / factor))
  const height = Math.max(1, Math.floor(page.height / factor))
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < page.height; y++) {
    const base = Math.min(height - 1, (y / factor) | 0) * width
    let i = y * page.width
    for (let x = 0; x < width; x++) {
      const stop = x === width - 1 ? (y + 1) * page.width : i + factor
      let least = data[base + x] as number
      for (; i < stop; i++) if ((page.data[i] as number) < least) least = page.data[i] as number
      data[base + x] = least
    }
  }
  return { width, height, data }
}

/** Each pixel the brightest within `reach` pixels, both ways. */
export const brightest = (page: Raster, reach: number): Raster => extremes(page, reach, false)

/** Each pixel the darkest within `reach` pixels, both ways. */
export const darkest = (page: Raster, reach: number): Raster => extremes(page, reach, true)

/** Grey closing (Serra 1982): dark things narrower than twice `reach` go, wider ones keep their shape. */
export const withoutThinInk = (page: Raster, reach: number): Raster => darkest(brightest(page, reach), reach)

function extremes(page: Raster, reach: number, dark: boolean): Raster {
  if (reach < 1) return page
  const { width, height } = page
  const across = new Uint8Array(width * height)
  const flip = dark ? 255 : 0
  const source = page.data
  for (let y = 0; y < height; y++) {
    const base = y * width
    for (let x = 0; x < width; x++) {
      let most = 0
      const to = base + Math.min(width - 1, x + reach)
      for (let i = base + Math.max(0, x - reach); i <= to; i++) {
        const value = (source[i] as number) ^ flip
        if (value > most) most = value
      }
      across[base + x] = most
    }
  }
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const base = y * width
    const to = Math.min(height - 1, y + reach)
    for (let row = Math.max(0, y - reach); row <= to; row++) {
      for (let x = 0, i = row * width; x < width; x++, i++) {
        if ((across[i] as number) > (data[base + x] as number)) data[base + x] = across[i] as number
      }
    }
  }
  if (dark) for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) ^ 255
  return { width, height, data }
}

/** Mean over a square of 2 × `reach` + 1, cut off at the edges. */
export function blur(page: Raster, reach: number): Raster {
  if (reach < 1) return page
  const { width, height } = page
  const across = new Uint16Array(width * height)
  for (let y = 0; y < height; y++) blurLine(page.data, across, y * width, 1, width, reach, 256)
  const data = new Uint8Array(width * height)
  for (let x = 0; x < width; x++) blurLine(across, data, x, width, height, reach, 1 / 256)
  return { width, height, data }
}

type Samples = Uint8Array | Uint16Array

/** `gain` keeps fractions between the two passes. */
function blurLine(
  from: Samples,
  to: Samples,
  start: number,
  step: number,
  length: number,
  reach: number,
  gain: number,
): void {
  let sum = 0
  let count = 0
  for (let i = 0; i < Math.min(reach, length); i++, count++) sum += from[start + i * step] as number
  for (let i = 0; i < length; i++) {
    if (i + reach < length) {
      sum += from[start + (i + reach) * step] as number
      count++
    }
    if (i > reach) {
      sum -= from[start + (i - reach - 1) * step] as number
      count--
    }
    to[start + i * step] = Math.min(gain > 1 ? 65535 : 255, (sum / count) * gain + 0.5)
  }
}

/** The value below which the given part (0..1) of the pixels lie. */
export function percentile({ data }: Raster, part: number, step = 1): number {
  const histogram = new Uint32Array(256)
  let count = 0
  for (let i = 0; i < data.length; i += step, count++) {
    const value = data[i] as number
    histogram[value] = (histogram[value] as number) + 1
  }
  let left = part * count
  for (let value = 0; value < 256; value++) {
    left -= histogram[value] as number
    if (left < 0) return value
  }
  return 255
}
