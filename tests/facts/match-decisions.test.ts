import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FactKind } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Proposal } from '../../src-main/extract/proposal.ts'
import type { Decision } from '../../src-main/facts/decision-value.ts'
import { matchDecisions, sharedWords } from '../../src-main/facts/match-decisions.ts'
import { factIdOf, proposalToStatement } from '../../src-main/facts/statement.ts'
import { packBoxes } from '../../src-main/ingest/boxes.ts'
import { type FoundFact, foldWords } from '../../src-main/ingest/found-fact.ts'
import type { Box } from '../../src-main/ingest/read-page.ts'

interface Row {
  readonly words: string
  readonly name?: string
  readonly page?: number
  readonly kind?: FactKind
  readonly box?: Box
}

function found({ words, name = words.split(' ')[0] ?? '', page = 1, kind = 'observation', box }: Row): FoundFact {
  const span = { start: 0, end: words.length }
  const boxes = packBoxes(box === undefined ? [] : [box])
  const proposal: Proposal = {
    ...{ kind, name, nameText: name, valueText: words, flag: 'unknown', isNoneKnown: false, details: {}, doubts: [] },
    ...{ suggestions: [], page, spans: [span], valueSpan: span },
  }
  return { proposal, words: foldWords(words), boxes, valueBoxes: boxes, quote: words }
}

let ids = 0
function decided(row: Row): Decision {
  const { proposal, words } = found(row)
  const statement = proposalToStatement(proposal)
  const boxes = row.box === undefined ? [] : [row.box]
  return {
    ...{ id: `d${ids++}`, userId: 'u', sha256: 'x', page: proposal.page, words, kind: proposal.kind, act: 'accept' },
    ...{ decidedAt: '', personId: null, actId: null, follows: null, origin: '', logicalTime: 1 },
    value: {
      stands: true,
      statement,
      isCorrected: false,
      read: statement,
      place: { boxes, valueBoxes: boxes, quote: '' },
    },
  }
}

const match = (now: readonly Row[], before: readonly Row[]) => {
  const decisions = before.map(decided)
  const { byFound, left } = matchDecisions(now.map(found), decisions)
  return { pairs: now.map((_, at) => decisions.indexOf(byFound.get(at) as Decision)), left: left.length }
}

test('exact words go first, whatever else shares most of them', () => {
  const rows = [{ words: 'Potassium 4.1 mmol/L' }, { words: 'Potassium 4.2 mmol/L' }, { words: 'Potassium 4.3 mmol/L' }]
  expect(match(rows.toReversed(), rows)).toEqual({ pairs: [2, 1, 0], left: 0 })
})

test('words that changed a little are known at their old place, or under their old name where there are no places', () => {
  const box: Box = [0.1, 0.1, 0.1, 0.02]
  expect(match([{ words: 'Potasium 4.7 mmol/L', box }], [{ words: 'Potassium 4.1 mmol/L', box }]).left).toBe(1)
  expect(match([{ words: 'Potasium 4.1 mmol/L', box }], [{ words: 'Potassium 4.1 mmol/L', box }]).pairs).toEqual([0])
  expect(match([{ words: 'Potassium 4.7 mmol/L' }], [{ words: 'Potassium 4.1 mmol/L' }]).pairs).toEqual([0])
})

test('the row beside it, another page and another kind are never taken for it', () => {
  const above: Box = [0.1, 0.1, 0.1, 0.02]
  const below: Box = [0.1, 0.2, 0.1, 0.02]
  const potassium = { words: 'Potassium 4.1 mmol/L 3.5-5.0', box: above }
  expect(match([{ words: 'Chloride 4.1 mmol/L 3.5-5.0', box: below }], [potassium]).pairs).toEqual([-1])
  expect(match([{ words: 'Chloride 4.1 mmol/L 3.5-5.0' }], [{ words: potassium.words }]).pairs).toEqual([-1])
  expect(match([{ ...potassium, page: 2 }], [potassium]).pairs).toEqual([-1])
  expect(match([{ ...potassium, kind: 'note' }], [potassium]).pairs).toEqual([-1])
})

test('the same words twice on a page are told apart by their place', () => {
  const [left, right]: [Box, Box] = [
    [0.1, 0.1, 0.1, 0.02],
    [0.6, 0.1, 0.1, 0.02],
  ]
  const rows = [
    { words: 'Potassium 4.1', box: left },
    { words: 'Potassium 4.1', box: right },
  ]
  expect(match(rows.toReversed(), rows)).toEqual({ pairs: [1, 0], left: 0 })
})

test('a decision is used at most once, and every one is either used or left', () => {
  const word = fc.constantFrom('potassium', 'sodium', '4.1', '4.2', 'mmol/l')
  const row = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')) })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), (now, before) => {
      const { pairs, left } = match(now, before)
      const used = pairs.filter((at) => at >= 0)
      expect(new Set(used).size).toBe(used.length)
      expect(used.length + left).toBe(before.length)
    }),
  )
})

test('the share of words is the same both ways, whole for the same words and none for others', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 })
    .map((all) => all.join(' '))
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(sharedWords(a, b)).toBe(sharedWords(b, a))
      expect(sharedWords(a, a)).toBe(1)
      expect(sharedWords(a, 'x y')).toBe(0)
    }),
  )
})

test('an id is made of what is stated and whose it is, and of nothing else', () => {
  const [one, other] = [found({ words: 'x', name: 'Potassium' }), found({ words: 'x', name: ' POTASSIUM ', page: 7 })]
  const [a, b] = [proposalToStatement(one.proposal), proposalToStatement({ ...other.proposal, doubts: ['no-date'] })]
  const ada = 'ada' as PersonId
  expect(factIdOf(ada, a)).toBe(factIdOf(ada, b))
  expect(factIdOf(ada, a)).not.toBe(factIdOf('ben' as PersonId, a))
  expect(factIdOf(ada, a)).not.toBe(factIdOf(ada, { ...a, comparator: '<' }))
})
