/** Running heads and feet: lines that stand at the edge of several pages and say the same on each. */
import type { ExtractPage } from '../proposal.ts'
import { isColumnTitle } from './column-titles.ts'
import { sectionOf } from './section-names.ts'

const EDGE_LINES = 6

/** Lines at the head or foot of two pages or more, page numbers aside. */
export function runningLines(pages: readonly ExtractPage[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const lines = page.text.split('\n').filter((line) => line.trim() !== '')
    const edges = new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)].map(runningKey))
    for (const key of edges) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...counts].filter(([key, count]) => count > 1 && !isTitleOrColumns(key)).map(([key]) => key))
}

const isTitleOrColumns = (line: string) =>
  sectionOf(line) !== undefined || (line.includes('\t') && line.split('\t').every((cell) => isColumnTitle(cell)))

/** Only page numbers may differ: two medicines that differ in their dose are two lines. */
export const runningKey = (line: string) => line.trim().replace(/\bpage\s*\d+(?:\s*(?:of|\/)\s*\d+)?/gi, 'page')
