/**
 * `npm run eval -- reading [OPTION …]`: how well pages are read, on papers whose every word is known. Says pass or miss
 * against what is promised; fails only when something breaks. The held-out families are read only when asked for, so
 * that nothing is tuned to them.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type ReadingGroup, type ReadingItem, readingCorpus } from '../../tools/make-papers/print/reading-corpus.ts'
import { printErrors, printPage, printSummary } from './print.ts'
import type { Reader } from './reader.ts'
import { besideTwins, scoreItem } from './score-item.ts'
import { type ScoredPage, summarize } from './summarize.ts'

const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  ours: async () => (await import('./readers/ours.ts')).createOurReader(),
  bare: async () => (await import('./readers/bare.ts')).createBareReader(),
}

const groupsByName: Readonly<Record<string, readonly ReadingGroup[]>> = {
  flat: ['flat'],
  labs: ['dense'],
  'held-out': ['held-out'],
  photos: ['photo', 'photo-twin'],
  ledger: ['ledger'],
  boxes: ['boxes'],
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    group: { type: 'string', multiple: true },
    all: { type: 'boolean', default: false },
    /** At most so many items of each group. */
    limit: { type: 'string' },
    /** Only items whose name holds this. */
    item: { type: 'string', default: '' },
    reader: { type: 'string', default: 'ours' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    'show-errors': { type: 'boolean', default: false },
  },
})
if (positionals.length !== 1 || positionals[0] !== 'reading') throw new Error('say what to evaluate: reading')
const createReader = readers[options.reader]
if (createReader === undefined)
  throw new Error(`no reader ${options.reader}; there are ${Object.keys(readers).join(', ')}`)

const sections = wantedSections(options.group, options.all)
const reader = await createReader()
const pages: ScoredPage[] = []
try {
  for (const groups of sections)
    for await (const item of wantedItems(groups)) {
      const page = await scoreItem(item, reader)
      pages.push(page)
      printPage(page)
      if (options['show-errors']) printErrors(page.score)
    }
} finally {
  await reader.close()
}
const scored = besideTwins(pages)
const summaries = [...Map.groupBy(scored, ({ group }) => group)].map(([group, inGroup]) => {
  const figures = summarize(group, inGroup)
  printSummary(`${group} (${options.reader}, ${inGroup.length} pages)`, figures)
  return { group, figures }
})
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify({ summaries, pages: scored }, undefined, 1))

async function* wantedItems(groups: readonly ReadingGroup[]): AsyncGenerator<ReadingItem> {
  const limit = Number(options.limit ?? Number.POSITIVE_INFINITY)
  const left = new Map(groups.map((group) => [group, limit]))
  for await (const item of readingCorpus({ seed: Number(options.seed), groups })) {
    const more = left.get(item.group) ?? 0
    if (more === 0 || !item.name.includes(options.item)) continue
    left.set(item.group, more - 1)
    yield item
    if ([...left.values()].every((count) => count === 0)) return
  }
}

function wantedSections(asked: readonly string[] | undefined, all: boolean): (readonly ReadingGroup[])[] {
  const names = asked ?? Object.keys(groupsByName).filter((name) => all || name !== 'held-out')
  return names.map((name) => {
    const groups = groupsByName[name]
    if (groups === undefined) throw new Error(`no group ${name}; there are ${Object.keys(groupsByName).join(', ')}`)
    return groups
  })
}
