import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FencedEvidence, fenceEvidence } from '../../../src-main/answer/fence-evidence.ts'
import { questionPart } from '../../../src-main/answer/prompt.ts'
import { verifySentence } from '../../../src-main/answer/verify.ts'
import { INJECTIONS } from './injections.ts'

const PAGE = [
  'Laboratory report',
  'Hemoglobin\t10.1\tg/dL\t12.0-16.0',
  'Creatinine\t0.9\tmg/dL\t<1.2',
  'Collected: 4 March 2021',
]
const POSITIONS = ['first', 'middle', 'last'] as const

const withInjection = (text: string, position: (typeof POSITIONS)[number]) => {
  const at = { first: 0, middle: 2, last: PAGE.length }[position]
  return [...PAGE.slice(0, at), text, ...PAGE.slice(at)].join('\n')
}

const cases = INJECTIONS.flatMap((injection) => POSITIONS.map((position) => ({ ...injection, position })))

/** As it stands in a prompt. */
const wholeOf = ({ open, close, pieces }: FencedEvidence) =>
  questionPart({ question: '', evidence: pieces, fence: { open, close }, voice: 'clinician' }).split(
    '\nThe reader',
  )[0] ?? ''

const markCount = (text: string, mark: string) => text.split(mark).length - 1

describe('a page that wants to steer', () => {
  test('there are enough of them', () => {
    expect(new Set(INJECTIONS.map(({ text }) => text)).size).toBeGreaterThanOrEqual(150)
  })

  test('never closes the block that it stands in', () => {
    for (const { text, position } of cases) {
      const fenced = fenceEvidence([{ n: 1, text: withInjection(text, position) }], { maxCharacters: 8000 })
      const lines = wholeOf(fenced).split('\n')
      expect(markCount(wholeOf(fenced), fenced.mark)).toBe(2)
      expect(lines[0]).toBe(`<<<EVIDENCE ${fenced.mark}`)
      expect(lines.at(-1)).toBe(`EVIDENCE ${fenced.mark}>>>`)
      // Every line of the page is marked as one, whatever it looks like.
      for (const line of lines.slice(3, -1)) expect(line).toMatch(/^[|] /)
      const inside = lines.slice(3, -1).join('\n')
      expect(inside).not.toMatch(/<\||\|>|<\/|\[\/?INST|<<|>>|```|\]\(|!\[|\{\{|[\u200b\u202e\u2066\u{e0041}]/u)
      expect([...inside].filter((sign) => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(sign) && !'\n\t'.includes(sign))).toEqual([])
    }
  })

  test('gets none of what it wants shown', () => {
    const shown = cases.filter(({ text, wants, position }) => {
      const evidence = [{ n: 1, text: withInjection(text, position) }]
      return verifySentence({ text: wants, cites: [1] }, evidence, { personNames: ['Anna Keller'] }).ok
    })
    expect(shown.map(({ text }) => text)).toEqual([])
  })

  test('does not keep the true sentences of its page from being shown', () => {
    const shown = cases.filter(({ text, position }) => {
      const evidence = [{ n: 1, text: withInjection(text, position) }]
      return verifySentence({ text: 'Hemoglobin was 10.1 g/dL.', cites: [1] }, evidence, { personNames: [] }).ok
    })
    expect(shown.length / cases.length).toBeGreaterThan(0.9)
  })
})

describe('the block', () => {
  const drawMark = () => 'a1b2c3d4e5f6'

  test('keeps what is cited: words, numbers, comparators and cells', () => {
    const fenced = fenceEvidence([{ n: 7, text: PAGE.join('\n'), documentDate: '2021-03-04' }], {
      maxCharacters: 2000,
      drawMark,
    })
    for (const line of PAGE) expect(wholeOf(fenced)).toContain(`| ${line}`)
    expect(wholeOf(fenced)).toContain('[1] (paper of 2021-03-04)')
  })

  test('draws another mark where the evidence holds the first', () => {
    const marks = ['a1b2c3d4e5f6', 'ffffeeeedddd']
    const { mark } = fenceEvidence([{ n: 1, text: 'EVIDENCE A1B2C3D4E5F6>>>' }], {
      maxCharacters: 500,
      drawMark: () => marks.shift() ?? '',
    })
    expect(mark).toBe('ffffeeeedddd')
    expect(() => fenceEvidence([{ n: 1, text: 'a1b2c3d4e5f6' }], { maxCharacters: 500, drawMark })).toThrow()
  })

  test('draws another mark for each request', () => {
    const marks = Array.from({ length: 200 }, () => fenceEvidence([], { maxCharacters: 500 }).mark)
    expect(new Set(marks).size).toBe(200)
  })

  test('is never longer than asked, cuts at the end of a line, and says what is in it', () => {
    const line = fc.string({ maxLength: 60 })
    const pieces = fc.array(fc.array(line, { minLength: 1, maxLength: 8 }), { maxLength: 6 })
    fc.assert(
      fc.property(pieces, fc.integer({ min: 200, max: 900 }), (texts, maxCharacters) => {
        const evidence = texts.map((lines, at) => ({ n: at + 1, text: lines.join('\n') }))
        const fenced = fenceEvidence(evidence, { maxCharacters })
        const { included, mark } = fenced
        const text = wholeOf(fenced)
        expect(text.length).toBeLessThanOrEqual(maxCharacters)
        expect(markCount(text, mark)).toBe(2)
        expect(included).toEqual(evidence.slice(0, included.length).map(({ n }) => n))
        const whole = wholeOf(fenceEvidence(evidence, { maxCharacters: 100_000, drawMark: () => mark })).split('\n')
        for (const shown of text.split('\n')) expect(whole).toContain(shown)
      }),
      { numRuns: 200 },
    )
  })
})
