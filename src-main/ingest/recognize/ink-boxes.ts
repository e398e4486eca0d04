/**
 * Engines answer boxes that are loose, or slip sideways by half a letter. The ink knows better: every connected
 * component goes to the word that it overlaps most, and the word's box is what lies round its components.
 */
import type { PixelBox } from '../image/raster.ts'
import { findComponents } from './components.ts'
import type { PreparedPage } from './prepared-page.ts'

/** One box for each word given; undefined where there is no ink that is its own. */
export function tightenBoxes(
  words: readonly { readonly box: PixelBox }[],
  page: PreparedPage,
): (PixelBox | undefined)[] {
  const bins = binWords(words, page.ink.height)
  const bounds = words.map(() => ({ left: Infinity, top: Infinity, right: -1, bottom: -1 }))
  const parts = findComponents(page.ink)
  for (let i = 0; i < parts.count; i++) {
    const left = parts.left[i] as number
    const top = parts.top[i] as number
    const right = parts.right[i] as number
    const bottom = parts.bottom[i] as number
    for (const at of ownersOf({ x: left, y: top, width: right - left + 1, height: bottom - top + 1 }, words, bins)) {
      const box = words[at]?.box as PixelBox
      const bound = bounds[at] as { left: number; top: number; right: number; bottom: number }
      // A component that reaches over several words (letters that touch, a stroke) counts only within each.
      const shared = right - left > box.width * 1.2
      bound.left = Math.min(bound.left, shared ? Math.max(left, box.x) : left)
      bound.right = Math.max(bound.right, shared ? Math.min(right, box.x + box.width - 1) : right)
      bound.top = Math.min(bound.top, Math.max(top, box.y - box.height / 2))
      bound.bottom = Math.max(bound.bottom, Math.min(bottom, box.y + box.height * 1.5))
    }
  }
  return bounds.map(({ left, top, right, bottom }) =>
    right < left ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
  )
}

type Bins = readonly (readonly number[])[]
const BIN = 32

function binWords(words: readonly { readonly box: PixelBox }[], height: number): Bins {
  const bins: number[][] = Array.from({ length: Math.ceil(height / BIN) + 1 }, () => [])
  words.forEach(({ box }, i) => {
    for (let b = Math.max(0, Math.floor(box.y / BIN)); b <= Math.floor((box.y + box.height) / BIN); b++)
      bins[b]?.push(i)
  })
  return bins
}

/** The word that holds most of the component; several, where it lies across more than one. */
function ownersOf(part: PixelBox, words: readonly { readonly box: PixelBox }[], bins: Bins): number[] {
  const area = part.width * part.height
  const near = new Set<number>()
  for (let b = Math.floor(part.y / BIN); b <= Math.floor((part.y + part.height) / BIN); b++)
    for (const i of bins[b] ?? []) near.add(i)
  const held = [...near]
    .map((i) => ({ i, share: overlap(part, words[i]?.box as PixelBox) / area }))
    .filter(({ share }) => share > 0.2)
    .sort((a, b) => b.share - a.share)
  const best = held[0]
  return best === undefined ? [] : best.share > 0.6 ? [best.i] : held.map(({ i }) => i)
}

function overlap(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}
