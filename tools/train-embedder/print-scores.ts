/** The table that recipes are compared by. */
import type { StaticModel } from '../../src-main/embed/static/static-model.ts'
import type { RankingTask } from './ranking-tasks.ts'
import { scoreModel, WEIGHTS } from './score-model.ts'
import { createWordSearch } from './word-search.ts'

export function printScores(tasks: readonly RankingTask[], model: StaticModel): void {
  console.log(['MRR@10'.padEnd(28), 'words', 'alone', ...WEIGHTS.map((weight) => `at ${weight}`.padEnd(6))].join(' '))
  for (const task of tasks) {
    const search = createWordSearch(task.vectorsOnly ? [] : task.passages)
    const byWords = task.questions.map(({ text }) => search(text))
    const { name, words, vectors, fused } = scoreModel(task, model, byWords)
    const shown = task.vectorsOnly ? [] : fused
    const figures = [words, vectors, ...shown].map((score) => score.toFixed(3).padEnd(6))
    console.log([name.padEnd(28), ...figures].join(' '))
  }
}
