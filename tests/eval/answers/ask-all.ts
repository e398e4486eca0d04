/** Asks all questions of some vaults, each in its conversation, and scores what comes back. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PersonId } from '#contract/ids.ts'
import { makeRecordPeople } from '../../../tools/make-papers/record-qa/record-qa.ts'
import type { RecordPerson } from '../../../tools/make-papers/record-qa/truth.ts'
import { withFolder } from '../retrieval/with-folder.ts'
import { ask, type Got } from './got.ts'
import { makeQuestions, vaultsOf } from './questions/make-questions.ts'
import type { Question } from './questions/question.ts'
import { openRecordVault, type PersonFiles, type RecordVault, type VaultOptions } from './record-vault.ts'
import { type Scored, score } from './score.ts'

export interface Asked extends VaultOptions {
  readonly people: number
  readonly seed: number
  readonly wants: (question: Question) => boolean
  /** Other files for a person than their papers. */
  readonly filesOf?: (person: RecordPerson) => Promise<readonly { name: string; bytes: Uint8Array }[]>
}

export async function askAll(asked: Asked): Promise<Scored[]> {
  const people = await makeRecordPeople(asked.people, asked.seed)
  const scored: Scored[] = []
  await withFolder(async (folder) => {
    for (const [at, inVault] of vaultsOf(people).entries()) {
      const questions = makeQuestions(inVault, asked.seed).filter(asked.wants)
      if (questions.length === 0) continue
      const startedAt = performance.now()
      scored.push(...(await askVault(join(folder, String(at)), inVault, questions, asked)))
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      console.error(`vault ${at + 1}: ${inVault.length} people, ${questions.length} questions, ${seconds} s`)
    }
  })
  return scored
}

export async function askVault(
  folder: string,
  people: readonly RecordPerson[],
  questions: readonly Question[],
  { filesOf = papersOf, ...options }: VaultOptions & Pick<Asked, 'filesOf'>,
): Promise<Scored[]> {
  mkdirSync(folder)
  const files: PersonFiles[] = []
  for (const person of people) files.push({ name: person.name, bornOn: person.bornOn, files: await filesOf(person) })
  const vault = await openRecordVault(folder, files, options)
  try {
    const scored: Scored[] = []
    for (const question of questions) {
      const at = people.findIndex(({ name }) => name === question.person)
      const [person, held] = [people[at], vault.people[at]]
      if (person === undefined || held === undefined) throw new Error(`nobody is named ${question.person}`)
      const got = await askOne(vault, held.id, question)
      const others = people.filter((other) => other !== person)
      scored.push(score(question, got, { person, others, fileNames: held.fileNames }))
    }
    return scored
  } finally {
    await vault.close()
  }
}

const papersOf = async ({ papers }: RecordPerson) => papers.map(({ fileName, bytes }) => ({ name: fileName, bytes }))

async function askOne({ api }: RecordVault, personId: PersonId, { before, text, voice }: Question): Promise<Got> {
  let conversationId: Got['conversationId']
  for (const question of before) ({ conversationId } = await ask(api, { personId, question, voice }))
  return ask(api, { personId, question: text, voice, ...(conversationId === undefined ? {} : { conversationId }) })
}
