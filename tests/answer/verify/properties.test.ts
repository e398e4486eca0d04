import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Evidence, verifySentence } from '../../../src-main/answer/verify.ts'
import { PAPERS } from './papers.ts'

const PERSON = { personNames: ['Anna Keller'] }
const check = (text: string, evidence: readonly Evidence[], cites: readonly number[] = [1]) =>
  verifySentence({ text, cites }, evidence, PERSON)

const value = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => `${whole}.${part}`)
const row = (name: string, result: string): Evidence => ({ n: 1, text: `${name}\t${result}\tmmol/L` })

describe('a value', () => {
  test('is shown only where it is the same number', () => {
    fc.assert(
      fc.property(value, value, (written, said) => {
        const { ok } = check(`Sodium was ${said} mmol/L.`, [row('Sodium', written)])
        expect(ok).toBe(Number(written) === Number(said))
      }),
    )
  })

  test('may be written with a comma, or with zeros that add nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9 }), (whole, part) => {
        const evidence = [row('Sodium', `${whole},${part}`)]
        expect(check(`Sodium was ${whole}.${part}0 mmol/L.`, evidence).ok).toBe(true)
        expect(check(`Sodium was ${whole}${part} mmol/L.`, evidence).ok).toBe(false)
      }),
    )
  })

  test('of one row is never that of another', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        fc.pre(Number(one) !== Number(other))
        const evidence = [{ n: 1, text: `Sodium\t${one}\tmmol/L\nPotassium\t${other}\tmmol/L` }]
        expect(check(`Sodium was ${one} and potassium was ${other}.`, evidence).ok).toBe(true)
        expect(check(`Sodium was ${other} mmol/L.`, evidence).ok).toBe(false)
        expect(check(`Potassium was ${one} mmol/L.`, evidence).ok).toBe(false)
      }),
    )
  })

  test('rose or fell as its days and numbers say', () => {
    fc.assert(
      fc.property(value, value, (first, second) => {
        const evidence = [{ n: 1, text: `Sodium\t${first}\t${second}`, context: 'Test\t2021-03-04\t2021-06-10' }]
        const said = (word: string) =>
          check(`Sodium ${word} from ${first} on 4 March 2021 to ${second} on 10 June 2021.`, evidence).ok
        expect(said('rose')).toBe(Number(second) > Number(first))
        expect(said('fell')).toBe(Number(second) < Number(first))
      }),
    )
  })

  test('is above, within or below the range that its row prints', () => {
    const whole = fc.integer({ min: 1, max: 300 })
    fc.assert(
      fc.property(whole, whole, whole, (result, low, width) => {
        const high = low + width
        const evidence = [{ n: 1, text: `Sodium\t${result}\tmmol/L\t${low}-${high}` }]
        const said = (side: string) => check(`Sodium was ${side} the reference range.`, evidence).ok
        expect(said('above')).toBe(result > high)
        expect(said('below')).toBe(result < low)
        expect(said('within')).toBe(result >= low && result <= high)
      }),
    )
  })
})

describe('whatever is written', () => {
  test('nothing is shown without evidence, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (text, page) => {
          expect(check(text, [], [1]).ok).toBe(false)
          expect(check(text, [{ n: 1, text: page }], []).ok).toBe(false)
          expect(typeof check(text, [{ n: 1, text: page }]).ok).toBe('boolean')
        },
      ),
    )
  })

  test('the same question has the same answer, and a citation that says nothing of it is refused', () => {
    const honest = PAPERS.flatMap(({ evidence, said }) => said.map((text) => ({ evidence, text })))
    fc.assert(
      fc.property(fc.constantFrom(...honest), ({ evidence, text }) => {
        const pieces = [
          { n: 1, ...evidence },
          { n: 2, text: 'Bus timetable of the summer season' },
        ]
        expect(check(text, pieces)).toEqual(check(text, pieces))
        expect(check(text, pieces, [2]).ok).toBe(false)
        expect(check(text, pieces, [1, 2]).ok).toBe(false)
      }),
    )
  })

  test('a word that stands nowhere in the evidence is refused', () => {
    const strange = ['cancer', 'seizures', 'alcohol', 'pregnant', 'overdose', 'Wednesday', 'zorbium']
    const shown = PAPERS.flatMap(({ evidence, said }) => {
      const written = `${evidence.text} ${evidence.context ?? ''}`.toLowerCase()
      // a carcinoma is a cancer, and may be told as one
      const isSaid = (word: string) => written.replaceAll('carcinoma', 'cancer').includes(word.toLowerCase())
      const absent = strange.filter((word) => !isSaid(word))
      const lies = said.flatMap((text) => absent.map((word) => text.replace(/\.$/, ` with ${word}.`)))
      return lies.filter((lie) => check(lie, [{ n: 1, ...evidence }]).ok)
    })
    expect(shown).toEqual([])
  })
})

