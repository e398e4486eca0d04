/**
 * One page after another, ours and a bare tesseract.js call on the same file in turn, both warm. Pages that one pass
 * sufficed for and pages that took more are held to limits of their own, and neither may be read worse than bare.
 */
import type { Reader } from '../eval/reader.ts'
import { createBareReader } from '../eval/readers/bare.ts'
import { createOurReader } from '../eval/readers/ours.ts'
import { type PageScore, scorePage } from '../eval/score-page.ts'
import type { Section } from './main.ts'
import { takeScans } from './ocr-scans.ts'
import { milliseconds, type Row, ratioRow } from './row.ts'
import { median } from './stats.ts'

const LETTERS = 9
const TABLES = 9
/** A few cells read again to tell which way is up are no second pass. */
const ONCE = 1.25

interface Measured {
  readonly ms: number
  readonly passes: number
  readonly score: PageScore
}

interface Pair {
  readonly ours: Measured
  readonly bare: Measured
}

export const benchScanPages: Section = async (_, calibration) => {
  const [warmUp, ...items] = [...(await takeScans('flat', LETTERS + 1)), ...(await takeScans('dense', TABLES))]
  const [ours, bare] = [await createOurReader(), await createBareReader()]
  try {
    if (warmUp !== undefined) for (const reader of [ours, bare]) await reader.read(warmUp.image, warmUp.format)
    const pairs: Pair[] = []
    for (const [index, item] of items.entries()) {
      const measure = async (reader: Reader): Promise<Measured> => {
        const [page] = await reader.read(item.image, item.format)
        if (page === undefined) throw new Error(`no page was read of ${item.name}`)
        return { ms: page.ms, passes: page.passes, score: scorePage(item.truth, page) }
      }
      const bareFirst = index % 2 === 0 ? await measure(bare) : undefined
      const mine = await measure(ours)
      pairs.push({ ours: mine, bare: bareFirst ?? (await measure(bare)) })
      calibration.sample()
    }
    const once = pairs.filter((pair) => pair.ours.passes < ONCE)
    const often = pairs.filter((pair) => pair.ours.passes >= ONCE)
    return [...rowsOf('one pass', once, 1.5), ...rowsOf('extra passes', often, 2.5)]
  } finally {
    await Promise.all([ours.close(), bare.close()])
  }
}

function rowsOf(kind: string, pairs: readonly Pair[], most: number): Row[] {
  if (pairs.length === 0)
    return [{ metric: `ocr: page, ${kind}`, ours: 'no such page', peer: '', ratios: [], target: '' }]
  const metric = `ocr: page, ${kind} (${pairs.length} pages)`
  const [mine, theirs] = [errorOf(pairs.map(({ ours }) => ours)), errorOf(pairs.map(({ bare }) => bare))]
  return [
    ratioRow(
      {
        metric,
        ours: milliseconds(median(pairs.map(({ ours }) => ours.ms))),
        peer: `${milliseconds(median(pairs.map(({ bare }) => bare.ms)))} bare tesseract.js`,
        ratios: pairs.map(({ ours, bare }) => ours.ms / bare.ms),
      },
      { most },
    ),
    ratioRow(
      {
        metric: `${metric}: word error`,
        ours: percent(mine),
        peer: `${percent(theirs)} bare tesseract.js`,
        ratios: [mine === theirs ? 1 : mine / theirs],
      },
      { most: 1 },
    ),
  ]
}

/** Words lost and words made up, to words there are. */
function errorOf(pages: readonly Measured[]): number {
  const wrong = pages.reduce((sum, { score }) => sum + score.lost.length + score.extra.length, 0)
  return wrong / pages.reduce((sum, { score }) => sum + score.truthCount, 0)
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`
