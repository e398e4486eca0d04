/** What a typed query comes to: sentences about facts, and the same for programs. */
import type { AnswerValue } from '#contract/answers.ts'
import type { DocumentId, FactId } from '#contract/ids.ts'

export interface TypedSentence {
  readonly text: string
  /** What it rests on; empty only where it says that something is not there. */
  readonly factIds: readonly FactId[]
  /** Days and words that a paper says of itself, to be found on its pages. */
  readonly days?: readonly { readonly documentId: DocumentId; readonly on: string }[]
  readonly words?: readonly { readonly documentId: DocumentId; readonly text: string }[]
}

export interface TypedAnswer {
  /** The first answers the question. */
  readonly sentences: readonly TypedSentence[]
  readonly answer: AnswerValue
  /** It speaks of all, of how many, of an extreme, of the last or of none: what is unread could change it. */
  readonly dependsOnUnread: boolean
}
