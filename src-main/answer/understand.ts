/** Puts a question formally, where that can be done surely: by its own words, else by the question before it. */
import type { ConversationId, PersonId } from '#contract/ids.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import type { Conversations } from '../record/conversations.ts'
import { type FactName, listFactNames } from '../store/named-facts.ts'
import { listNames } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import { namesAnother } from './names-another.ts'
import { type Before, followUp } from './typed/follow-up.ts'
import { parseQuestion } from './typed/parse-question.ts'
import { type Part, questionParts } from './typed/question-parts.ts'
import { createSubjectIndex, indexOwnNames, type SubjectIndex } from './typed/subject-index.ts'

export interface UnderstandDeps {
  readonly store: Store
  readonly conversations: Pick<Conversations, 'get'>
  readonly today: () => Date
}

export interface Understood {
  readonly query: TypedQuery | undefined
  /** Where several things are asked; `query` is the first that was understood. */
  readonly parts: readonly Part[]
  /** The names of the person's facts, looked up once for the whole answer. */
  readonly known: readonly FactName[]
  /** It names another person of the vault. */
  readonly isOfAnother: boolean
  readonly personName: string
}

export function createUnderstand({ store: { db }, conversations, today }: UnderstandDeps) {
  return async (
    { personId, question, query }: { personId: PersonId; question: string; query?: TypedQuery | undefined },
    conversationId: ConversationId,
  ): Promise<Understood> => {
    const known = await listFactNames(db, personId)
    const people = await listNames(db)
    const person = people.find(({ id }) => id === personId)
    const personName = person?.name ?? ''
    if (query !== undefined) return { query, parts: [], known, isOfAnother: false, personName }
    const others = people.filter(({ id }) => id !== personId).map(({ name }) => name)
    if (namesAnother(question, personName, others))
      return { query: undefined, parts: [], known, isOfAnother: true, personName }
    const input = {
      ...{ question, today: today(), index: await subjectIndex(), own: indexOwnNames(known) },
      ...(person !== undefined && { personName: person.name }),
    }
    const before = await lastAnswered(conversationId)
    const parts = questionParts(input)
    const first = parts.find((part) => part.query !== undefined)?.query
    const asked = first ?? followUp(input, before) ?? parseQuestion(input)
    return { query: asked, parts, known, isOfAnother: false, personName }
  }

  async function lastAnswered(id: ConversationId): Promise<Before | undefined> {
    const { answers } = await conversations.get(id)
    const last = answers.at(-2)?.why
    return last?.query === undefined ? undefined : { query: last.query, answer: last.answer ?? {} }
  }
}

let index: Promise<SubjectIndex> | undefined

/** The tables of names are the same for every vault, and are read once in a process. */
function subjectIndex(): Promise<SubjectIndex> {
  index ??= createSubjectIndex().catch((error: unknown) => {
    index = undefined
    throw error
  })
  return index
}
