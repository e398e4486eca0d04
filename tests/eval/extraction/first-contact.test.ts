import { describe, expect, test } from 'vitest'
import type { ClinicalDocument } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { printPdf } from '../../../tools/make-papers/clinical/print-document.ts'
import {
  FIRST_CONTACT_PER_LAYOUT,
  firstContactLayouts,
  makeFirstContactDocument,
} from '../../../tools/make-papers/first-contact/corpus.ts'
import { drawnWords } from './drawn-words.ts'
import { exactProposal } from './exact-proposal.ts'
import { judgeDocument } from './judge.ts'
import { layOfWords } from './lay-of-words.ts'
import { createClinicalReader } from './read-document.ts'

const all = firstContactLayouts.flatMap((layout) =>
  Array.from({ length: FIRST_CONTACT_PER_LAYOUT }, (_, index) => makeFirstContactDocument(layout, index)),
)
const { read } = createClinicalReader()

describe('the papers met for the first time', () => {
  test('are the same for the same seed and others for another', async () => {
    for (const layout of firstContactLayouts) {
      const again = makeFirstContactDocument(layout, 3)
      expect(again).toEqual(all.find(({ name }) => name === again.name))
      expect(await printPdf(again)).toEqual(await printPdf(again))
      expect(makeFirstContactDocument(layout, 3, 2)).not.toEqual(again)
      expect(makeFirstContactDocument(layout, 4).facts).not.toEqual(again.facts)
    }
  })

  test.each(firstContactLayouts)('of layout %s print each fact that they state', (layout) => {
    for (const document of all.filter((one) => one.layout === layout)) {
      expect(document.facts.length).toBeGreaterThan(0)
      for (const fact of document.facts) {
        const drawn = drawnWords(document, fact.page)
        const value = fact.words.map((word) => drawn[word]).join(' ')
        expect(value, document.name).toContain(fact.valueText)
        const page = drawn.join(' ')
        for (const text of [fact.nameText, fact.unitText, fact.rangeText, fact.flagText, fact.details?.dose])
          for (const word of text?.split(' ') ?? []) expect(page, document.name).toContain(word)
      }
      for (const { nameText } of document.disclaimed) expect(textOf(document), document.name).toContain(nameText)
    }
  })

  test.each(firstContactLayouts)('of layout %s let no word leave its page or touch another', (layout) => {
    for (const document of all.filter((one) => one.layout === layout))
      for (const page of document.pages) {
        const { words, overlapping } = layOfWords(page)
        expect(words, document.name).toBe(page.marks.filter(({ kind }) => kind === 'word').length)
        expect(overlapping, document.name).toEqual([])
      }
  })

  test.each(firstContactLayouts)(
    'of layout %s, from which just the facts are taken, are right in everything',
    async (layout) => {
      const document = await read(makeFirstContactDocument(layout, 1), 'pdf')
      const proposals = document.truth.facts.map((fact) => exactProposal(fact, document))
      const judged = judgeDocument(document, { document: { people: [] }, proposals })
      expect(judged.facts.filter(({ outcome }) => outcome !== 'right')).toEqual([])
      expect(judged.misattributed).toEqual([])
    },
  )

  test('give nothing that is denied or of the family as the person’s own', () => {
    for (const { facts, disclaimed, name } of all)
      for (const { about, kind } of disclaimed)
        expect(
          facts.filter((fact) => fact.kind === kind && fact.about === about),
          name,
        ).toEqual([])
  })
})

const textOf = (document: ClinicalDocument) => document.pages.flatMap((_, i) => drawnWords(document, i + 1)).join(' ')
