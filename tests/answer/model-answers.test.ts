/** Answers in a model's words, where the model is one that writes what it is told to: honest, lying or failing. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnswerEvent } from '#contract/answers.ts'
import { AppError } from '#contract/errors.ts'
import type { ModelWriter } from '../../src-main/answer/model-writer.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'

const letter = [
  'Discharge summary',
  'Patient: Ada Example',
  '',
  'The MRI of the left knee showed a torn medial meniscus. A brace was fitted on 3 June 2023.',
  'Physiotherapy was arranged with the Harbour Clinic for eight weeks.',
].join('\n')

type Written = { text: string; cites: number[] } | { insufficient: true }

const writes = (...written: readonly Written[]): ModelWriter => ({
  modelId: 'scripted',
  promptVersion: 1,
  prepare: async () => {},
  async *write() {
    yield* written
    return { reason: 'done', evidence: 1, tokens: 1 } as never
  },
})

async function askWith(writer: ModelWriter | undefined, question: string) {
  const { api, desk, personId } = await tempApp({ writer: () => writer })
  writeFileSync(join(desk, 'letter.txt'), letter)
  await importAndRead(api, personId, [join(desk, 'letter.txt')])
  const events: AnswerEvent[] = []
  for await (const event of api.answers.ask({ personId, question })) events.push(event)
  const end = events.at(-1)
  const [first] = events
  if (end?.kind !== 'end' || first?.kind !== 'conversation') throw new Error('the answer did not end')
  const { answers } = await api.conversations.get({ id: first.conversationId })
  return { end, stored: answers[0], sentences: events.flatMap((event) => (event.kind === 'sentence' ? [event] : [])) }
}

const question = 'What did the MRI of the knee show?'
const honest = { text: 'The MRI of the left knee showed a torn medial meniscus.', cites: [1] }

test('a sentence that stands in what it cites is shown with the words it rests on, and kept as shown', async () => {
  const { end, sentences, stored } = await askWith(writes(honest), question)
  expect(end).toMatchObject({ engine: 'model', dropped: [] })
  expect(sentences.map(({ text }) => text)).toEqual([honest.text])
  expect(sentences[0]?.citations[0]?.quote).toContain('torn medial meniscus')
  expect(stored?.sentences.map(({ text }) => text)).toEqual([honest.text])
  expect(stored?.why?.model).toBe('scripted')
})

test.each([
  ['the other side', 'The MRI of the right knee showed a torn medial meniscus.', [1]],
  ['a denial', 'The MRI of the left knee showed no torn medial meniscus.', [1]],
  ['an invented number', 'The MRI of the left knee showed a 9 mm torn medial meniscus.', [1]],
  ['a citation of nothing', 'The MRI showed a torn medial meniscus.', [7]],
  ['a link', 'The MRI showed a torn meniscus, see https://example.org.', [1]],
  ['advice', 'You should see a surgeon about the torn medial meniscus.', [1]],
])('%s is not shown, and is counted; the paper itself answers', async (_, text, cites) => {
  const { end, sentences, stored } = await askWith(writes({ text, cites }), question)
  expect(end.engine).toBe('extractive')
  expect(end.dropped).toHaveLength(1)
  expect(end.dropped[0]?.reasons.length).toBeGreaterThan(0)
  expect(sentences.map((sentence) => sentence.text)).not.toContain(text)
  expect(sentences[0]?.text).toContain('torn medial meniscus')
  expect(stored?.why?.dropped).toEqual(end.dropped)
})

test('a model that fails, or has nothing to say, leaves the answer to the papers', async () => {
  const fails: ModelWriter = {
    ...writes(),
    // biome-ignore lint/correctness/useYield: it ends before it has written anything
    async *write() {
      throw new AppError('engine/memory')
    },
  }
  for (const writer of [fails, writes({ insufficient: true }), writes(), undefined]) {
    const { end, sentences } = await askWith(writer, question)
    expect(end).toMatchObject({ engine: 'extractive', dropped: [] })
    expect(sentences.length).toBeGreaterThan(0)
  }
})

test('what no paper says is not asked of a model', async () => {
  const { end, sentences } = await askWith(writes(honest), 'When was the colonoscopy?')
  expect(end.engine).toBe('extractive')
  expect(sentences).toEqual([])
})
