/**
 * The questions that come with the program: twenty invented people, what they and those who care for them ask, and where
 * in the papers the answers stand. A chunk is relevant with the highest grade of a gold passage in it: 3 says what is
 * asked, 1 names the matter or an earlier state of it. Questions with `last year` are asked in 2026.
 */
import { createRandom } from '../../../../tools/make-papers/random.ts'
import { makeRecords, type PersonRecord } from '../../../../tools/make-papers/records/records.ts'
import { fillSlots } from '../../../../tools/make-papers/records/slots.ts'
import type { EvaluationSet, Gold, SetQuestion } from '../evaluation-set.ts'
import { askedTopics } from './asked-topics.ts'
import { askForReadings } from './readings.ts'
import { textOf } from './record-text.ts'
import { askForNothing } from './unanswerable.ts'

/** The same seed gives the same set; every seed asks for the same matters, of other people, among other sentences. */
export function evaluationSet(seed: number): EvaluationSet {
  const records = makeRecords(
    askedTopics.flatMap(({ topics }) => topics),
    seed,
  )
  const random = createRandom(seed + 1)
  return {
    people: records.map(({ person: { name, bornOn }, pages }) => ({
      name,
      bornOn,
      documents: pages.map((page) => ({ title: page.title, fileName: page.fileName, text: textOf(page).text })),
    })),
    questions: [...askForTopics(records), ...askForReadings(records, random)],
    unanswerable: askForNothing(records, random),
  }
}

function askForTopics(records: readonly PersonRecord[]): SetQuestion[] {
  return askedTopics.flatMap(({ slice, vocabulary, topics }) =>
    topics.map(({ asks }, at): SetQuestion => {
      const record = records.find((one) => one.topics.some((topic) => topic.asks === asks))
      if (record === undefined) throw new Error(`nobody has "${asks}"`)
      return {
        id: `${slice} ${vocabulary} ${at + 1}`,
        person: record.person.name,
        text: fillSlots(asks, record.person, '2026-01-01', createRandom(at)),
        ...{ slice, vocabulary },
        gold: goldOf(record, asks),
      }
    }),
  )
}

const goldOf = ({ pages }: PersonRecord, asks: string): Gold[] =>
  pages.flatMap((page) => {
    const { text, anchors } = textOf(page)
    return anchors.flatMap(({ about, start, end }) =>
      about.kind === 'topic' && about.asks === asks
        ? [{ document: page.fileName, quote: text.slice(start, end), grade: about.isSaid ? 3 : 1 }]
        : [],
    )
  })
