import { beforeAll, expect, test } from 'vitest'
import { makeRecordPeople } from '../../../tools/make-papers/record-qa/record-qa.ts'
import type { RecordPaper, RecordPerson } from '../../../tools/make-papers/record-qa/truth.ts'
import { normal, sameDay } from './in-words.ts'
import {
  paperGroups,
  personNamed,
  STRANGER_PEOPLE,
  STRANGER_SEED,
  strangerQuestions,
  strangerVaults,
} from './stranger/ask-stranger.ts'

let people: RecordPerson[]
const records = strangerVaults.flatMap((vault) => vault.records)

beforeAll(async () => {
  people = await makeRecordPeople(STRANGER_PEOPLE, STRANGER_SEED)
})

test('there are three hundred questions and more of ten people, and nothing answers a quarter of them', () => {
  const questions = records.flatMap((record) => record.questions)
  expect(new Set(records.map(({ person }) => person)).size).toBe(10)
  expect(questions.length).toBeGreaterThanOrEqual(300)
  const unanswerable = questions.filter(({ expected }) => expected.is === 'unanswerable')
  expect(unanswerable.length / questions.length).toBeGreaterThanOrEqual(0.25)
})

test('what an answer must say stands in the papers that are named for it', () => {
  for (const { person: name, questions } of records)
    for (const { papers, words, turns, expected } of questions) {
      if (expected.is === 'unanswerable') continue
      const named = paperGroups(papers, personNamed(people, name)).flat()
      expect(named.length, turns.join()).toBeGreaterThan(0)
      for (const spellings of words)
        expect(
          named.some((paper) => spellings.some((word) => states(paper, word))),
          `${name}: ${turns.join(' » ')}: ${spellings.join()}`,
        ).toBe(true)
    }
})

test('a value is the last or another of its day, as some statement of the paper has it', () => {
  for (const { person: name, questions } of records)
    for (const { question } of strangerQuestions({ person: name, questions }, personNamed(people, name))) {
      const { expected } = question
      if (expected.is !== 'value' && expected.is !== 'values') continue
      const all = personNamed(people, name).papers.flatMap(({ statements }) => statements)
      for (const { valueText, unit, on } of expected.is === 'value' ? [expected.wanted] : expected.wanted)
        expect(
          all.some(
            (one) =>
              one.kind === 'observation' &&
              one.valueText === valueText &&
              on.includes(one.on) &&
              isUnit(one.ucum, unit),
          ),
          `${question.text}: ${valueText} ${unit}`,
        ).toBe(true)
    }
})

test('no paper of the person holds what is said to stand nowhere', () => {
  for (const { person: name, questions } of records)
    for (const { words, turns, expected } of questions)
      if (expected.is === 'unanswerable')
        for (const paper of personNamed(people, name).papers)
          for (const word of words.flat()) expect(textOf(paper), turns.join()).not.toContain(normal(word))
})

/** In its text, in a day that it prints, or, of a bad scan or a PDF, in what its writer meant. */
const states = (paper: RecordPaper, word: string): boolean =>
  textOf(paper).includes(normal(word)) ||
  paper.printedDates.some((day) => day.length === 10 && word.length === 10 && sameDay(day, word)) ||
  normal(JSON.stringify(paper.statements)).includes(normal(word))

const textOf = ({ bytes, fileName, statements }: RecordPaper): string =>
  fileName.endsWith('.pdf')
    ? normal(JSON.stringify(statements.map(({ words }) => words)))
    : normal(new TextDecoder().decode(bytes))

const isUnit = (one: string, other: string) => one === other || (other === '1' && /INR|ratio|^1?$/.test(one))
