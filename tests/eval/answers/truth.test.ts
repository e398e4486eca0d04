import { beforeAll, expect, test } from 'vitest'
import { makeRecordPeople } from '../../../tools/make-papers/record-qa/record-qa.ts'
import { paperKinds, type RecordPerson, statementsOf } from '../../../tools/make-papers/record-qa/truth.ts'
import { holds, normal } from './in-words.ts'
import { knownOf } from './questions/known.ts'
import { makeQuestions, vaultsOf } from './questions/make-questions.ts'
import { type Question, questionKinds } from './questions/question.ts'

let people: RecordPerson[]
let questions: Question[]
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const isText = ({ fileName }: { fileName: string }) => !fileName.endsWith('.pdf')

beforeAll(async () => {
  people = await makeRecordPeople(40, 1)
  questions = vaultsOf(people).flatMap((vault) => makeQuestions(vault, 1))
})

test('the same seed makes the same people, and more people change nothing of the first ones', async () => {
  const again = await makeRecordPeople(3, 1)
  expect(again.flatMap(({ papers }) => papers.filter(isText))).toEqual(
    people.slice(0, 3).flatMap(({ papers }) => papers.filter(isText)),
  )
  const [other] = await makeRecordPeople(1, 2)
  expect(other?.name).not.toBe(people[0]?.name)
})

test('forty people hold eight to twenty-five papers of all kinds over years, each with its person’s name', () => {
  for (const { papers, name, last, isNoisy } of people) {
    expect(papers.length).toBeGreaterThanOrEqual(8)
    expect(papers.length).toBeLessThanOrEqual(25)
    for (const paper of papers.filter(isText)) if (!paper.isNoisy) expect(textOf(paper.bytes)).toContain(name)
    expect(isNoisy || papers.every((paper) => !paper.isNoisy)).toBe(true)
    expect(last).not.toBe('')
  }
  expect(new Set(people.flatMap(({ papers }) => papers.map(({ what }) => what)))).toEqual(new Set(paperKinds))
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  expect(new Set(people.map(({ last }) => last)).size).toBeLessThan(people.length)
})

test('what a paper states stands on it word for word, and no mark of the writer is left', () => {
  for (const paper of people.flatMap(({ papers }) => papers).filter(isText)) {
    const text = textOf(paper.bytes)
    expect(text).not.toMatch(/[\uE000-\uF8FF]/)
    for (const { words } of paper.statements) for (const word of words) expect(normal(text)).toContain(normal(word))
  }
})

test('the word that marks a person stands on no paper of anybody else', () => {
  const [first, ...others] = people
  for (const paper of others.flatMap(({ papers }) => papers).filter(isText))
    expect(holds(textOf(paper.bytes), first?.canary ?? '')).toBe(false)
})

test('a value is the same wherever it is said of its day', () => {
  for (const person of people) expect(() => knownOf(person)).not.toThrow()
})

test('the latest, the highest and the mean are those of the statements', () => {
  for (const { person: name, kind, expected } of questions) {
    const person = people.find((one) => one.name === name)
    if (person === undefined) throw new Error('a question of nobody')
    const all = statementsOf(person, 'observation')
    const is = (holdsFor: (same: typeof all) => boolean) => {
      if (expected.is === 'unanswerable') return
      const measures = measuresAt(all, expected.groups.flat())
      expect(measures.some((measure) => holdsFor(all.filter((one) => one.measure === measure)))).toBe(true)
    }
    if (expected.is === 'value' && (kind === 'latest' || kind === 'highest')) {
      const { value, unit, on } = expected.wanted
      const isWanted = (one: (typeof all)[number]) => one.value === value && one.ucum === unit && on.includes(one.on)
      if (kind === 'latest') is((same) => same.some(isWanted) && same.every((one) => one.on <= (on[0] ?? '')))
      else is((same) => same.some(isWanted) && same.every((one) => one.value <= value))
    }
    if (expected.is === 'computed' && kind === 'mean')
      is((same) => {
        const byDay = [...new Map(same.map((one) => [one.on, one.value])).values()]
        return Math.abs(expected.value - byDay.reduce((sum, value) => sum + value, 0) / byDay.length) < 1e-9
      })
  }
})

/** The measures that have what stands at all of the places: mostly one, as two may have one value on a paper. */
const measuresAt = (
  all: ReturnType<typeof statementsOf<'observation'>>,
  places: readonly { readonly fileName: string; readonly words: readonly string[] }[],
) =>
  [...new Set(all.map(({ measure }) => measure))].filter((measure) =>
    places.every(({ fileName, words }) =>
      all.some((one) => one.measure === measure && one.fileName === fileName && one.words[0] === words[0]),
    ),
  )

test('medicines now are those of the last list and what was begun since, without what was stopped', () => {
  for (const person of people) {
    const said = statementsOf(person, 'medication')
    const lastList = said.filter(({ how }) => how === 'listed').at(-1)
    const later = person.papers.slice(person.papers.findIndex(({ fileName }) => fileName === lastList?.fileName) + 1)
    const active = new Set(
      said
        .filter(({ how, fileName }) => how === 'listed' && fileName === lastList?.fileName)
        .map(({ substance }) => substance),
    )
    if (lastList === undefined) continue
    for (const { kind, ...one } of later.flatMap(({ statements }) => statements))
      if (kind === 'medication' && 'how' in one && 'substance' in one)
        one.how === 'stopped' ? active.delete(one.substance) : active.add(one.substance)
    const now = knownOf(person).medicines.filter((one) => one.now === 'active')
    expect(new Set(now.map(({ substance }) => substance))).toEqual(active)
  }
})

test('there are at least 1,200 questions of every kind, and a quarter of them nothing answers', () => {
  expect(questions.length).toBeGreaterThanOrEqual(1200)
  expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(questionKinds))
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
  const unanswerable = questions.filter(({ expected }) => expected.is === 'unanswerable')
  expect(unanswerable.length / questions.length).toBeGreaterThanOrEqual(0.25)
  for (const { text, before } of questions) expect([text, ...before].join()).not.toMatch(/[{}]|undefined|NaN/)
})

test('whoever asks for what is not there asks for a thing that no paper names', () => {
  const asksNever = questions.filter(
    ({ kind, expected }) =>
      kind === 'stated-condition' && expected.is === 'unanswerable' && expected.why === 'never-stated',
  )
  expect(asksNever.length).toBeGreaterThan(20)
  for (const { person: name, text } of asksNever) {
    const person = people.find((one) => one.name === name)
    for (const { words } of person === undefined ? [] : statementsOf(person, 'condition'))
      expect(holds(text, words[0] ?? '')).toBe(false)
  }
})
