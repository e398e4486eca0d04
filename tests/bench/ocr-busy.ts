/** Searches while scans are being recognised, against searches at rest in the same vault. Rest and recognition alternate. */
import { join } from 'node:path'
import { makeLetterTexts } from '../../tools/make-papers/letter-texts.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { importAll, openBenchVault, putFiles } from './bench-vault.ts'
import { searchUntil } from './busy.ts'
import type { Section } from './main.ts'
import { makeScanPdf } from './ocr-papers.ts'
import { takeScans } from './ocr-scans.ts'
import { milliseconds, ratioRow } from './row.ts'
import { median, quantile } from './stats.ts'

const ROUNDS = 3
const PAGES = 4
const LETTERS = 300
const REST_SEARCHES = 200

export const benchScanSearches: Section = async (folder, calibration) => {
  const scans = await takeScans('flat', PAGES * ROUNDS)
  const letters = makeLetterTexts(LETTERS, 8)
  const words = letters.flatMap(({ text }) => text.match(/\p{L}{3,}/gu) ?? [])
  const random = createRandom(32)
  const vault = await openBenchVault(folder)
  try {
    const desk = letters.map(({ text }, index) => ({ name: `letter-${index}.txt`, bytes: text }))
    await importAll(vault, putFiles(join(folder, 'letters'), desk))
    const search = (enough: (done: number) => boolean) => searchUntil(vault, words, random, enough)
    await search((done) => done >= REST_SEARCHES / 4)
    const rests: number[] = []
    const busy: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      rests.push(quantile(await search((done) => done >= REST_SEARCHES), 0.95))
      const { bytes } = await makeScanPdf(scans.slice(round * PAGES, (round + 1) * PAGES))
      const paths = putFiles(join(folder, `scans-${round}`), [{ name: 'scan.pdf', bytes }])
      let ended = false
      const importing = importAll(vault, paths).finally(() => {
        ended = true
      })
      busy.push(quantile(await search(() => ended), 0.95))
      await importing
      calibration.sample()
    }
    return [
      ratioRow(
        {
          metric: 'ocr: search p95 while scans are read / at rest',
          ours: milliseconds(median(busy)),
          peer: milliseconds(median(rests)),
          ratios: busy.map((p95, round) => p95 / (rests[round] ?? p95)),
        },
        { most: 2 },
      ),
    ]
  } finally {
    await vault.app.close()
  }
}
