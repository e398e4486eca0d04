/** Turns light print on dark bars dark-on-light, in the grey page and in its ink. */
import type { InkMap, PixelBox, Raster } from '../image/raster.ts'
import { findComponents } from './components.ts'
import { PAPER } from './even-light.ts'
import type { Solid } from './solids.ts'

/** Changes `grey` and `ink`; gives back the bars it turned and the solid areas that are none. */
export function turnReverseVideo(grey: Raster, ink: InkMap, solids: readonly Solid[], letterHeight: number) {
  const bars: PixelBox[] = []
  const others: Solid[] = []
  for (const solid of solids) {
    if (bars.some((bar) => holds(bar, solid))) continue
    const bar = barRound(ink, solid, letterHeight)
    if (bar && holdsPrint(ink, bar)) {
      bars.push(bar)
      invert(grey, ink, bar)
    } else others.push(solid)
  }
  return { bars, others }
}

function holds(bar: PixelBox, { x, y, width, height }: PixelBox): boolean {
  const cx = x + width / 2
  const cy = y + height / 2
  return cx >= bar.x && cx <= bar.x + bar.width && cy >= bar.y && cy <= bar.y + bar.height
}

/** Follows the unbroken strips above and below the print to both ends of the bar. */
function barRound(ink: InkMap, solid: PixelBox, letterHeight: number): PixelBox | undefined {
  const [top, bottom] = heightAt(ink, solid)
  const inset = Math.max(1, Math.round(0.06 * letterHeight))
  const upper = (top + inset) * ink.width
  const lower = (bottom - inset) * ink.width
  const crack = Math.max(2, Math.round(0.15 * letterHeight))
  const reach = (step: 1 | -1) => {
    let edge = solid.x + (solid.width >> 1)
    for (let x = edge, blank = 0; x >= 0 && x < ink.width && blank <= crack; x += step) {
      if (ink.data[upper + x] === 1 && ink.data[lower + x] === 1) {
        edge = x
        blank = 0
      } else blank++
    }
    return edge
  }
  const from = reach(-1)
  const bar = { x: from, y: top, width: reach(1) - from + 1, height: bottom - top + 1 }
  const tall = bar.height >= 0.9 * letterHeight && bar.height <= 12 * letterHeight
  return tall && bar.width >= 1.5 * letterHeight ? bar : undefined
}

/** First and last row of the ink that runs through the solid area, as most of its columns see it. */
function heightAt({ width, height, data }: InkMap, solid: PixelBox): [top: number, bottom: number] {
  const middle = solid.y + (solid.height >> 1)
  const tops: number[] = []
  const bottoms: number[] = []
  for (let x = solid.x; x < solid.x + solid.width; x++) {
    let top = middle
    let bottom = middle
    while (top > 0 && data[(top - 1) * width + x] === 1) top--
    while (bottom < height - 1 && data[(bottom + 1) * width + x] === 1) bottom++
    tops.push(top)
    bottoms.push(bottom)
  }
  return [median(tops), median(bottoms)]
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

/** At least two light shapes as tall as letters would be, and not more light than print leaves. */
function holdsPrint(ink: InkMap, bar: PixelBox): boolean {
  const light = new Uint8Array(bar.width * bar.height)
  let lit = 0
  for (let y = 0; y < bar.height; y++) {
    const from = (bar.y + y) * ink.width + bar.x
    for (let x = 0; x < bar.width; x++) {
      if (ink.data[from + x] === 1) continue
      light[y * bar.width + x] = 1
      lit++
    }
  }
  if (lit > 0.5 * light.length) return false
  const shapes = findComponents({ width: bar.width, height: bar.height, data: light })
  let letters = 0
  for (let c = 0; c < shapes.count; c++) {
    const height = (shapes.bottom[c] as number) - (shapes.top[c] as number) + 1
    const width = (shapes.right[c] as number) - (shapes.left[c] as number) + 1
    const inside = (shapes.top[c] as number) > 0 && (shapes.bottom[c] as number) < bar.height - 1
    if (inside && height >= 6 && height < 0.9 * bar.height && width < 3 * height) letters++
  }
  return letters >= 2
}

function invert(grey: Raster, ink: InkMap, bar: PixelBox): void {
  const [dark, light] = tonesOf(grey, ink, bar)
  const gain = PAPER / Math.max(24, light - dark)
  for (let y = bar.y - 1; y <= bar.y + bar.height; y++) {
    if (y < 0 || y >= grey.height) continue
    const rim = y <= bar.y || y >= bar.y + bar.height - 1
    const from = y * grey.width + Math.max(0, bar.x - 1)
    const to = y * grey.width + Math.min(grey.width, bar.x + bar.width + 1)
    for (let i = from; i < to; i++) {
      const outer = rim || i <= from + 1 || i >= to - 2
      const value = outer ? PAPER : PAPER - gain * ((grey.data[i] as number) - dark)
      grey.data[i] = value < 0 ? 0 : value > 255 ? 255 : value
      ink.data[i] = value < 0.52 * PAPER ? 1 : 0
    }
  }
}

/** Grey of the bar and of the brightest of its print. */
function tonesOf(grey: Raster, ink: InkMap, bar: PixelBox): [dark: number, light: number] {
  const dark = new Uint32Array(256)
  const light = new Uint32Array(256)
  for (let y = bar.y + 1; y < bar.y + bar.height - 1; y++) {
    for (let x = bar.x + 1, i = y * grey.width + x; x < bar.x + bar.width - 1; x++, i++) {
      const tones = ink.data[i] === 1 ? dark : light
      const value = grey.data[i] as number
      tones[value] = (tones[value] as number) + 1
    }
  }
  return [quantile(dark, 0.5), quantile(light, 0.8)]
}

function quantile(tones: Uint32Array, part: number): number {
  let left = part * tones.reduce((sum, count) => sum + count, 0)
  for (let value = 0; value < 256; value++) {
    left -= tones[value] as number
    if (left < 0) return value
  }
  return 255
}
