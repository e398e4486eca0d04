/** A scanner's word on how many dots make an inch, taken only where it is no default and makes a likely sheet. */
import type { Size } from './pixel-limits.ts'

/** `dpi` and the size in pixels, both as the file has them. */
export function plausibleDpi(dpi: number | undefined, { width, height }: Size): number | undefined {
  if (dpi === undefined || !(dpi >= MIN_DPI && dpi <= MAX_DPI) || defaults.has(Math.round(dpi))) return
  const longest = Math.max(width, height) / dpi
  return longest >= MIN_INCHES && longest <= MAX_INCHES ? dpi : undefined
}

const MIN_DPI = 50
const MAX_DPI = 1200
/** What programs write of pictures that never lay on a scanner. */
const defaults: ReadonlySet<number> = new Set([72, 96])
/** From a visiting card to A2. */
const MIN_INCHES = 2
const MAX_INCHES = 24
