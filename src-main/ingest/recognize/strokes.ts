/**
 * How Latin print shows which way is up: far more strokes rise above its small letters (b, d, f, h, k, l, t, capitals,
 * digits) than fall below (g, j, p, q, y). Scripts of which that is not so pass the measure neither way.
 */
import type { Components } from './components.ts'
import type { Line } from './lines.ts'

/** Letters that rise above the small ones of their line, and letters that fall below. */
export interface Strokes {
  readonly rising: number
  readonly falling: number
}

export function strokesOf({ top, bottom }: Components, lines: readonly Line[]): Strokes {
  let rising = 0
  let falling = 0
  for (const { letters } of lines) {
    if (letters.length < 8) continue
    const tops = letters.map((c) => top[c] as number)
    const bottoms = letters.map((c) => bottom[c] as number)
    // The lower half of the tops and the upper half of the bottoms lie at the two edges of the small letters.
    const upper = quantile(tops, 0.6)
    const lower = quantile(bottoms, 0.4)
    const slack = 0.2 * (lower - upper)
    rising += tops.filter((y) => y < upper - slack).length
    falling += bottoms.filter((y) => y > lower + slack).length
  }
  return { rising, falling }
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0

/** No reading is needed: hundreds of letters say the same. */
export const clearlyUpright = ({ rising, falling }: Strokes): boolean => rising >= 60 && rising >= 2.7 * falling
