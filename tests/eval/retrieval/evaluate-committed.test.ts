import { expect, test } from 'vitest'
import { evaluateCommitted } from './evaluate-committed.ts'
import type { EvaluationSet, SetQuestion } from './evaluation-set.ts'

const letter = {
  title: 'Letter from the heart clinic',
  fileName: 'heart clinic letter.txt',
  text: `Heart clinic, 4 March 2024

Dear Dr Hale,

Mrs Lind was started on bisoprolol 2.5 mg once daily for atrial fibrillation.

Her echocardiogram showed a left ventricular ejection fraction of 55 percent.
`,
}
const report = {
  title: 'Laboratory report',
  fileName: 'laboratory report.txt',
  text: `Laboratory report, 11 June 2023

Ferritin\t9 ug/L\tlow
Haemoglobin\t104 g/L\tlow

Iron deficiency anaemia is likely.
`,
}
const neighbour = {
  title: 'Letter',
  fileName: 'heart clinic letter.txt',
  text: 'Heart clinic, 9 May 2022\n\nMr Okoye was started on ramipril 5 mg once daily for hypertension.\n',
}

const question = (id: string, more: Pick<SetQuestion, 'text' | 'gold'> & Partial<SetQuestion>): SetQuestion => ({
  ...{ id, person: 'Karin Lind', slice: 'plain', vocabulary: 'plain' },
  ...more,
})

const set: EvaluationSet = {
  people: [
    { name: 'Karin Lind', bornOn: '1951-02-03', documents: [letter, report] },
    { name: 'Samuel Okoye', bornOn: '1960-08-21', documents: [neighbour] },
  ],
  questions: [
    question('bisoprolol', {
      text: 'What dose of bisoprolol was started?',
      gold: [{ document: letter.fileName, quote: 'started on bisoprolol 2.5 mg once daily', grade: 2 }],
    }),
    question('af', {
      text: 'Is there AF?',
      slice: 'abbreviations',
      vocabulary: 'in-tables',
      gold: [{ document: letter.fileName, quote: 'for atrial fibrillation', grade: 2 }],
    }),
    question('ramipril', {
      person: 'Samuel Okoye',
      text: 'What dose of ramipril was started?',
      gold: [{ document: neighbour.fileName, quote: 'ramipril 5 mg once daily', grade: 2 }],
    }),
    question('elsewhere', {
      text: 'What was the ferritin?',
      gold: [{ document: letter.fileName, quote: 'ejection fraction of 55 percent', grade: 2 }],
    }),
    question('lost', {
      text: 'bisoprolol',
      gold: [{ document: letter.fileName, quote: 'a sentence that no chunk has whole', grade: 1 }],
    }),
  ],
  unanswerable: [
    { id: 'of the neighbour', person: 'Karin Lind', text: 'What dose of ramipril was started?' },
    { id: 'of nobody', person: 'Samuel Okoye', text: 'When was the colonoscopy?' },
  ],
}

// imports, reads, embeds and asks: seconds, and many times that on a machine that is wanted elsewhere
test('papers are imported and asked as a person would, and every question is of its own person', async () => {
  const { groups, questions, cut, abstention } = await evaluateCommitted(set, { limit: 100, seed: 1 })

  expect(groups.map(({ by, name, questions }) => [by, name, questions])).toEqual([
    ['all', 'all questions', 5],
    ['slice', 'plain', 4],
    ['slice', 'abbreviations', 1],
    ['vocabulary', 'plain', 4],
    ['vocabulary', 'in-tables', 1],
  ])
  const abbreviations = groups.find(({ name }) => name === 'abbreviations')
  // bare BM25 knows no abbreviation
  expect(abbreviations?.systems).toMatchObject({ bm25: { mrr10: 0 }, hybrid: { mrr10: 1 } })
  const hybridOf = (wanted: string) => questions.find(({ id }) => id === wanted)?.scores.hybrid
  expect(hybridOf('ramipril')).toEqual({ ndcg10: 1, mrr10: 1, recall100: 1 })
  expect(cut).toEqual(['lost'])
  expect(hybridOf('lost')).toEqual({ ndcg10: 0, mrr10: 0, recall100: 0 })

  expect(abstention.answerable.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['bisoprolol', 'supported'],
    ['af', 'supported'],
    ['ramipril', 'supported'],
    ['elsewhere', 'elsewhere'],
    ['lost', 'elsewhere'],
  ])
  expect(abstention.unanswerable).toEqual([
    { id: 'of the neighbour', isAnswered: false },
    { id: 'of nobody', isAnswered: false },
  ])
}, 180_000)
