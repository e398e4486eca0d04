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

const options = {
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
} as const

export async function evaluateReading(args: readonly string[]): Promise<void> {
  const { values: asked } = parseArgs({ args: [...args], options })
  const createReader = readers[asked.reader]
  if (createReader === undefined)
    throw new Error(`no reader ${asked.reader}; there are ${Object.keys(readers).join(', ')}`)

  const sections = wantedSections(asked.group, asked.all)
  const reader = await createReader()
  const pages: ScoredPage[] = []
  try {
    for (const groups of sections)
      for await (const item of wantedItems(groups, asked)) {
        const page = await scoreItem(item, reader)
        pages.push(page)
        printPage(page)
        if (asked['show-errors']) printErrors(page.score)
      }
  } finally {
    await reader.close()
  }
  const scored = besideTwins(pages)
  const summaries = [...Map.groupBy(scored, ({ group }) => group)].map(([group, inGroup]) => {
    const figures = summarize(group, inGroup)
    printSummary(`${group} (${asked.reader}, ${inGroup.length} pages)`, figures)
    return { group, figures }
  })
  if (asked.json !== undefined) writeFileSync(asked.json, JSON.stringify({ summaries, pages: scored }, undefined, 1))
}

async function* wantedItems(
  groups: readonly ReadingGroup[],
  asked: { readonly limit?: string | undefined; readonly seed: string; readonly item: string },
): AsyncGenerator<ReadingItem> {
  const limit = Number(asked.limit ?? Number.POSITIVE_INFINITY)
  const left = new Map(groups.map((group) => [group, limit]))
  for await (const item of readingCorpus({ seed: Number(asked.seed), groups })) {
    const more = left.get(item.group) ?? 0
    if (more === 0 || !item.name.includes(asked.item)) continue
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
