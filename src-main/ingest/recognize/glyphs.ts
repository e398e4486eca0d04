/** What a reader takes for one character: components that stand over each other, as an i and its dot. */
import type { Components } from './components.ts'
import type { Outlines } from './outlines.ts'

export interface Glyph {
  readonly left: number
  readonly top: number
  /** Exclusive. */
  readonly right: number
  /** Exclusive. */
  readonly bottom: number
  /**
   * White between it and the glyph before it, from box to box and in the row where they come nearest. Slanted letters
   * lean over their neighbours: their boxes overlap where there is white between. Infinite for the first of a cell.
   */
  readonly gap: number
  readonly leaningGap: number
}

interface Gathered {
  left: number
  top: number
  right: number
  bottom: number
  gap: number
  leaningGap: number
  parts: number[]
}

/** A component joins the glyph before it when it stands over or under it by this part of the narrower of the two. */
const SHARED = 0.3

export function glyphsOf(components: Components, outlines: Outlines, members: readonly number[]): Glyph[] {
  const { left, top, right, bottom } = components
  const glyphs: Gathered[] = []
  for (const part of [...members].sort((a, b) => (left[a] as number) - (left[b] as number))) {
    const next = {
      left: left[part] as number,
      top: top[part] as number,
      right: (right[part] as number) + 1,
      bottom: (bottom[part] as number) + 1,
    }
    const last = glyphs.at(-1)
    const shared = last === undefined ? 0 : Math.min(last.right, next.right) - next.left
    if (last === undefined || shared <= SHARED * Math.min(last.right - last.left, next.right - next.left)) {
      glyphs.push({ ...next, gap: Number.POSITIVE_INFINITY, leaningGap: Number.POSITIVE_INFINITY, parts: [part] })
      continue
    }
    last.top = Math.min(last.top, next.top)
    last.right = Math.max(last.right, next.right)
    last.bottom = Math.max(last.bottom, next.bottom)
    last.parts.push(part)
  }
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1]
    if (before === undefined) return
    glyph.gap = glyph.left - before.right
    glyph.leaningGap = leaningGap(before, glyph, outlines)
  })
  return glyphs.map(({ parts, ...glyph }) => glyph)
}

/** Only between letters: a point under the arm of a 7 is as near as its box says. */
function leaningGap(before: Gathered, after: Gathered, outlines: Outlines): number {
  const heights = [before.bottom - before.top, after.bottom - after.top]
  if (Math.min(...heights) < LETTER * Math.max(...heights)) return after.left - before.right
  return outlines.gap(before.parts, after.parts) ?? after.left - before.right
}

const LETTER = 0.5
