/**
 * Questions that somebody who knew neither the program nor its tests wrote after reading the papers of ten invented people,
 * and how they are asked: each in a vault that holds relatives and namesakes, too.
 */
import { join } from 'node:path'
import { makeRecordPeople } from '../../../../tools/make-papers/record-qa/record-qa.ts'
import type { Place, RecordPaper, RecordPerson } from '../../../../tools/make-papers/record-qa/truth.ts'
import { withFolder } from '../../retrieval/with-folder.ts'
import { askVault } from '../ask-all.ts'
import type { Expected, Question, QuestionKind } from '../questions/question.ts'
import type { VaultOptions } from '../record-vault.ts'
import type { Scored } from '../score.ts'
import { antonMereeldale } from './anton-mereeldale.ts'
import { brunoDornostow } from './bruno-dornostow.ts'
import { brunoSelomere } from './bruno-selomere.ts'
import { detlefLornenwood } from './detlef-lornenwood.ts'
import { detlefNettoholt } from './detlef-nettoholt.ts'
import { freyaFennifield } from './freya-fennifield.ts'
import { freyaPenostow } from './freya-penostow.ts'
import { gerdaSelewood } from './gerda-selewood.ts'
import { haraldSelamby } from './harald-selamby.ts'
import { jakobOrlorfield } from './jakob-orlorfield.ts'
import type { Said, StrangerKind, StrangerRecord } from './say.ts'

export const STRANGER_SEED = 5
export const STRANGER_PEOPLE = 40

interface StrangerVault {
  readonly records: readonly StrangerRecord[]
  /** Whose papers lie beside them. */
  readonly beside: readonly string[]
}

export const strangerVaults: readonly StrangerVault[] = [
  {
    records: [haraldSelamby, antonMereeldale, freyaFennifield, freyaPenostow, brunoDornostow, brunoSelomere],
    beside: ['Gustav Mereeldale'],
  },
  {
    records: [jakobOrlorfield, detlefLornenwood, detlefNettoholt, gerdaSelewood],
    beside: ['Jana Nettoholt', 'Fabian Selewood'],
  },
]

export interface StrangerScored extends Scored {
  readonly asks: StrangerKind
}

export async function askStranger(options: VaultOptions): Promise<StrangerScored[]> {
  const people = await makeRecordPeople(STRANGER_PEOPLE, STRANGER_SEED)
  const scored: StrangerScored[] = []
  await withFolder(async (folder) => {
    for (const [at, { records, beside }] of strangerVaults.entries()) {
      const names = [...records.map(({ person }) => person), ...beside]
      const inVault = names.map((name) => personNamed(people, name))
      const asked = records.flatMap((record) => strangerQuestions(record, personNamed(people, record.person)))
      const startedAt = performance.now()
      const all = await askVault(
        ...([join(folder, String(at)), inVault, asked.map(({ question }) => question)] as const),
        options,
      )
      scored.push(...all.map((one, number) => ({ ...one, asks: asked[number]?.asks ?? 'value' })))
      console.error(
        `vault ${at + 1}: ${asked.length} questions, ${Math.round((performance.now() - startedAt) / 1000)} s`,
      )
    }
  })
  return scored
}

interface StrangerQuestion {
  readonly asks: StrangerKind
  readonly question: Question
}

export function strangerQuestions({ questions }: StrangerRecord, person: RecordPerson): StrangerQuestion[] {
  return questions.map((said, at) => ({
    asks: said.asks,
    question: {
      id: `${person.first}-${person.last}-stranger-${at + 1}`,
      person: person.name,
      ...{ kind: kindOf(said), wording: 'plain', voice: said.voice },
      before: said.turns.slice(0, -1),
      text: said.turns.at(-1) ?? '',
      expected: placed(said, person),
    },
  }))
}

/** Of each group the papers of which one is enough. */
export const paperGroups = (papers: string, person: RecordPerson): RecordPaper[][] =>
  papers === '' ? [] : papers.split(' + ').map((group) => group.split(' | ').map((on) => paperOf(person, on.trim())))

export function personNamed(people: readonly RecordPerson[], name: string): RecordPerson {
  const person = people.find((one) => one.name === name)
  if (person === undefined) throw new Error(`nobody is named ${name}`)
  return person
}

/** The whole first page of a paper may be cited; a value must stand in the quote. */
function placed({ expected, papers }: Said, person: RecordPerson): Expected {
  if (expected.is === 'unanswerable') return expected
  const words = expected.is === 'value' ? [expected.wanted.valueText] : []
  const place = ({ fileName }: RecordPaper): Place => ({ fileName, page: 1, words })
  return { ...expected, groups: paperGroups(papers, person).map((group) => group.map(place)) }
}

function paperOf(person: RecordPerson, on: string): RecordPaper {
  const found = person.papers.filter(({ fileName }) => fileName.includes(`-${on}-`))
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${person.name} has ${found.length} papers of ${on}`)
  return found[0]
}

/** The kind of the benchmark that it is scored as; differences are computed, and so is a mean. */
function kindOf({ asks, expected }: Said): QuestionKind {
  if (expected.is === 'computed') return asks === 'compare' ? 'change' : asks === 'count' ? 'count' : 'mean'
  return asks === 'follow-up' ? 'follow-up' : asks === 'when' ? 'when' : asks === 'dose' ? 'dose' : 'latest'
}
