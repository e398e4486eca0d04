/** What one way of answering comes to, whether facts answer, papers are quoted, or both. */
import type { AnswerEngine, AnswerValue, Citation } from '#contract/answers.ts'
import type { AnswerWhy } from '#contract/conversations.ts'
import type { FactId } from '#contract/ids.ts'

export interface Shown {
  readonly text: string
  readonly citations: readonly Citation[]
}

export interface Answer {
  readonly engine: AnswerEngine
  readonly sentences: readonly Shown[]
  readonly evidence: readonly Citation[]
  readonly weighed: AnswerWhy['evidence']
  /** Facts that it shows or quotes. */
  readonly factIds: readonly FactId[]
  readonly answer?: AnswerValue
  readonly dependsOnUnread: boolean
}
