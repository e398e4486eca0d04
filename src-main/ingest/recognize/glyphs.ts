/** What a reader takes for one character: components that stand over each other, as an i and its dot. */
import type { Components } from './components.ts'

export interface Glyph {
  readonly left: number
  readonly top: number
  /** Exclusive. */
  readonly right: number
  /** Exclusive. */
  readonly bottom: number
  /** Components, by their number. */
  readonly parts: readonly number[]
}

/** A component joins the glyph before it when it stands over or under it by this part of the narrower of the two. */
const SHARED = 0.3

export function glyphsOf({ left, top, right, bottom }: Components, members: readonly number[]): Glyph[] {
  const glyphs: { left: number; top: number; right: number; bottom: number; parts: number[] }[] = []
  for (const part of [...members].sort((a, b) => (left[a] as number) - (left[b] as number))) {
    const next = {
      left: left[part] as number,
      top: top[part] as number,
      right: (right[part] as number) + 1,
      bottom: (bottom[part] as number) + 1,
      parts: [part],
    }
    const last = glyphs.at(-1)
    const shared = last === undefined ? 0 : Math.min(last.right, next.right) - next.left
    if (last === undefined || shared <= SHARED * Math.min(last.right - last.left, next.right - next.left)) {
      glyphs.push(next)
      continue
    }
    last.top = Math.min(last.top, next.top)
    last.right = Math.max(last.right, next.right)
    last.bottom = Math.max(last.bottom, next.bottom)
    last.parts.push(part)
  }
  return glyphs
}
