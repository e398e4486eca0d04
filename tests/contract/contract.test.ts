import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Action } from '#contract/actions.ts'
import { type Contract, list, method, stream } from '#contract/define.ts'
import { contract } from '#contract/index.ts'
import { faultsIn } from './walk-contract.ts'

const oneDocument = 'one document, and whom its paper names'
const oneFact = 'one fact, and where it stands'
const oneNote = 'one note, and the documents attached to it'
const asGiven = 'the facts that were decided, as many as were named'

const noLists = {
  'documents.get': oneDocument,
  'documents.edit': oneDocument,
  'documents.givePassword': oneDocument,
  'documents.readAgain': oneDocument,
  'documents.combine': oneDocument,
  'documents.reorder': oneDocument,
  'documents.answerPerson': oneDocument,
  'facts.get': oneFact,
  'facts.enter': oneFact,
  'facts.decide': asGiven,
  'facts.undo': asGiven,
  'facts.resolve': asGiven,
  'facts.overview': 'what fits one screen, with bounds of its own',
  'facts.series': 'the measures of one person, drawn whole',
  'facts.medicines': 'the medicines of one person, weighed against each other',
  'notes.get': oneNote,
  'notes.create': oneNote,
  'notes.update': oneNote,
  'notes.restore': oneNote,
  'notes.attach': oneNote,
  'notes.detach': oneNote,
  'reviews.medicineLists': 'the dated lists of medicines of one person, to choose two of',
  'reviews.get': 'one review, and what of it changed since, up to a bound',
  'answers.search': 'the best places of one ranking; there is no second page of best',
  'documents.import': 'one outcome for each path given',
  'documents.open': 'pages of one document, asked for by page number',
  'documents.page': 'the words of one page',
  'documents.find': 'every place in one document, up to a bound',
  'documents.tags': 'the tags in use for one person, as many as one looks through',
  'conversations.get': 'the answers of one conversation, in their order',
  'vault.verify': 'what is damaged, all of it or the proof is none',
  'health.report': 'engines, models and statements of this program, a few of each',
}

it('names one listed action for each call, one call for each action, and pages every list', () => {
  expect(faultsIn(contract, noLists)).toEqual([])
})

const Row = z.strictObject({ id: z.string() })
const input = z.strictObject({})
const act = (action: Action) => ({ action, writes: false })
const faultsOf = (planted: Contract, excused = {}) =>
  faultsIn(planted, excused).filter((fault) => !fault.endsWith('an action of no call'))

it('finds an array of rows that is not paged, wherever it stands at the top of the answer', () => {
  const rows = z.array(Row)
  const all = {
    bare: method({ ...act('person.list'), input, output: rows }),
    named: method({ ...act('job.list'), input, output: z.strictObject({ people: rows }) }),
    optional: method({ ...act('document.list'), input, output: z.strictObject({ people: rows.optional() }) }),
    either: method({ ...act('setting.list'), input, output: z.union([z.strictObject({ people: rows }), Row]) }),
  }
  expect(faultsOf({ people: all })).toEqual([
    'people.bare: a list without paging',
    'people.named: a list without paging',
    'people.optional: a list without paging',
    'people.either: a list without paging',
  ])
})

it('finds a call named list that is no list, and one that only looks like one', () => {
  const one = method({ ...act('person.list'), input, output: Row })
  const lookalike = method({
    ...act('job.list'),
    input: z.strictObject({ filter: input, sort: z.string(), limit: z.int().max(500), cursor: z.string().optional() }),
    output: z.strictObject({ items: z.array(Row), nextCursor: z.string().nullable() }),
  })
  expect(faultsOf({ people: { list: one }, jobs: { list: lookalike } })).toEqual([
    'people.list: a list without paging',
    'jobs.list: a list without paging',
    'jobs.list: a limit above 200',
  ])
})

it('lets a list made by list() pass, and one row, and numbers', () => {
  const people = {
    list: list({ action: 'person.list', filter: input, sort: ['name'], item: Row }),
    one: method({ ...act('person.add'), input, output: Row }),
    years: method({ ...act('record.search'), input, output: z.strictObject({ years: z.array(z.int()) }) }),
  }
  expect(faultsOf({ people })).toEqual([])
})

it('finds an action used twice, one that is not listed, and an excuse that nothing needs', () => {
  const call = (action: Action) => stream({ ...act(action), input, chunk: Row })
  const planted = { a: { b: call('job.run'), c: call('job.run'), d: call('nobody.knows' as Action) } }
  expect(faultsOf(planted, { 'a.e': 'gone' })).toEqual([
    'a.c: an action that another call has',
    'a.d: an action that is not listed',
    'a.e: excused and not there',
  ])
  expect(faultsOf({ a: { b: method({ ...act('job.run'), input, output: Row }) } }, { 'a.b': '' })).toEqual([
    'a.b: excused from paging for nothing',
  ])
  expect(faultsIn({}, {})).toContain('person.list: an action of no call')
})
