import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tempDir } from '../../support/temp-dir.ts'
import { evaluateSet, SetReport } from './evaluate-set.ts'

const sentences: Readonly<Record<string, string>> = {
  gout: 'Allopurinol was started to prevent further gout attacks in the big toe.',
  asthma: 'The salbutamol inhaler relieves her wheezing within minutes.',
  thyroid: 'Levothyroxine was raised because of persistent hypothyroidism.',
  anaemia: 'Ferrous fumarate tablets corrected the iron deficiency.',
}
const corpus = Object.entries(sentences).map(([id, text]) => ({ id, text }))
const query = (id: string, text: string, grades: Record<string, number>) => ({
  ...{ id, text },
  grades: new Map(Object.entries(grades)),
})
const perfect = { ndcg10: 1, mrr10: 1, recall100: 1 }

test('where the words tell, each system puts the document first', async () => {
  const queries = [
    query('q1', 'allopurinol gout', { gout: 1 }),
    query('q2', 'levothyroxine hypothyroidism', { thyroid: 1 }),
  ]
  const { systems, ci95 } = await evaluateSet({ name: 'tiny', corpus, queries }, { limit: 100, seed: 1 })
  expect(systems).toEqual({ bm25: perfect, vectors: perfect, hybrid: perfect })
  expect(ci95['hybrid-minus-bm25']).toEqual({ ndcg10: [0, 0], mrr10: [0, 0], recall100: [0, 0] })
})

test('a document counts once, where its best chunk stands; what is relevant and not found costs', async () => {
  const long = Array.from({ length: 40 }, () => sentences.asthma).join(' ')
  const documents = [...corpus.filter(({ id }) => id !== 'asthma'), { id: 'asthma', text: long }]
  const queries = [query('q1', 'salbutamol', { asthma: 1, gout: 1 }), query('q2', 'xyzzyq', { gout: 1 })]
  const { systems } = await evaluateSet({ name: 'tiny', corpus: documents, queries }, { limit: 100, seed: 1 })
  const possible = 1 + 1 / Math.log2(3)
  expect(systems.bm25.ndcg10).toBeCloseTo(1 / possible / 2, 12)
  expect(systems.bm25).toMatchObject({ mrr10: 0.5, recall100: 0.25 })
})

const repository = resolve(import.meta.dirname, '../../..')
const runEval = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['bin/run.mjs', 'tests/eval/main.ts', ...args], { cwd: repository })

test('from the command line one line of JSON comes out, of exactly this shape', async () => {
  const file = join(tempDir(), 'tiny.json.gz')
  const pairs = corpus.map(({ id, text }) => [id, text])
  writeFileSync(file, gzipSync(JSON.stringify({ corpus: pairs, queries: [['gout', 'allopurinol']] })))
  const { stdout } = await runEval('--set', file, '--json')
  const report = SetReport.parse(JSON.parse(stdout))
  expect(report).toMatchObject({ set: 'tiny', queries: 1, systems: { bm25: perfect } })
  expect(report.ci95.bm25).toEqual({ ndcg10: [1, 1], mrr10: [1, 1], recall100: [1, 1] })
  expect(report.latencyMs.p50).toBeGreaterThan(0)
  expect(Object.keys(report)).toEqual(['set', 'queries', 'systems', 'ci95', 'latencyMs'])
})

test('from the command line a file that is no set is refused in a sentence, and nothing is printed as a result', async () => {
  const file = join(tempDir(), 'broken.json')
  writeFileSync(file, JSON.stringify({ queries: [] }))
  await expect(runEval('--set', file, '--json')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: `${file}: corpus is missing or is not a list.\n`,
  })
})
