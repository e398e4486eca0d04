import { describe, expect, test } from 'vitest'
import { readPdf } from '../../src-main/ingest/readers/pdf.ts'
import { analytes } from '../../tools/make-papers/clinical/analytes.ts'
import { createCalendar } from '../../tools/make-papers/clinical/calendar.ts'
import {
  type ClinicalDocument,
  layoutNames,
  type TrueFact,
} from '../../tools/make-papers/clinical/clinical-document.ts'
import { conditions } from '../../tools/make-papers/clinical/conditions.ts'
import { makeClinicalDocument, PER_LAYOUT } from '../../tools/make-papers/clinical/corpus.ts'
import { medicines } from '../../tools/make-papers/clinical/medicines.ts'
import { printPdf } from '../../tools/make-papers/clinical/print-document.ts'
import { ucumOf, waysToPrint } from '../../tools/make-papers/clinical/units.ts'
import { truthOf } from '../../tools/make-papers/print/truth.ts'

const all = layoutNames.flatMap((layout) =>
  Array.from({ length: PER_LAYOUT }, (_, index) => makeClinicalDocument(layout, index)),
)

describe('the clinical papers', () => {
  test('are many, and speak of many measures, medicines and conditions', () => {
    expect(all.length).toBeGreaterThanOrEqual(200)
    const abouts = (kind: TrueFact['kind']) =>
      new Set(all.flatMap(({ facts }) => facts.filter((fact) => fact.kind === kind).map(({ about }) => about))).size
    expect(abouts('observation')).toBeGreaterThanOrEqual(60)
    expect(abouts('medication')).toBeGreaterThanOrEqual(80)
    expect(abouts('condition')).toBeGreaterThanOrEqual(40)
    expect([analytes.length, medicines.length, conditions.length].map((count) => count > 40)).toEqual([
      true,
      true,
      true,
    ])
  })

  test('are the same for the same seed, whatever was made before', async () => {
    const again = makeClinicalDocument('B', 3)
    expect(again).toEqual(all.find(({ name }) => name === again.name))
    expect(await printPdf(again)).toEqual(await printPdf(again))
    expect(makeClinicalDocument('B', 3, 2)).not.toEqual(again)
  })

  test.each(layoutNames)('of layout %s print each fact that they state', (layout) => {
    for (const document of all.filter((one) => one.layout === layout)) {
      for (const fact of document.facts) {
        const drawn = wordsOf(document, fact.page)
        const value = fact.words.map((word) => drawn[word]?.text).join(' ')
        // a long one may go on on the next page
        expect(value, document.name).toContain(fact.valueText.split(' ')[0])
        const page = drawn.map(({ text }) => text).join(' ')
        for (const text of [fact.nameText, fact.unitText, fact.rangeText, fact.flagText, fact.details?.dose])
          for (const word of text?.split(' ') ?? []) expect(page, document.name).toContain(word)
      }
      for (const { nameText } of document.disclaimed)
        for (const word of nameText.split(' '))
          expect(textOf(document).toLowerCase(), document.name).toContain(word.toLowerCase())
    }
  })

  test.each(layoutNames)('of layout %s let no word leave its page or touch another', (layout) => {
    for (let index = 0; index < PER_LAYOUT; index += 3)
      for (const page of makeClinicalDocument(layout, index).pages) {
        const { words } = truthOf(page, (point) => point, page)
        expect(words.length, String(index)).toBe(page.marks.filter(({ kind }) => kind === 'word').length)
        expect(overlapping(words), String(index)).toEqual([])
      }
  })

  test('give no fact that is denied or of the family as the person’s own', () => {
    for (const { facts, disclaimed, name } of all)
      for (const { about } of disclaimed)
        expect(
          facts.some((fact) => fact.kind === 'condition' && fact.about === about),
          `${name} ${about}`,
        ).toBe(false)
  })

  test.each(layoutNames)('of layout %s hold their values in the text layer of the PDF', async (layout) => {
    const document = makeClinicalDocument(layout, 1)
    const texts: string[] = []
    for await (const part of readPdf(await printPdf(document), {})) if (part.kind === 'page') texts.push(part.page.text)
    for (const { page, valueText } of document.facts) expect(texts[page - 1]?.replace(/\s+/g, ' ')).toContain(valueText)
  })
})

test('every way to print a unit has a UCUM', () => {
  for (const { us, european } of analytes)
    for (const unit of [us.unit, european.unit])
      for (const way of waysToPrint(unit)) expect(ucumOf(way)).toEqual(ucumOf(unit))
})

describe('a day', () => {
  test('between slashes is ambiguous until another one of the paper decides', () => {
    const calendar = createCalendar('us-slash')
    expect(calendar.write('2024-04-03')).toBe('04/03/2024')
    expect(calendar.isAmbiguous('2024-04-03')).toBe(true)
    calendar.write('1961-05-23')
    expect(calendar.isAmbiguous('2024-04-03')).toBe(false)
  })

  test('with equal numbers, with dots or in words is not', () => {
    const [slashed, dotted, long] = [createCalendar('uk-slash'), createCalendar('dots'), createCalendar('us-long')]
    expect([slashed.write('2024-04-04'), dotted.write('2024-04-03'), long.write('2024-04-03T15:05')]).toEqual([
      '04/04/2024',
      '03.04.2024',
      'April 3, 2024 3:05 PM',
    ])
    expect([
      slashed.isAmbiguous('2024-04-04'),
      dotted.isAmbiguous('2024-04-03'),
      long.isAmbiguous('2024-04-03'),
    ]).toEqual([false, false, false])
  })
})

const wordsOf = ({ pages }: ClinicalDocument, page: number) =>
  pages[page - 1]?.marks.filter((mark) => mark.kind === 'word') ?? []

const textOf = (document: ClinicalDocument) =>
  document.pages.flatMap((_, i) => wordsOf(document, i + 1).map(({ text }) => text)).join(' ')

function overlapping(words: ReturnType<typeof truthOf>['words']): string[] {
  const sorted = words.toSorted((a, b) => a.box[1] - b.box[1])
  return sorted.flatMap((one, i) => {
    const [x, y, width, height] = one.box
    const hits: string[] = []
    for (const { text, box } of sorted.slice(i + 1)) {
      if (box[1] >= y + height) break
      if (box[0] < x + width && box[0] + box[2] > x) hits.push(`${one.text} ${text}`)
    }
    return hits
  })
}
