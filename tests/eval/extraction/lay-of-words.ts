/** How the words of a drawn page lie: how many are wholly on it, and which lie over another. */
import type { Page } from '../../../tools/make-papers/print/page.ts'
import { truthOf } from '../../../tools/make-papers/print/truth.ts'

export function layOfWords(page: Page): { readonly words: number; readonly overlapping: readonly string[] } {
  const { words } = truthOf(page, (point) => point, page)
  const overlapping = words.flatMap(({ text, box: [x, y, width, height] }, i) =>
    words
      .slice(i + 1)
      .filter(
        ({ box: [left, top, wide, high] }) => left < x + width && left + wide > x && top < y + height && top + high > y,
      )
      .map((other) => `${text} ${other.text}`),
  )
  return { words: words.length, overlapping }
}
