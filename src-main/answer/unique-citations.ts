/** Each place once, where it comes first. */
import type { Citation } from '#contract/answers.ts'

export function uniqueCitations(citations: readonly Citation[]): Citation[] {
  const seen = new Set<string>()
  return citations.filter(({ documentId, page, start, quote }) => {
    const key = JSON.stringify([documentId, page, start, quote])
    return !seen.has(key) && seen.add(key)
  })
}
