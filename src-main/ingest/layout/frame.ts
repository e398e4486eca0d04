/**
 * Words of one writing direction, turned upright and put in an order that depends on geometry alone, so that
 * nothing after this file can depend on the order in which a program happened to draw.
 */
import type { PageSize, PositionedWord, Turn } from './positioned-word.ts'

/** An upright word: x grows along the line, `base` is its baseline and grows down the page. */
export interface Upright {
  readonly word: PositionedWord
  readonly x0: number
  readonly x1: number
  readonly base: number
  readonly size: number
}

export function uprightWords(words: readonly PositionedWord[], turn: Turn, page: PageSize): Upright[] {
  const upright = words.map((word) => stand(word, turn, page))
  return upright.sort(byPlace)
}

function stand(word: PositionedWord, turn: Turn, page: PageSize): Upright {
  const size = word.size > 0 ? word.size : Math.max(word.height, Number.EPSILON)
  const descent = word.descent ?? size * 0.2
  const { x, y, width, height } = word
  if (turn === 1) return { word, x0: y, x1: y + height, base: page.width - x - descent, size }
  if (turn === 2) {
    return { word, x0: page.width - x - width, x1: page.width - x, base: page.height - y - descent, size }
  }
  if (turn === 3) return { word, x0: page.height - y - height, x1: page.height - y, base: x + width - descent, size }
  return { word, x0: x, x1: x + width, base: y + height - descent, size }
}

function byPlace(a: Upright, b: Upright): number {
  return a.base - b.base || a.x0 - b.x0 || a.x1 - b.x1 || a.size - b.size || compare(a.word.text, b.word.text)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
