import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INSTRUCTIONS, MOST_EVIDENCE, questionPart } from '../../src-main/answer/prompt.ts'

const evidence = ['2021-03-04 Glucose 92 mg/dL', 'Metformin 500 mg twice daily']

test('excerpts are numbered from one, in their order, before the question', () => {
  expect(questionPart({ question: 'What is my glucose?', evidence, voice: 'patient' })).toBe(
    [
      '[1] 2021-03-04 Glucose 92 mg/dL',
      '[2] Metformin 500 mg twice daily',
      'The reader is the person of the papers: write "you".',
      'Question: What is my glucose?',
    ].join('\n'),
  )
})

test('a clinician reads of the patient', () => {
  expect(questionPart({ question: 'Glucose?', evidence, voice: 'clinician' })).toContain('write "the patient"')
})

test('nothing of a question or its excerpts is lost or comes twice', () => {
  const words = fc.string({ minLength: 1 })
  fc.assert(
    fc.property(words, fc.array(words, { minLength: 1, maxLength: MOST_EVIDENCE }), (question, texts) => {
      const part = questionPart({ question, evidence: texts, voice: 'patient' })
      const numbered = texts.map((text, at) => `[${at + 1}] ${text}`).join('\n')
      expect(part.startsWith(`${numbered}\n`)).toBe(true)
      expect(part.endsWith(`\nQuestion: ${question}`)).toBe(true)
    }),
  )
})

test('the answers shown as examples are such as a model may give', () => {
  const examples = INSTRUCTIONS.split('\n').filter((line) => line.startsWith('{'))
  const answers = examples.map((line) => JSON.parse(line))
  expect(answers).toHaveLength(3)
  for (const { sentences, insufficient } of answers) {
    expect(insufficient).toBe(sentences.length === 0)
    for (const { text, cites } of sentences) {
      const cited = INSTRUCTIONS.split('\n').find((line) => line.startsWith(`[${cites[0]}] `)) ?? ''
      for (const number of text.match(/\d[\d.-]*\d/g) ?? []) expect(cited).toContain(number)
    }
  }
})

// in the vocabulary of GPT-4, from which Qwen's was made, they are 338 tokens; English has four letters a token or more
test('the instructions leave room for excerpts', () => {
  expect(INSTRUCTIONS.length).toBeLessThan(1400)
})
