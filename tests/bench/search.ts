/**
 * Search by words and meaning in 100,000 chunks, for one person: spread over many people, and all of one. Queries are one to ten
 * words that stand together in that person's own pages, common words included; no query is asked twice.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDictionary } from '../../src-main/retrieve/dictionary.ts'
import { readDictionaryRows } from '../../src-main/retrieve/dictionary-rows.ts'
import { createRetriever } from '../../src-main/retrieve/retrieve.ts'
import type { Meaning } from '../../src-main/retrieve/search-meaning.ts'
import { createRandom, type Random } from '../../tools/make-papers/random.ts'
import type { Calibration } from './calibration.ts'
import { addChunkVectors } from './chunk-vectors.ts'
import { type FilledStore, fillStore } from './fill-store.ts'
import type { Section } from './main.ts'
import { naiveSearch } from './naive-search.ts'
import { milliseconds, type Row } from './row.ts'
import { median, quantile, timed } from './stats.ts'
import { createChunkSource } from './zipf-text.ts'

const CHUNKS = 100_000
const ROUNDS = 5
const QUERIES_A_ROUND = 100
/** Every so many queries the naive one is asked the same. */
const NAIVE_EVERY = 5
const WARM_UP = 60
/** For one person of fifty, and where one person has them all. */
const LIMIT_MS = { fifty: 10, one: 30 }

export const benchSearch: Section = async (folder, calibration) => [
  ...(await benchSpread(folder, calibration, 50, LIMIT_MS.fifty)),
  ...(await benchSpread(folder, calibration, 1, LIMIT_MS.one)),
]

async function benchSpread(folder: string, calibration: Calibration, people: number, limitMs: number): Promise<Row[]> {
  const inside = join(folder, `of-${people}`)
  mkdirSync(inside)
  const source = createChunkSource(createRandom(21))
  const filled = await fillStore(inside, { cipher: 'aegis', people, chunks: CHUNKS, source })
  const meaning = await addChunkVectors(filled.store)
  const rounds = await ask(filled, meaning, calibration)
  await filled.store.close()
  rmSync(inside, { recursive: true })

  const all = rounds.flatMap(({ ours }) => ours)
  const p95 = median(rounds.map(({ ours }) => quantile(ours, 0.95)))
  const where = `${CHUNKS / 1000}k chunks ${people === 1 ? 'all of one person' : `of ${people} people`}`
  return [
    {
      metric: `search p95, ${where}`,
      ours: `${milliseconds(p95)} (p50 ${milliseconds(quantile(all, 0.5))})`,
      peer: `${limitMs} ms`,
      ratios: rounds.map(({ ours }) => quantile(ours, 0.95) / limitMs),
      target: '≤ 1',
      met: p95 <= limitMs,
    },
    {
      metric: `search: naive query / ours, ${where}`,
      ours: milliseconds(median(rounds.flatMap(({ same }) => same))),
      peer: milliseconds(median(rounds.flatMap(({ naive }) => naive))),
      ratios: rounds.map(({ same, naive }) => median(naive) / median(same)),
      target: '',
    },
  ]
}

interface Round {
  readonly ours: number[]
  /** Ours on those queries that the naive one answered too. */
  readonly same: number[]
  readonly naive: number[]
}

async function ask({ store, people }: FilledStore, meaning: Meaning, calibration: Calibration): Promise<Round[]> {
  const retriever = createRetriever({
    db: store.db,
    dictionary: createDictionary(readDictionaryRows()),
    meaning: async () => meaning,
  })
  const { signal } = new AbortController()
  const random = createRandom(22)
  const search = async (person: FilledStore['people'][number], query: string) =>
    (await timed(() => retriever.search({ personId: person.id, query, limit: 20, typing: false }, signal))).ms

  for (let warming = 0; warming < WARM_UP; warming += 1) {
    const person = random.pick(people)
    await search(person, await drawQuery(store, person.seq, random))
  }
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: Round = { ours: [], same: [], naive: [] }
    for (let asked = 0; asked < QUERIES_A_ROUND; asked += 1) {
      const person = random.pick(people)
      const query = await drawQuery(store, person.seq, random)
      const ours = await search(person, query)
      times.ours.push(ours)
      if (asked % NAIVE_EVERY !== 0) continue
      times.same.push(ours)
      times.naive.push((await timed(() => naiveSearch(store.db, person.seq, query))).ms)
    }
    rounds.push(times)
    calibration.sample()
  }
  return rounds
}

/** One to ten neighbouring words of one of the person's chunks. */
async function drawQuery({ db }: FilledStore['store'], personSeq: number, random: Random): Promise<string> {
  const { count } = await db
    .selectFrom('chunk')
    .select((chunk) => chunk.fn.countAll<number>().as('count'))
    .where('personSeq', '=', personSeq)
    .executeTakeFirstOrThrow()
  const { text } = await db
    .selectFrom('chunk')
    .select('text')
    .where('personSeq', '=', personSeq)
    .orderBy('id')
    .offset(random.between(0, count - 1))
    .limit(1)
    .executeTakeFirstOrThrow()
  const words = text.split(/\s+/)
  const from = random.between(0, words.length - 11)
  return words.slice(from, from + random.between(1, 10)).join(' ')
}
