/**
 * A page's text → rows of cells, each with its place in the text and, where the page has positions, on the sheet.
 * Spans are exact: a cell's text is the page's text between them.
 */
import type { Span, Word } from '../ingest/read-page.ts'
import type { ExtractPage } from './proposal.ts'

export interface Cell extends Span {
  readonly text: string
  /** Left and right edge: of the page's width, or in letters where rows are set with spaces. */
  readonly x0?: number
  readonly x1?: number
}

export interface PageRow extends Span {
  readonly page: number
  /** Empty ones are kept where the page keeps them; never all empty. */
  readonly cells: readonly Cell[]
  readonly startsBlock: boolean
  /** How cells find their column: by where they stand, by their number, or by neither, when empty ones are dropped. */
  readonly alignment: 'x' | 'index' | 'none'
}

export function pageRows(page: ExtractPage): PageRow[] {
  const keepsEmptyCells = page.words.length === 0 && /\t(?:\t|\n|$)/u.test(page.text)
  const xOf = edgesOf(page.words)
  const rows: PageRow[] = []
  let startsBlock = true
  let at = 0
  for (const line of page.text.split('\n')) {
    const start = at
    at += line.length + 1
    if (line.trim() === '') {
      startsBlock = true
      continue
    }
    if (isRule(line)) continue
    const { cells, alignment } = cellsOf(line, start, page.words.length > 0 ? xOf : undefined, keepsEmptyCells)
    if (cells.every(({ text }) => text === '')) continue
    rows.push({ page: page.number, start, end: start + line.length, cells, startsBlock, alignment })
    startsBlock = false
  }
  return rows
}

/** Left and right edge of the words in a span; undefined where there are none. */
export type Edges = (span: Span) => { readonly x0: number; readonly x1: number } | undefined

export function edgesOf(words: readonly Word[]): Edges {
  const ordered =
    words.length > 1 && words.some((word, i) => i > 0 && word.start < (words[i - 1]?.start ?? 0))
      ? [...words].sort((a, b) => a.start - b.start)
      : words
  return ({ start, end }) => {
    let low = 0
    let high = ordered.length
    while (low < high) {
      const middle = (low + high) >> 1
      const word = ordered[middle]
      if (word && word.start + word.length <= start) low = middle + 1
      else high = middle
    }
    let x0 = Number.POSITIVE_INFINITY
    let x1 = Number.NEGATIVE_INFINITY
    for (let i = low; i < ordered.length; i++) {
      const word = ordered[i]
      if (!word || word.start >= end) break
      x0 = Math.min(x0, word.box[0])
      x1 = Math.max(x1, word.box[0] + word.box[2])
    }
    return x0 <= x1 ? { x0, x1 } : undefined
  }
}

const isRule = (line: string) => /^[\s|:=_*.\-\u2010-\u2015+]+$/u.test(line) && !/^\s*[-+]{1,2}\s*$/u.test(line)

/** Two or more spaces set cells apart in plain text, but not after the end of a sentence. */
const SPACED = /\s{3,}|(?<![.!?:;,]) {2}(?=\S)/u
const LEADER = /\s?(?:\.\s?){3,}\s*|\s?_{3,}\s*|\s?…+\s*/u

function cellsOf(
  line: string,
  start: number,
  xOf: Edges | undefined,
  keepsEmptyCells: boolean,
): Pick<PageRow, 'cells' | 'alignment'> {
  const isPiped = /^\s*\|.*\|\s*$/u.test(line) || (line.match(/\|/gu)?.length ?? 0) > 2
  if (isPiped) {
    const inner = cut(line, /\|/u, start)
    if (/^\s*\|/u.test(line)) inner.shift()
    if (/\|\s*$/u.test(line)) inner.pop()
    return { cells: inner, alignment: 'index' }
  }
  if (line.includes('\t')) {
    const cells = cut(line, /\t/u, start).flatMap((cell) => byLeader(cell))
    if (xOf)
      return {
        cells: placed(
          cells.filter(({ text }) => text !== ''),
          xOf,
        ),
        alignment: 'x',
      }
    return { cells, alignment: keepsEmptyCells ? 'index' : 'none' }
  }
  if (xOf) return { cells: placed(byLeader(cellAt(line, 0, line.length, start)), xOf), alignment: 'x' }
  const cells = cut(line, SPACED, start)
    .flatMap(byLeader)
    .filter(({ text }) => text !== '')
  return { cells: cells.map((cell) => ({ ...cell, x0: cell.start - start, x1: cell.end - start })), alignment: 'x' }
}

function byLeader(cell: Cell): Cell[] {
  if (!LEADER.test(cell.text)) return [cell]
  return cut(cell.text, LEADER, cell.start).filter(({ text }) => text !== '')
}

function cut(line: string, by: RegExp, start: number): Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (const match of line.matchAll(new RegExp(by.source, 'gu'))) {
    cells.push(cellAt(line, from, match.index, start))
    from = match.index + match[0].length
  }
  cells.push(cellAt(line, from, line.length, start))
  return cells
}

function cellAt(line: string, from: number, to: number, start: number): Cell {
  const raw = line.slice(from, to)
  const text = raw.trim()
  const first = start + from + (raw.length - raw.trimStart().length)
  return { start: first, end: first + text.length, text }
}

const placed = (cells: readonly Cell[], xOf: Edges): Cell[] => cells.map((cell) => ({ ...cell, ...xOf(cell) }))