describe('a fact and its series', () => {
  const fact = {
    id: 'f1',
    personId: 'p1',
    kind: 'observation',
    name: 'Hemoglobin',
    nameText: 'Hgb',
    valueText: '10.1',
    value: 10.1,
    unit: 'g/dL',
    unitText: 'g/dl',
    flag: 'low',
    isNoneKnown: false,
    happenedOn: '2021-06-10',
    details: {},
    state: 'proposed',
    doubts: [],
    suggestions: [],
    provenance: [],
    knownSince: '2021-06-11',
  } as unknown as NonNullable<Evidence['fact']>
  const point = (happenedOn: string, result: number) =>
    ({
      factId: happenedOn,
      happenedOn,
      valueText: String(result),
      value: result,
      isConverted: false,
      flag: 'unknown',
      state: 'proposed',
      doubts: [],
    }) as unknown as NonNullable<Evidence['series']>[number]
  const series = [point('2021-01-05', 12.4), point('2021-03-04', 11), point('2021-06-10', 10.1)]
  const evidence = [{ n: 1, text: 'Hgb 10.1 g/dl', fact, series }]

  test.each([
    'Haemoglobin was 10.1 g/dL on 10 June 2021.',
    'Haemoglobin was low.',
    'The latest haemoglobin was 10.1 g/dL.',
    'The lowest haemoglobin was 10.1 g/dL.',
    'Haemoglobin fell to 10.1 g/dL.',
    'Haemoglobin fell from 12.4 on 5 January 2021 to 11 on 4 March 2021.',
    'The highest haemoglobin was 12.4 g/dL on 5 January 2021.',
    'Haemoglobin has fallen.',
  ])('are evidence for: %s', (text) => {
    expect(check(text, evidence)).toEqual({ ok: true })
  })

  test.each([
    'Haemoglobin was 10.1 g/dL on 4 March 2021.',
    'Haemoglobin was high.',
    'Haemoglobin was normal.',
    'The latest haemoglobin was 11.',
    'The lowest haemoglobin was 11.',
    'Haemoglobin rose to 10.1 g/dL.',
    'Haemoglobin rose from 12.4 on 5 January 2021 to 11 on 4 March 2021.',
    'The highest haemoglobin was 10.1 g/dL.',
    'Haemoglobin has risen.',
    'Haemoglobin doubled.',
  ])('are none for: %s', (text) => {
    expect(check(text, evidence)).toMatchObject({ ok: false })
  })
})

describe('the reasons', () => {
  test('name what is not said, and where it was looked for', () => {
    expect(check('Sodium was 7.9 mmol/L.', [row('Sodium', '141')])).toEqual({
      ok: false,
      reasons: ['number 7.9 mmol/L is not in [1]'],
    })
    expect(check('Sodium was 141 mmol/L.', [row('Sodium', '141')], [])).toEqual({
      ok: false,
      reasons: ['cites nothing'],
    })
    expect(check('Sodium was 141 mmol/L.', [row('Sodium', '141')], [1, 9])).toEqual({
      ok: false,
      reasons: ['cites [9], which is not there'],
    })
  })
})
