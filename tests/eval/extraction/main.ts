/**
 * `npm run eval -- extraction [OPTION …]`: how well facts are found on papers whose every fact is known. Says pass or
 * miss against what is promised; fails only when something breaks.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type ClinicalDocument, layoutNames } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { makeClinicalDocument, PER_LAYOUT } from '../../../tools/make-papers/clinical/corpus.ts'
import {
  FIRST_CONTACT_PER_LAYOUT,
  firstContactLayouts,
  makeFirstContactDocument,
} from '../../../tools/make-papers/first-contact/corpus.ts'
import {
  makeSecondContactDocument,
  SECOND_CONTACT_PER_LAYOUT,
  secondContactLayouts,
} from '../../../tools/make-papers/second-contact/corpus.ts'
import { type JudgedDocument, judgeDocument } from './judge.ts'
import { loadExtractor } from './load-extractor.ts'
import { createClinicalReader } from './read-document.ts'
import { printErrors, printSummary } from './report.ts'
import { type Group, groups, type Medium, media } from './scored-document.ts'
import { byLayoutAndMedium, summarizeFacts } from './summarize.ts'

const options = {
  /** labs, vitals, medications … */
  group: { type: 'string', multiple: true },
  /** A to H, discharge, clinic … */
  layout: { type: 'string', multiple: true },
  medium: { type: 'string', multiple: true },
  /** At most so many papers, spread over the layouts. */
  limit: { type: 'string' },
  /** Only papers whose name holds this, such as B-07. */
  item: { type: 'string', default: '' },
  seed: { type: 'string', default: '1' },
  /** Papers of layouts that nothing was written for, instead of those that it was written against. */
  'first-contact': { type: 'boolean', default: false },
  /** The same of a second set, of many countries and trades. */
  'second-contact': { type: 'boolean', default: false },
  /** Shows so many errors. */
  errors: { type: 'string', default: '0' },
  /** Shows the text of the pages as read. */
  text: { type: 'boolean', default: false },
  /** Keeps recognised pages in this folder. */
  cache: { type: 'string' },
  json: { type: 'string' },
} as const

interface PaperSet {
  readonly layouts: readonly string[]
  /** Of each layout. */
  readonly count: number
  make(layout: string, index: number, seed: number): ClinicalDocument
}

const tuned: PaperSet = { layouts: layoutNames, count: PER_LAYOUT, make: madeOf(layoutNames, makeClinicalDocument) }
const firstContact: PaperSet = {
  layouts: firstContactLayouts,
  count: FIRST_CONTACT_PER_LAYOUT,
  make: madeOf(firstContactLayouts, makeFirstContactDocument),
}

const secondContact: PaperSet = {
  layouts: secondContactLayouts,
  count: SECOND_CONTACT_PER_LAYOUT,
  make: madeOf(secondContactLayouts, makeSecondContactDocument),
}

/** Of each layout: recognition takes seconds a page. */
const MOST: Readonly<Record<Medium, number>> = { pdf: Number.POSITIVE_INFINITY, scan: 3, photo: 1 }

export async function evaluateExtraction(args: readonly string[]): Promise<void> {
  const { values: asked } = parseArgs({ args: [...args], options })
  const papers = asked['second-contact'] ? secondContact : asked['first-contact'] ? firstContact : tuned
  const wanted = {
    groups: namesOf('group', asked.group, groups),
    layouts: namesOf('layout', asked.layout, papers.layouts),
    media: namesOf('medium', asked.medium, media),
  }
  const extract = await loadExtractor()
  const reader = createClinicalReader(asked.cache)
  const judged: JudgedDocument[] = []
  for (const { layout, index, medium } of chosen({ ...wanted, count: papers.count }, asked)) {
    const document = await reader.read(papers.make(layout, index, Number(asked.seed)), medium)
    if (asked.text)
      for (const page of document.pages) console.log(`--- ${document.truth.name} page ${page.number}\n${page.text}`)
    judged.push(onlyGroups(judgeDocument(document, extract(document.pages)), wanted.groups))
  }
  await reader.close()
  report(judged, wanted.media, Number(asked.errors))
  if (asked.json !== undefined) writeFileSync(asked.json, JSON.stringify(judged, undefined, 1))
}

function report(judged: readonly JudgedDocument[], asked: readonly Medium[], errors: number) {
  for (const inTable of byLayoutAndMedium(judged).values()) {
    const [first] = inTable
    if (first !== undefined) printSummary(`${first.layout}, ${first.medium}`, summarizeFacts(inTable), first.medium)
  }
  for (const medium of asked) {
    const inMedium = judged.filter((document) => document.medium === medium)
    if (inMedium.length > 0) printSummary(`ALL, ${medium}`, summarizeFacts(inMedium), medium)
  }
  if (errors > 0) printErrors(judged, errors)
}

interface Choice {
  readonly layout: string
  readonly index: number
  readonly medium: Medium
}

function chosen(
  {
    layouts,
    media,
    count,
  }: { readonly layouts: readonly string[]; readonly media: readonly Medium[]; readonly count: number },
  { limit, item }: { readonly limit?: string | undefined; readonly item: string },
): Choice[] {
  const all = media.flatMap((medium) =>
    Array.from({ length: Math.min(count, MOST[medium]) }, (_, index) => index).flatMap((index) =>
      layouts.map((layout) => ({ layout, index, medium })),
    ),
  )
  const named = all.filter(({ layout, index }) => `${layout}-${String(index + 1).padStart(2, '0')}`.includes(item))
  return named
    .slice(0, Number(limit ?? named.length))
    .toSorted((a, b) => layouts.indexOf(a.layout) - layouts.indexOf(b.layout))
}

function onlyGroups(document: JudgedDocument, wanted: readonly Group[]): JudgedDocument {
  return { ...document, facts: document.facts.filter(({ group }) => wanted.includes(group)) }
}

/** A layout asked for is one of the set's own. */
function madeOf<T extends string>(
  names: readonly T[],
  make: (layout: T, index: number, seed: number) => ClinicalDocument,
): PaperSet['make'] {
  return (layout, index, seed) => {
    const name = names.find((one) => one === layout)
    if (name === undefined) throw new Error(`no layout ${layout}`)
    return make(name, index, seed)
  }
}

function namesOf<T extends string>(
  option: string,
  asked: readonly string[] | undefined,
  known: readonly T[],
): readonly T[] {
  for (const name of asked ?? [])
    if (!known.some((one) => one === name)) throw new Error(`no ${option} ${name}; there are ${known.join(', ')}`)
  return asked === undefined ? known : known.filter((name) => asked.includes(name))
}
