import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emergencyText } from '#contract/emergency-text.ts'
import { asksForHelpNow } from '../../src-main/answer/asks-for-help-now.ts'

const phrasings = (name: string) =>
  readFileSync(new URL(`./asks-for-help-now/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
const now = [...phrasings('happening-now'), ...phrasings('own-calls')]
const papers = [...phrasings('past-or-papers'), ...phrasings('own-look-alikes')]

describe('a danger to life that is there now', () => {
  test('is heard in every phrasing of the list', () => {
    expect(now.length).toBeGreaterThanOrEqual(120)
    expect(now.filter((question) => !asksForHelpNow(question))).toEqual([])
  })

  test('is heard without apostrophes, with curled ones, in capitals and between other sentences', () => {
    for (const change of [
      (text: string) => text.replaceAll("'", ''),
      (text: string) => text.replaceAll("'", '\u2019'),
      (text: string) => text.toUpperCase(),
      (text: string) => `${text}!!!`,
      (text: string) => `  ${text}\n`,
      (text: string) => `Hello. ${text}. What does my record say?`,
      (text: string) => `When was my last ECG? ${text}`,
    ])
      expect(now.filter((question) => !asksForHelpNow(change(question)))).toEqual([])
  })

  test('is not heard in what is over, or asked of the papers', () => {
    expect(papers.length).toBeGreaterThanOrEqual(250)
    expect(papers.filter(asksForHelpNow)).toEqual([])
    expect(papers.filter((question) => asksForHelpNow(question.toUpperCase()))).toEqual([])
    expect(papers.filter((question) => asksForHelpNow(question.replaceAll("'", '')))).toEqual([])
  })

  test('is not heard in a statement about another year', () => {
    for (const illness of ['chest pain', 'a seizure', 'a stroke', 'trouble breathing', 'heavy bleeding'])
      for (const when of ['in 2019', 'last year', 'two years ago', 'in March', 'as a child'])
        expect(asksForHelpNow(`I had ${illness} ${when}`), `${illness} ${when}`).toBe(false)
  })

  test('is heard of anybody', () => {
    for (const who of ['my husband', 'our baby', 'the neighbour', 'my 3 year old', 'grandma', 'someone', 'his sister'])
      for (const state of ['is not breathing', 'is unconscious', 'is having a seizure', 'is choking', 'has collapsed'])
        expect(asksForHelpNow(`${who} ${state}`), `${who} ${state}`).toBe(true)
  })

  test('is heard through a slip of the finger', () => {
    for (const slip of [
      'I have cehst pain',
      'he is unconcious',
      'she is chocking',
      'haveing a siezure',
      'cant braethe',
    ])
      expect(asksForHelpNow(slip), slip).toBe(true)
  })

  test('is looked for in any text without failing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 2000 }),
        (text) => typeof asksForHelpNow(text) === 'boolean',
      ),
    )
    expect(asksForHelpNow('')).toBe(false)
  })

  test('is looked for in a long question within a tenth of a second', () => {
    const long = 'i have a chest and he is so very my just really '.repeat(40)
    const before = process.cpuUsage()
    asksForHelpNow(long)
    expect(process.cpuUsage(before).user).toBeLessThan(100_000)
  })
})

test('the notice says what this program cannot do and where help is, and judges nothing', () => {
  expect(emergencyText.message).toMatch(/only reads papers/)
  expect(emergencyText.next).toMatch(/local emergency number/)
  expect(`${emergencyText.message} ${emergencyText.next}`).not.toMatch(/urgent|severe|serious|probably|may be|diagnos/i)
})
