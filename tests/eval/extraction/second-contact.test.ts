import { describe, expect, test } from 'vitest'
import type { ClinicalDocument } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { truthOf } from '../../../tools/make-papers/print/truth.ts'
import {
  makeSecondContactDocument,
  SECOND_CONTACT_PER_LAYOUT,
  secondContactLayouts,
} from '../../../tools/make-papers/second-contact/corpus.ts'

const of = (layout: (typeof secondContactLayouts)[number]) =>
  Array.from({ length: SECOND_CONTACT_PER_LAYOUT }, (_, index) => makeSecondContactDocument(layout, index))

describe.each(secondContactLayouts)('the second papers of layout %s', (layout) => {
  const documents = of(layout)

  test('are the same for the same seed and others for another', () => {
    expect(of(layout)).toEqual(documents)
    expect(makeSecondContactDocument(layout, 1, 2)).not.toEqual(documents[1])
    expect(documents[0]?.pages).not.toEqual(documents[1]?.pages)
  })

  test('print each fact that they state, word for word', () => {
    for (const document of documents) {
      expect(document.facts.length, document.name).toBeGreaterThan(0)
      for (const fact of document.facts) {
        const drawn = wordsOf(document, fact.page)
        expect(fact.words.map((word) => drawn[word]).join(' '), document.name).toContain(fact.valueText)
        const page = drawn.join(' ')
        for (const text of [fact.nameText, fact.unitText, fact.rangeText, fact.flagText, fact.details?.dose])
          for (const word of text?.split(' ') ?? []) expect(page, document.name).toContain(word)
      }
    }
  })

  test('give nothing that is denied or of the family as the person’s own', () => {
    for (const { facts, disclaimed, name } of documents)
      for (const { about, kind } of disclaimed)
        expect(
          facts.filter((fact) => fact.kind === kind && fact.about === about),
          name,
        ).toEqual([])
  })

  test('let no word leave its page or touch another', () => {
    for (const document of documents)
      for (const page of document.pages) {
        const { words } = truthOf(page, (point) => point, page)
        expect(words.length, document.name).toBe(page.marks.filter(({ kind }) => kind === 'word').length)
        expect(overlapping(words), document.name).toEqual([])
      }
  })
})

const wordsOf = ({ pages }: ClinicalDocument, page: number): string[] =>
  pages[page - 1]?.marks.flatMap((mark) => (mark.kind === 'word' ? [mark.text] : [])) ?? []

function overlapping(words: ReturnType<typeof truthOf>['words']): string[] {
  return words.flatMap(({ text, box: [x, y, width, height] }, i) =>
    words
      .slice(i + 1)
      .filter(
        ({ box: [left, top, wide, high] }) => left < x + width && left + wide > x && top < y + height && top + high > y,
      )
      .map((other) => `${text} ${other.text}`),
  )
}
