/**
 * Reads a set of documents, queries and judgements from a file that somebody else made. Whatever is wrong with it is said
 * in one sentence that names the place; nothing is guessed or left out in silence.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Grades } from './metrics.ts'

export interface OutsideSet {
  readonly name: string
  readonly corpus: readonly Entry[]
  /** Those for which something is relevant, in the order of the file. */
  readonly queries: readonly (Entry & { readonly grades: Grades })[]
}

interface Entry {
  readonly id: string
  readonly text: string
}

export type SetOrRefusal = { readonly set: OutsideSet } | { readonly refused: string }

const entries = (what: string) =>
  z
    .array(z.tuple([z.string(), z.string()], `is not ["id", "text"]`), `${what} is missing or is not a list`)
    .min(1, `${what} is empty`)

const SetFile = z.object(
  {
    corpus: entries('corpus'),
    queries: entries('queries'),
    qrels: z
      .record(
        z.string(),
        z.record(z.string(), z.number('is no number').nonnegative('is below 0'), 'is not {"document id": grade}'),
        'qrels is not {"query id": {"document id": grade}}',
      )
      .optional(),
  },
  'the file does not hold an object with corpus and queries',
)
type SetFile = z.infer<typeof SetFile>

/**
 * `{"corpus": [[id, text]…], "queries": [[id, text]…], "qrels": {query: {document: grade}}}`, plain or gzipped. Without
 * qrels the document with the query's id is the one relevant. Judgements of queries that the file does not have are none
 * of its business; queries without a relevant document cannot be scored and are left out, as trec_eval leaves them out.
 */
export async function readSetFile(path: string): Promise<SetOrRefusal> {
  const named = (sentence: string) => ({ refused: `${path}: ${sentence}.` })
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) return named(`the file cannot be read (${bytes.code ?? bytes.message})`)
  const json = unpack(bytes)
  if ('refused' in json) return named(json.refused)
  const parsed = SetFile.safeParse(json.value)
  if (!parsed.success) return named(sentenceOf(parsed.error))
  const wrong = firstContradiction(parsed.data)
  if (wrong !== undefined) return named(wrong)
  const name = basename(path).replace(/\.json(\.gz)?$/, '')
  return { set: { name, ...withGrades(parsed.data) } }
}

function unpack(bytes: Buffer): { value: unknown } | { refused: string } {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  let text = bytes
  try {
    if (isPacked) text = gunzipSync(bytes)
  } catch (error) {
    const cut = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    return { refused: cut ? 'the gzip data ends too early: the file is cut short' : 'the gzip data is damaged' }
  }
  try {
    return { value: JSON.parse(text.toString('utf8')) }
  } catch (error) {
    return { refused: `what is in the file is not JSON (${(error as Error).message})` }
  }
}

/** Of the first thing that is wrong: `corpus[3] is not ["id", "text"]`. */
function sentenceOf(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) throw new Error('a refusal without a reason')
  const [field, ...inside] = issue.path.map(String)
  if (inside.length === 0) return issue.message
  if (field === 'qrels') return `qrels of ${inside.map((id) => JSON.stringify(id)).join(' and ')} ${issue.message}`
  return `${field}[${inside[0]}] is not ["id", "text"]`
}

function firstContradiction({ corpus, queries, qrels }: SetFile): string | undefined {
  const documents = new Set<string>()
  for (const [id] of corpus) {
    if (documents.has(id)) return `corpus has the document ${JSON.stringify(id)} twice`
    documents.add(id)
  }
  const asked = new Set<string>()
  for (const [id] of queries) {
    if (asked.has(id)) return `queries has the query ${JSON.stringify(id)} twice`
    asked.add(id)
  }
  if (qrels === undefined) {
    const unknown = [...asked].find((id) => !documents.has(id))
    if (unknown === undefined) return
    return `there are no qrels, and the query ${JSON.stringify(unknown)} has no document of its id in corpus`
  }
  for (const [query, graded] of Object.entries(qrels)) {
    const unknown = Object.keys(graded).find((id) => !documents.has(id))
    if (unknown !== undefined)
      return `qrels of ${JSON.stringify(query)} names the document ${JSON.stringify(unknown)}, which is not in corpus`
  }
  const isJudged = (id: string) => Object.values(qrels[id] ?? {}).some((grade) => grade > 0)
  return [...asked].some(isJudged) ? undefined : 'qrels has no relevant document for any of the queries'
}

function withGrades({ corpus, queries, qrels }: SetFile): Omit<OutsideSet, 'name'> {
  const gradesOf = (id: string): Grades =>
    qrels === undefined ? new Map([[id, 1]]) : new Map(Object.entries(qrels[id] ?? {}))
  return {
    corpus: corpus.map(([id, text]) => ({ id, text })),
    queries: queries
      .map(([id, text]) => ({ id, text, grades: gradesOf(id) }))
      .filter(({ grades }) => [...grades.values()].some((grade) => grade > 0)),
  }
}
