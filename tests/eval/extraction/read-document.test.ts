import { describe, expect, test } from 'vitest'
import { layoutNames } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { makeClinicalDocument } from '../../../tools/make-papers/clinical/corpus.ts'
import { exactProposal } from './exact-proposal.ts'
import { judgeDocument } from './judge.ts'
import { createClinicalReader } from './read-document.ts'
import { summarizeFacts } from './summarize.ts'

const { read } = createClinicalReader()

describe('a paper of layout', () => {
  test.each(layoutNames)('%s, from which just its facts are taken, is right in everything', async (layout) => {
    const document = await read(makeClinicalDocument(layout, 1), 'pdf')
    const proposals = document.truth.facts.map((fact) => exactProposal(fact, document))
    const { ownDates: days, ambiguousDates } = document.truth
    const on = Object.values(days).find((day) => !ambiguousDates.includes(day.slice(0, 10)))
    const date = on === undefined ? {} : { date: { on, precision: 'day', isAmbiguous: false } as const }
    const judged = judgeDocument(document, { document: { people: [], ...date }, proposals })
    expect(judged.facts.filter(({ outcome }) => outcome !== 'right')).toEqual([])
    const { groups, dates, ownDates, boxes, misattributed } = summarizeFacts([judged])
    for (const { precision, recall, flagsRight } of groups)
      expect({ precision, recall, flagsRight }).toEqual({ precision: 1, recall: 1, flagsRight: 1 })
    expect(dates.right).toBe(dates.total)
    expect(ownDates.right).toBe(1)
    expect(boxes).toEqual({ total: boxes.total, quotes: boxes.total, holdsValue: boxes.total, isTight: boxes.total })
    expect(misattributed.size).toBe(0)
  })

  test('A, with every value of one row put into the next, is wrong in every row', async () => {
    const document = await read(makeClinicalDocument('A', 0), 'pdf')
    const right = document.truth.facts.map((fact) => exactProposal(fact, document))
    const shifted = right.map((proposal, i) => {
      const { valueText, valueSpan, page, spans, value } = right[(i + 1) % right.length] ?? proposal
      return { ...proposal, valueText, valueSpan, page, spans, ...(value === undefined ? {} : { value }) }
    })
    const judged = judgeDocument(document, { document: { people: [] }, proposals: shifted })
    expect(judged.facts.filter(({ outcome }) => outcome === 'right')).toEqual([])
  })
})
