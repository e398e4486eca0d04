/** Mean reciprocal rank, to the tenth document, of full text, of a model's vectors, and of both at several weights. */
import type { StaticModel } from '../../src-main/embed/static/static-model.ts'
import type { RankingTask } from './ranking-tasks.ts'
import { LONGEST_LIST, type Ranked } from './word-search.ts'

export interface TaskScore {
  readonly name: string
  readonly words: number
  readonly vectors: number
  /** For each of WEIGHTS. */
  readonly fused: readonly number[]
}

export const WEIGHTS: readonly number[] = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]
const COUNTED_RANKS = 10

/** `byWords` holds full text's list for each question of the task. */
export function scoreModel(task: RankingTask, model: StaticModel, byWords: readonly (readonly Ranked[])[]): TaskScore {
  const search = createVectorSearch(task.passages, model)
  const lists = task.questions.map(({ text }, at) => ({ words: byWords[at] ?? [], vectors: search(text) }))
  const mean = (rank: (list: (typeof lists)[number]) => readonly Ranked[]) =>
    lists.reduce((sum, list, at) => sum + reciprocalRank(rank(list), task, task.questions[at]?.label ?? ''), 0) /
    lists.length
  return {
    name: task.name,
    words: mean(({ words }) => words),
    vectors: mean(({ vectors }) => vectors),
    fused: WEIGHTS.map((weight) => mean(({ words, vectors }) => fuseLists(words, vectors, weight))),
  }
}

function createVectorSearch(passages: readonly string[], model: StaticModel): (question: string) => Ranked[] {
  const { dimensions } = model
  const matrix = new Float32Array(passages.length * dimensions)
  passages.forEach((passage, index) => {
    matrix.set(model.embed(passage, 'passage'), index * dimensions)
  })
  return (question) => {
    const asked = Float64Array.from(model.embed(question, 'query'))
    return passages
      .map((_, index) => ({ index, score: cosine(matrix, index * dimensions, asked) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, LONGEST_LIST)
  }
}

function cosine(matrix: Float32Array, start: number, asked: Float64Array): number {
  let sum = 0
  for (let at = 0; at < asked.length; at++) sum += (matrix[start + at] as number) * (asked[at] as number)
  return sum
}

/** Each list scaled to 0 … 1; what is missing from a list has 0 in it. */
function fuseLists(words: readonly Ranked[], vectors: readonly Ranked[], weight: number): Ranked[] {
  const sums = new Map<number, number>()
  const add = (list: readonly Ranked[], share: number) => {
    const best = list[0]?.score ?? 0
    const worst = list.at(-1)?.score ?? 0
    for (const { index, score } of list) {
      const scaled = best > worst ? (score - worst) / (best - worst) : 1
      sums.set(index, (sums.get(index) ?? 0) + share * scaled)
    }
  }
  add(words, 1 - weight)
  add(vectors, weight)
  return [...sums].map(([index, score]) => ({ index, score })).sort((a, b) => b.score - a.score)
}

function reciprocalRank(list: readonly Ranked[], { labels }: RankingTask, right: string): number {
  const documents = new Set<string>()
  for (const { index } of list) {
    documents.add(labels[index] ?? '')
    if (labels[index] === right) return 1 / documents.size
    if (documents.size >= COUNTED_RANKS) return 0
  }
  return 0
}
