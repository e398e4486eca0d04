/** The record's views over fifty thousand facts of one person, made through the program's own queries. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { createFactCiter } from '../../src-main/answer/cite-facts.ts'
import { parseQuestion } from '../../src-main/answer/typed/parse-question.ts'
import { createRunQuery } from '../../src-main/answer/typed/run-query.ts'
import { createSubjectIndex, indexOwnNames } from '../../src-main/answer/typed/subject-index.ts'
import type { Proposal } from '../../src-main/extract/proposal.ts'
import { createFactLists } from '../../src-main/facts/list.ts'
import { createMedicines, type Medicines } from '../../src-main/facts/medicines.ts'
import { createOverview } from '../../src-main/facts/overview.ts'
import type { Convert } from '../../src-main/facts/series.ts'
import { setProposals } from '../../src-main/facts/set-proposals.ts'
import { packBoxes } from '../../src-main/ingest/boxes.ts'
import type { FoundFact } from '../../src-main/ingest/found-fact.ts'
import { systemClock } from '../../src-main/lib/clock.ts'
import { findDocument, insertDocument } from '../../src-main/store/documents.ts'
import { migrate } from '../../src-main/store/migrate.ts'
import { listFactNames } from '../../src-main/store/named-facts.ts'
import { insertPages } from '../../src-main/store/pages.ts'
import { insertPerson } from '../../src-main/store/people.ts'
import { openStore, type Store } from '../../src-main/store/store.ts'
import { initVaultMeta, nextStamp } from '../../src-main/store/vault-meta.ts'
import type { Section } from './main.ts'
import { milliseconds, type Row, ratioRow } from './row.ts'
import { median } from './stats.ts'

const DOCUMENTS = 500
const FACTS_A_DOCUMENT = 100
const ROUNDS = 15
const OVERVIEW_MS = 100
const personId = 'ada' as PersonId

export const benchFacts: Section = async (folder, calibration) => {
  const store = await openStore({ file: join(folder, 'vault.db'), key: randomBytes(32), cipher: 'aegis' })
  try {
    await migrate(store, (version) => join(folder, `copy-${version}.db`))
    const perDocument = await fill(store)
    const medicines = createMedicines({ store, clock: systemClock })
    const convert = (value: number, from: string, to: string) => (from === to ? value : undefined)
    const overview = createOverview({ store, medicines, convert })
    const { list } = createFactLists({ store })
    const page = (sort: 'date' | 'name' | 'review') => () => list({ filter: { personId }, sort, limit: 50 })
    calibration.sample()
    return [
      await timed('facts: overview of 50,000', OVERVIEW_MS, () => overview({ personId })),
      await timed('facts: first page of the timeline', OVERVIEW_MS, page('date')),
      await timed('facts: first page of the review', OVERVIEW_MS, page('review')),
      await timed('facts: first page by name', OVERVIEW_MS, page('name')),
      await timed('facts: medicines', OVERVIEW_MS, () => medicines.list({ personId })),
      await timedAnswers(store, medicines, convert),
      {
        ...{ metric: 'facts: committing a document of 100', ours: milliseconds(median(perDocument)) },
        ...{ peer: '', ratios: [], target: 'reported' },
      },
    ]
  } finally {
    await store.close()
  }
}

const TYPED_MS = 150
const ASKED = ['last measure 17', 'highest measure 203', 'How many measure 42 results?', 'average measure 5 in 2010']
const ALSO_ASKED = [
  'trend of measure 120',
  'all measure 99 values',
  'What medications am I taking?',
  'list all my allergies',
]

/** From the question to sentences with their places, as the answerer does it; the slowest of twenty counts. */
async function timedAnswers(store: Store, medicines: Medicines, convert: Convert): Promise<Row> {
  const index = await createSubjectIndex()
  const run = createRunQuery({ store, medicines, convert })
  const cite = createFactCiter(store.db)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    for (const question of [...ASKED, ...ALSO_ASKED]) {
      const startedAt = performance.now()
      const known = await listFactNames(store.db, personId)
      const query = parseQuestion({ question, today: new Date(), index, own: indexOwnNames(known) })
      const answer = query && (await run(personId, query, known)).answer
      if (answer === undefined) throw new Error(`no answer to ${question}`)
      await cite(answer.sentences)
      if (round > 0) times.push(performance.now() - startedAt)
    }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  const ours = `p95 ${milliseconds(p95)} (median ${milliseconds(median(times))})`
  return ratioRow(
    { metric: 'answers: typed, of 50,000 facts', ours, peer: `${TYPED_MS} ms`, ratios: [p95 / TYPED_MS] },
    { most: 1 },
  )
}

