/** A span of a paper, and true sentences about it. */
import type { Evidence } from '../../../src-main/answer/verify.ts'

export interface Paper {
  readonly id: string
  readonly evidence: Omit<Evidence, 'n'>
  readonly said: readonly string[]
  readonly aside: readonly string[]
}

export const span = (
  id: string,
  text: string,
  said: string[],
  aside: string[],
  context?: string,
  documentDate?: string,
): Paper => ({
  id,
  evidence: {
    text,
    ...(context === undefined ? {} : { context }),
    ...(documentDate === undefined ? {} : { documentDate }),
  },
  said,
  aside,
})
