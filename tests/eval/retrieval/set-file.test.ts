import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tempDir } from '../../support/temp-dir.ts'
import { readSetFile } from './set-file.ts'

const corpus = [
  ['d1', 'Metformin lowers glucose.'],
  ['d2', 'Warfarin thins blood.'],
]
const queries = [
  ['d1', 'what lowers glucose'],
  ['d2', 'what thins blood'],
]

function write(content: unknown, name = 'small.json'): string {
  const path = join(tempDir(), name)
  writeFileSync(path, content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function readGood(content: unknown, name?: string) {
  const read = await readSetFile(write(content, name))
  if ('refused' in read) throw new Error(read.refused)
  return read.set
}

async function refusalOf(content: unknown): Promise<string> {
  const path = write(content)
  const read = await readSetFile(path)
  if (!('refused' in read)) throw new Error('the file was taken')
  expect(read.refused.startsWith(`${path}: `)).toBe(true)
  return read.refused.slice(path.length + 2)
}

test('without judgements the document with the id of the query is the one relevant', async () => {
  const set = await readGood({ corpus, queries })
  expect(set.name).toBe('small')
  expect(set.corpus[1]).toEqual({ id: 'd2', text: 'Warfarin thins blood.' })
  expect(set.queries.map(({ id, grades }) => [id, [...grades]])).toEqual([
    ['d1', [['d1', 1]]],
    ['d2', [['d2', 1]]],
  ])
})

test('a gzipped file reads as the plain one, and is named without its endings', async () => {
  const packed = gzipSync(JSON.stringify({ corpus, queries }))
  expect(await readGood(packed, 'eval.small.json.gz')).toEqual({
    ...(await readGood({ corpus, queries })),
    name: 'eval.small',
  })
})

test('with judgements those count, and a query without a relevant document is left out', async () => {
  const set = await readGood({
    corpus,
    queries: [
      ['q1', 'glucose'],
      ['q2', 'blood'],
      ['q3', 'nothing'],
    ],
    qrels: { q1: { d1: 2, d2: 0 }, q2: { d1: 0 }, elsewhere: { d1: 1 } },
  })
  expect(set.queries.map(({ id }) => id)).toEqual(['q1'])
  expect([...(set.queries[0]?.grades ?? [])]).toEqual([
    ['d1', 2],
    ['d2', 0],
  ])
})

test('what is missing or of the wrong type is named by its place', async () => {
  expect(await refusalOf({ queries })).toBe('corpus is missing or is not a list.')
  expect(await refusalOf({ corpus, queries: {} })).toBe('queries is missing or is not a list.')
  expect(await refusalOf({ corpus: [], queries })).toBe('corpus is empty.')
  expect(await refusalOf({ corpus: [...corpus, ['d3', 4]], queries })).toBe('corpus[2] is not ["id", "text"].')
  expect(await refusalOf({ corpus: [...corpus, ['d3']], queries })).toBe('corpus[2] is not ["id", "text"].')
  expect(await refusalOf({ corpus, queries: [{ id: 'd1' }] })).toBe('queries[0] is not ["id", "text"].')
  expect(await refusalOf([corpus, queries])).toBe('the file does not hold an object with corpus and queries.')
  expect(await refusalOf({ corpus, queries, qrels: [] })).toBe('qrels is not {"query id": {"document id": grade}}.')
  expect(await refusalOf({ corpus, queries, qrels: { d1: 1 } })).toBe('qrels of "d1" is not {"document id": grade}.')
  expect(await refusalOf({ corpus, queries, qrels: { d1: { d2: 'yes' } } })).toBe(
    'qrels of "d1" and "d2" is no number.',
  )
  expect(await refusalOf({ corpus, queries, qrels: { d1: { d2: -1 } } })).toBe('qrels of "d1" and "d2" is below 0.')
})

test('what contradicts itself is named by its ids', async () => {
  expect(await refusalOf({ corpus, queries, qrels: { d1: { d9: 1 } } })).toBe(
    'qrels of "d1" names the document "d9", which is not in corpus.',
  )
  expect(await refusalOf({ corpus, queries: [['q1', 'glucose']] })).toBe(
    'there are no qrels, and the query "q1" has no document of its id in corpus.',
  )
  expect(await refusalOf({ corpus: [...corpus, ['d1', 'again']], queries })).toBe('corpus has the document "d1" twice.')
  expect(await refusalOf({ corpus, queries: [...queries, ['d1', 'again']] })).toBe('queries has the query "d1" twice.')
  expect(await refusalOf({ corpus, queries, qrels: { d1: { d1: 0 } } })).toBe(
    'qrels has no relevant document for any of the queries.',
  )
})

test('a file that is cut short, damaged, no JSON or not there is told apart', async () => {
  const packed = gzipSync(JSON.stringify({ corpus, queries }))
  expect(await refusalOf(packed.subarray(0, packed.length - 12))).toBe(
    'the gzip data ends too early: the file is cut short.',
  )
  expect(await refusalOf(Buffer.from(packed).fill(0xff, 12, 20))).toBe('the gzip data is damaged.')
  expect(await refusalOf('{"corpus": [')).toMatch(/^what is in the file is not JSON \(.+\)\.$/)
  expect(await readSetFile('/nowhere/set.json')).toEqual({
    refused: '/nowhere/set.json: the file cannot be read (ENOENT).',
  })
})