async function timed(metric: string, limitMs: number, work: () => Promise<unknown>): Promise<Row> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const startedAt = performance.now()
    await work()
    // the first one reads what the others find in memory
    if (round > 0) times.push(performance.now() - startedAt)
  }
  const ours = `${milliseconds(median(times))} (best ${milliseconds(Math.min(...times))})`
  return ratioRow({ metric, ours, peer: `${limitMs} ms`, ratios: times.map((ms) => ms / limitMs) }, { most: 1 })
}

async function fill(store: Store): Promise<number[]> {
  const stamp = await store.write(async (trx) => {
    await initVaultMeta(trx, 'bench')
    return nextStamp(trx)
  })
  await store.write((trx) =>
    insertPerson(trx, { id: personId, name: 'Ada', bornOn: null, addedAt: '2024-01-01T00:00:00Z', ...stamp }),
  )
  const times: number[] = []
  for (let at = 0; at < DOCUMENTS; at += 1) {
    const id = `document-${at}` as DocumentId
    const facts = Array.from({ length: FACTS_A_DOCUMENT }, (_, of) => makeFact(at, of))
    const startedAt = performance.now()
    await store.write(async (trx) => {
      await insertDocument(trx, {
        ...{ id, personId, sha256: id, blobId: id, fileName: `${id}.pdf`, title: id, format: 'pdf', sizeBytes: 1 },
        ...{ state: 'indexed', code: null, pageCount: 1, password: null, importedAt: '2024-01-01T00:00:00Z', ...stamp },
      })
      const document = await findDocument(trx, id)
      await insertPages(trx, [pageOf(id, facts)])
      if (document !== undefined) await setProposals(trx, document, facts)
    })
    times.push(performance.now() - startedAt)
  }
  return times
}

const pageOf = (documentId: DocumentId, facts: readonly FoundFact[]) => ({
  ...{ documentId, number: 1, text: facts.map(({ quote }) => quote).join('\n'), words: new Uint8Array(), wordCount: 0 },
  ...{ method: 'text' as const, confidence: null, needsOcr: 0 as const, chunkSpans: '[]', readerVersion: 1 },
  ...{ language: null, needsLanguage: null, seenVersion: null },
})

/** Of a hundred, 97 are observations of 300 measures; the rest medicines, conditions and the odd allergy. */
function makeFact(at: number, of: number): FoundFact {
  const day = new Date(Date.UTC(2000, 0, 1 + at * 17)).toISOString().slice(0, 10)
  const common: Omit<Proposal, 'kind' | 'name' | 'nameText' | 'valueText' | 'flag' | 'details'> = {
    ...{
      isNoneKnown: false,
      doubts: [],
      suggestions: [],
      happenedOn: day,
      datePrecision: 'day',
      dateKind: 'collected',
    },
    ...{ page: 1, spans: [{ start: 0, end: 10 }], valueSpan: { start: 0, end: 10 } },
  }
  const value = ((at * 31 + of * 7) % 900) / 10
  const measure = `Measure ${(at * 97 + of) % 300}`
  const kind = of < 97 ? 'observation' : of === 97 ? 'medication' : of === 98 || at % 50 > 0 ? 'condition' : 'allergy'
  const proposal: Proposal =
    kind === 'observation'
      ? {
          ...{
            kind,
            name: measure,
            nameText: measure,
            valueText: String(value),
            value,
            unit: 'mmol/L',
            unitText: 'mmol/L',
          },
          ...{
            rangeText: '10-80',
            rangeLow: 10,
            rangeHigh: 80,
            flag: value < 10 ? 'low' : value > 80 ? 'high' : 'normal',
          },
          ...{ details: { category: 'laboratory' }, ...common },
        }
      : {
          ...{ kind, name: `${kind} ${at % 60}`, nameText: kind, valueText: kind, flag: 'unknown', ...common },
          details: kind === 'medication' ? { dose: `${at % 9} mg`, frequency: 'daily' } : {},
        }
  const box = packBoxes([[0.1, 0.1, 0.2, 0.02]])
  return {
    proposal,
    words: `${measure} ${value} mmol/l`,
    boxes: box,
    valueBoxes: box,
    quote: `${measure}\t${value} mmol/L`,
  }
}
