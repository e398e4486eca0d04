import { describe, expect, test } from 'vitest'
import {
  makeSecondContactDocument,
  SECOND_CONTACT_PER_LAYOUT,
  secondContactLayouts,
} from '../../../tools/make-papers/second-contact/corpus.ts'
import { drawnWords } from './drawn-words.ts'
import { exactProposal } from './exact-proposal.ts'
import { judgeDocument } from './judge.ts'
import { layOfWords } from './lay-of-words.ts'
import { createClinicalReader } from './read-document.ts'

const { read } = createClinicalReader()

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
        const drawn = drawnWords(document, fact.page)
        expect(fact.words.map((word) => drawn[word]).join(' '), document.name).toContain(fact.valueText)
        const page = drawn.join(' ')
        for (const text of [fact.nameText, fact.unitText, fact.rangeText, fact.flagText, fact.details?.dose])
          for (const word of text?.split(' ') ?? []) expect(page, document.name).toContain(word)
      }
    }
  })

  test('are right in everything where just the facts are taken', async () => {
    const document = await read(makeSecondContactDocument(layout, 1), 'pdf')
    const proposals = document.truth.facts.map((fact) => exactProposal(fact, document))
    const judged = judgeDocument(document, { document: { people: [] }, proposals })
    expect(judged.facts.filter(({ outcome }) => outcome !== 'right')).toEqual([])
    expect(judged.misattributed).toEqual([])
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
        const { words, overlapping } = layOfWords(page)
        expect(words, document.name).toBe(page.marks.filter(({ kind }) => kind === 'word').length)
        expect(overlapping, document.name).toEqual([])
      }
  })
})
