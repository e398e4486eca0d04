/** One answer as it was shown, gathered from the events of a call. */
import type { AnswerEvent, AnswerValue, Citation } from '#contract/answers.ts'
import type { ConversationId, DocumentId, PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'

export interface Got {
  readonly sentences: readonly { readonly text: string; readonly citations: readonly Citation[] }[]
  /** Beside the sentences: what was shown of evidence and red flags. */
  readonly beside: readonly Citation[]
  readonly isNotInRecord: boolean
  readonly engine: 'typed' | 'extractive' | 'model' | 'none'
  readonly answer: AnswerValue | undefined
  readonly needsUnreadNotice: boolean
  /** Of documents and pages: may be said without a citation. */
  readonly searched: readonly number[]
  readonly dropped: number
  readonly conversationId: ConversationId | undefined
  readonly ms: number
}

export async function ask(
  api: Api,
  asked: {
    readonly personId: PersonId
    readonly question: string
    readonly voice: 'patient' | 'clinician'
    readonly conversationId?: ConversationId
  },
): Promise<Got> {
  const startedAt = performance.now()
  const events: AnswerEvent[] = []
  for await (const event of api.answers.ask(asked)) events.push(event)
  return { ...gotFrom(events), ms: performance.now() - startedAt }
}

export function gotFrom(events: readonly AnswerEvent[]): Omit<Got, 'ms'> {
  const of = <K extends AnswerEvent['kind']>(kind: K) =>
    events.filter((event): event is Extract<AnswerEvent, { kind: K }> => event.kind === kind)
  const end = of('end').at(-1)
  return {
    sentences: of('sentence').map(({ text, citations }) => ({ text, citations })),
    beside: [
      ...of('evidence').flatMap(({ citations }) => citations),
      ...of('redFlags').flatMap(({ redFlags }) => redFlags.flatMap(({ citations }) => citations)),
    ],
    isNotInRecord: of('notInRecord').length > 0,
    engine: end?.engine ?? 'none',
    answer: end?.answer,
    needsUnreadNotice: end?.needsUnreadNotice ?? false,
    searched: end === undefined ? [] : Object.values(end.searched),
    dropped: end?.dropped.length ?? 0,
    conversationId: of('conversation')[0]?.conversationId,
  }
}

export type FileNames = ReadonlyMap<DocumentId, string>
