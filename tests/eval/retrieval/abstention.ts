/** Whether what is asked is answered from the right passage, and what is not on record is left unanswered. */
import type { AnswerEvent } from '#contract/answers.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { type EvaluationSet, overlaps, type SetPerson, type SetQuestion } from './evaluation-set.ts'
import type { SetVault } from './set-vault.ts'

export interface Abstention {
  readonly answerable: readonly Answerable[]
  readonly unanswerable: readonly { readonly id: string; readonly isAnswered: boolean }[]
}

export interface Answerable extends Pick<SetQuestion, 'id' | 'slice' | 'vocabulary'> {
  /** `supported`: a sentence shown overlaps a gold passage in its own document. `elsewhere`: sentences, but none that does. */
  readonly outcome: 'supported' | 'elsewhere' | 'silent'
}

type Sentence = Extract<AnswerEvent, { kind: 'sentence' }>

export async function measureAbstention(
  vault: Pick<SetVault, 'api' | 'personIds'>,
  { people, questions, unanswerable }: EvaluationSet,
): Promise<Abstention> {
  const records = new Map<string, Awaited<ReturnType<typeof openRecord>>>()
  for (const person of people) records.set(person.name, await openRecord(vault, person))
  const recordOf = (name: string) => {
    const record = records.get(name)
    if (record === undefined) throw new Error(`a question asks for ${name}, of whom the set has no papers`)
    return record
  }
  const answerable: Answerable[] = []
  for (const question of questions) {
    const { id, slice, vocabulary } = question
    const record = recordOf(question.person)
    const sentences = await record.ask(question.text)
    const isSupported = sentences.some((sentence) => record.isGold(sentence, question))
    const outcome = isSupported ? 'supported' : sentences.length > 0 ? 'elsewhere' : 'silent'
    answerable.push({ id, slice, vocabulary, outcome })
  }
  const falsely: { id: string; isAnswered: boolean }[] = []
  for (const { id, person, text } of unanswerable)
    falsely.push({ id, isAnswered: (await recordOf(person).ask(text)).length > 0 })
  return { answerable, unanswerable: falsely }
}

async function openRecord({ api, personIds }: Pick<SetVault, 'api' | 'personIds'>, person: SetPerson) {
  const personId = personIds.get(person.name)
  if (personId === undefined) throw new Error(`${person.name} is not in the vault`)
  const fileNames = await listFileNames(api, personId)
  const textOf = new Map(person.documents.map(({ fileName, text }) => [fileName, text]))
  return {
    async ask(question: string): Promise<Sentence[]> {
      const sentences: Sentence[] = []
      for await (const event of api.answers.ask({ personId, question }))
        if (event.kind === 'sentence') sentences.push(event)
      return sentences
    },
    isGold: ({ citations }: Sentence, { gold }: SetQuestion) =>
      citations.some(({ documentId, quote }) => {
        const fileName = fileNames.get(documentId) ?? ''
        const text = textOf.get(fileName) ?? ''
        return gold.some((passage) => passage.document === fileName && overlaps(text, passage.quote, quote))
      }),
  }
}

async function listFileNames(api: Api, personId: PersonId): Promise<Map<DocumentId, string>> {
  const fileNames = new Map<DocumentId, string>()
  for (let page = await api.documents.list({ filter: { personId } }); ; ) {
    for (const { id, fileName } of page.items) fileNames.set(id, fileName)
    if (page.nextCursor === null) return fileNames
    page = await api.documents.list({ filter: { personId }, cursor: page.nextCursor })
  }
}
