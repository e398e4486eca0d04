/**
 * What a person feels while much is being imported: searches then against searches at rest in the same vault, and how
 * late the main thread's event loop comes round. Rest and import alternate.
 */
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { makeLetterTexts } from '../../tools/make-papers/letter-texts.ts'
import { makeLongReport } from '../../tools/make-papers/long-report.ts'
import { createRandom, type Random } from '../../tools/make-papers/random.ts'
import { type BenchVault, importUntilSearchable, openBenchVault, putFiles, rest } from './bench-vault.ts'
import type { Section } from './main.ts'
import { milliseconds, ratioRow } from './row.ts'
import { median, quantile, timed } from './stats.ts'

const ROUNDS = 3
const LETTERS = 200
const REPORTS = 3
const REST_SEARCHES = 200
/** Between two searches, as between two key presses. */
const PAUSE_MS = 20
const RESOLUTION_MS = 1
const LIMIT_MS = 16

interface Phase {
  readonly searches: number[]
  /** 99th percentile of how late the event loop was, ms. */
  readonly lateness: number
}

export const benchBusy: Section = async (folder, calibration) => {
  const batches = []
  for (let round = 0; round <= ROUNDS; round += 1) batches.push(await makeBatch(folder, round))
  const words = makeLetterTexts(50, 99).flatMap(({ text }) => text.match(/\p{L}{3,}/gu) ?? [])
  const random = createRandom(31)
  const vault = await openBenchVault(folder)
  try {
    await importUntilSearchable(vault, batches[0] ?? [])
    await searchUntil(vault, words, random, (done) => done >= REST_SEARCHES / 4)
    const rests: Phase[] = []
    const imports: Phase[] = []
    for (const paths of batches.slice(1)) {
      await rest(vault)
      rests.push(await watched(() => searchUntil(vault, words, random, (done) => done >= REST_SEARCHES)))
      imports.push(
        await watched(async () => {
          let ended = false
          const importing = importUntilSearchable(vault, paths).finally(() => {
            ended = true
          })
          const searches = await searchUntil(vault, words, random, () => ended)
          await importing
          return searches
        }),
      )
      calibration.sample()
    }
    const p95 = ({ searches }: Phase) => quantile(searches, 0.95)
    return [
      ratioRow(
        {
          metric: 'busy: search p95 during import / at rest',
          ours: milliseconds(median(imports.map(p95))),
          peer: milliseconds(median(rests.map(p95))),
          ratios: imports.map((phase, round) => p95(phase) / p95(rests[round] ?? phase)),
        },
        { most: 2 },
      ),
      ratioRow(
        {
          metric: 'busy: event-loop delay p99 during import',
          ours: milliseconds(median(imports.map(({ lateness }) => lateness))),
          peer: `${LIMIT_MS} ms (at rest ${milliseconds(median(rests.map(({ lateness }) => lateness)))})`,
          ratios: imports.map(({ lateness }) => lateness / LIMIT_MS),
        },
        { most: 1 },
      ),
    ]
  } finally {
    await vault.app.close()
  }
}

async function makeBatch(folder: string, round: number): Promise<string[]> {
  const letters = makeLetterTexts(LETTERS, 100 + round).map(({ text }, index) => ({
    name: `letter-${index}.txt`,
    bytes: text,
  }))
  const reports = []
  for (let index = 0; index < REPORTS; index += 1)
    reports.push({ name: `report-${index}.pdf`, bytes: await makeLongReport(100, 1000 + round * REPORTS + index) })
  return putFiles(join(folder, `batch-${round}`), [...letters, ...reports])
}

export async function searchUntil(
  { api, personId }: BenchVault,
  words: readonly string[],
  random: Random,
  enough: (done: number) => boolean,
): Promise<number[]> {
  const times: number[] = []
  while (!enough(times.length)) {
    const query = Array.from({ length: random.between(1, 4) }, () => random.pick(words)).join(' ')
    times.push((await timed(() => api.answers.search({ personId, query }))).ms)
    await pause(PAUSE_MS)
  }
  return times
}

async function watched(work: () => Promise<number[]>): Promise<Phase> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const searches = await work()
  delay.disable()
  return { searches, lateness: delay.percentile(99) / 1e6 - RESOLUTION_MS }
}
