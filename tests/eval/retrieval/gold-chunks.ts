/**
 * From gold passages to the chunks that hold them: a chunk has the highest grade of the passages that lie in it whole. A
 * passage that lies in none was cut in two by chunking; it stays among what could have been found, so that it costs.
 */
import { collapse, type Gold } from './evaluation-set.ts'
import type { Grades } from './metrics.ts'

export interface StoredChunk {
  readonly id: number
  /** The file name of its document. */
  readonly document: string
  readonly text: string
}

export interface GoldChunks {
  /** By chunk id as text; passages that no chunk holds are in it under names that no chunk has. */
  readonly grades: Grades
  readonly cut: readonly Gold[]
}

/** `chunks`: all of one person's. */
export function goldChunks(gold: readonly Gold[], chunks: readonly StoredChunk[]): GoldChunks {
  const grades = new Map<string, number>()
  const cut: Gold[] = []
  for (const passage of gold) {
    const quote = collapse(passage.quote)
    const holders = chunks.filter(
      ({ document, text }) => document === passage.document && collapse(text).includes(quote),
    )
    const keys = holders.length > 0 ? holders.map(({ id }) => String(id)) : [`cut ${cut.push(passage)}`]
    for (const key of keys) grades.set(key, Math.max(passage.grade, grades.get(key) ?? 0))
  }
  return { grades, cut }
}
