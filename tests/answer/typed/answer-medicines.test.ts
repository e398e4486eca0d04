/** Which of several statements about one medicine leads its answer. */
import { expect, test } from 'vitest'
import type { MedicineLine } from '#contract/facts.ts'
import { answerMedicines } from '../../../src-main/answer/typed/answer-medicines.ts'
import type { Entry } from '../../../src-main/answer/typed/find-facts.ts'

const fact = { name: 'ticagrelor', details: {} } as MedicineLine['fact']
const standing = (lines: readonly MedicineLine[]) =>
  answerMedicines({
    query: { ask: 'standing', kinds: ['medication'], name: 'ticagrelor' },
    entries: [{} as Entry],
    lines,
  })?.answer.finding

test('a medicine that one statement calls stopped is not called taken by another of the same day or before', () => {
  const stopped = (on: string): MedicineLine => ({ fact, standing: 'stopped', on })
  const stated = (on: string): MedicineLine => ({ fact, standing: 'last-stated', on })
  expect(standing([stated('2022-02-14'), stopped('2022-02-14')])).toBe('stopped')
  expect(standing([stated('2021-05-01'), stopped('2022-02-14')])).toBe('stopped')
  expect(standing([stated('2023-01-09'), stopped('2022-02-14')])).toBe('last-stated')
})
