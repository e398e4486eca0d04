import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitUnits } from '../../src-main/retrieve/sentences.ts'

const quotes = (text: string) => splitUnits(text).map((unit) => text.slice(unit.start, unit.end))

describe('the quotable units of a page', () => {
  test('do not end at the points of medicine', () => {
    const sentences = [
      'Seen by Dr. J. Oakes on 12.03.2024, i.e. last week.',
      'Hb was 7.2 g/dL, e.g. quite low.',
      'Aspirin 75 mg p.o. q.d. was continued with food.',
      'Admitted on 3. March 2024 via A&E.',
      'Metformin 500 mg b.i.d.',
      'Is it better? Yes!',
    ]
    expect(quotes(sentences.join(' '))).toEqual([...sentences.slice(0, 5), 'Is it better?', 'Yes!'])
  })

  test('run on over wrapped lines and stay one span', () => {
    expect(quotes('There was no evidence of\npulmonary embolism or of\nany other disease. All well.')).toEqual([
      'There was no evidence of\npulmonary embolism or of\nany other disease.',
      'All well.',
    ])
  })

  test('run on over a gap in the middle of a sentence, and over no other', () => {
    expect(quotes('The radiograph of May showed\n\na small effusion.\n\nno fever since')).toEqual([
      'The radiograph of May showed\n\na small effusion.',
      'no fever since',
    ])
  })

  test('are rows under their header and heading, items and labelled lines', () => {
    const text = 'RESULTS\nTest\tValue\nSodium\t139\n\nPlan:\n- rest\n- water,\n  a lot\nAllergies: none known'
    const shown = splitUnits(text).map((unit) => ({
      kind: unit.kind,
      text: text.slice(unit.start, unit.end),
      heading: unit.heading && text.slice(unit.heading.start, unit.heading.end),
      header: unit.header && text.slice(unit.header.start, unit.header.end),
    }))
    expect(shown).toEqual([
      { kind: 'heading', text: 'RESULTS', heading: undefined, header: undefined },
      { kind: 'row', text: 'Sodium\t139', heading: 'RESULTS', header: 'Test\tValue' },
      { kind: 'heading', text: 'Plan:', heading: undefined, header: undefined },
      { kind: 'item', text: '- rest', heading: 'Plan:', header: undefined },
      { kind: 'item', text: '- water,\n  a lot', heading: 'Plan:', header: undefined },
      { kind: 'field', text: 'Allergies: none known', heading: 'Plan:', header: undefined },
    ])
  })

  test('lie in order, inside the page, without overlap or outer white space, whatever the page holds', () => {
    const part = fc.constantFrom(
      'Dr.',
      'a',
      'B.',
      '\n',
      '\n\n',
      '\t',
      ' ',
      '- ',
      '1. ',
      'Label: ',
      'HEAD',
      '7.2',
      '?',
      '---',
      '|',
      '#',
      '\r\n',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
        ),
        (text) => {
          let from = 0
          for (const unit of splitUnits(text)) {
            expect(unit.start).toBeGreaterThanOrEqual(from)
            expect(unit.end).toBeGreaterThan(unit.start)
            const quote = text.slice(unit.start, unit.end)
            expect(quote).toBe(quote.trim())
            from = unit.end
          }
          expect(from).toBeLessThanOrEqual(text.length)
        },
      ),
      { numRuns: 3000, verbose: 1 },
    )
  })
})
