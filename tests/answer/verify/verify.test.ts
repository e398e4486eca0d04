import { describe, expect, test } from 'vitest'
import { type Evidence, verifySentence } from '../../../src-main/answer/verify.ts'
import type { Honest } from './change.ts'
import { FALSE_SENTENCES } from './false-sentences.ts'
import { GENERATED } from './generated.ts'
import { MORE_FALSE_SENTENCES } from './more-false-sentences.ts'
import { crossedMutants, mutantsOf, seeded, splicedMutants } from './mutants.ts'
import { PAPERS } from './papers.ts'

const PERSON = { personNames: ['Anna Keller'] }
const isShown = (text: string, evidence: Omit<Evidence, 'n'>) =>
  verifySentence({ text, cites: [1] }, [{ n: 1, ...evidence }], PERSON).ok

const HAND: readonly Honest[] = PAPERS.flatMap(({ id, evidence, said, aside }) =>
  [...said, ...aside].map((text) => ({ id, text, evidence })),
)
const HONEST: readonly Honest[] = [...HAND, ...GENERATED]

describe('what is true', () => {
  test('the papers are many and of many kinds', () => {
    expect(PAPERS.length).toBeGreaterThanOrEqual(60)
    expect(HAND.length).toBeGreaterThanOrEqual(150)
    expect(HONEST.length).toBeGreaterThanOrEqual(500)
    expect(new Set(HONEST.map(({ text, evidence }) => text + evidence.text)).size).toBe(HONEST.length)
  })

  test('is shown in other words, as people wrote it', () => {
    const shown = HAND.filter(({ text, evidence }) => isShown(text, evidence))
    console.log(`written by hand: ${shown.length} of ${HAND.length}`)
    expect(shown.length / HAND.length).toBeGreaterThanOrEqual(0.95)
  })

  test('is shown in the words of templates', () => {
    const shown = GENERATED.filter(({ text, evidence }) => isShown(text, evidence))
    expect(shown.length / GENERATED.length).toBeGreaterThanOrEqual(0.98)
  })
})

describe('what is false', () => {
  const seed = Number(process.env.MEDMEMORY_SEED ?? 20_260_301)

  test('is not shown, however it was made from what is true', () => {
    const random = seeded(seed)
    const honest = HONEST.filter(({ text, evidence }) => isShown(text, evidence))
    const mutants = [
      ...honest.flatMap((one) => mutantsOf(one, random)),
      ...crossedMutants(honest, random),
      ...splicedMutants(honest),
    ]
    console.log(
      `seed ${seed}: ${mutants.length} false sentences of ${new Set(mutants.map(({ kind }) => kind)).size} kinds`,
    )
    const shown = mutants.filter(({ text, cites, evidence }) => verifySentence({ text, cites }, evidence, PERSON).ok)
    expect(mutants.length).toBeGreaterThanOrEqual(2000)
    expect(shown.map(({ kind, text, from }) => `${kind}: ${text} (from: ${from})`)).toEqual([])
  })

  test('is not shown, as people wrote it', () => {
    const said = [...FALSE_SENTENCES, ...MORE_FALSE_SENTENCES].flatMap(({ evidence, said }) =>
      said.map((text) => ({ text, evidence })),
    )
    expect(said.length).toBeGreaterThanOrEqual(250)
    expect(said.filter(({ text, evidence }) => isShown(text, evidence)).map(({ text }) => text)).toEqual([])
  })
})

test('most sentences are checked within two milliseconds', () => {
  const times = HONEST.map(({ text, evidence }) => {
    const start = performance.now()
    isShown(text, evidence)
    return performance.now() - start
  }).sort((one, other) => one - other)
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(2)
})
