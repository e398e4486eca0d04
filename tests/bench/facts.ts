/** The record's views over fifty thousand facts of one person, made through the program's own queries. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Proposal } from '../../src-main/extract/proposal.ts'
import { createFactLists } from '../../src-main/facts/list.ts'
import { createMedicines } from '../../src-main/facts/medicines.ts'
import { createOverview } from '../../src-main/facts/overview.ts'
import { setProposals } from '../../src-main/facts/set-proposals.ts'
import { packBoxes } from '../../src-main/ingest/boxes.ts'
import type { FoundFact } from '../../src-main/ingest/found-fact.ts'
import { systemClock } from '../../src-main/lib/clock.ts'
import { findDocument, insertDocument } from '../../src-main/store/documents.ts'
import { migrate } from '../../src-main/store/migrate.ts'
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
      await timed('facts: medicines', OVERVIEW_MS, () => medicines.list(personId)),
      {
        ...{ metric: 'facts: committing a document of 100', ours: milliseconds(median(perDocument)) },
        ...{ peer: '', ratios: [], target: 'reported' },
      },
    ]
  } finally {
    await store.close()
  }
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
      if (document !== undefined) await setProposals(trx, document, facts)
    })
    times.push(performance.now() - startedAt)
  }
  return times
}

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
