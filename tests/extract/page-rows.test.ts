import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgesOf, pageRows } from '../../src-main/extract/page-rows.ts'
import type { ExtractPage } from '../../src-main/extract/proposal.ts'

const page = (text: string, words: ExtractPage['words'] = []): ExtractPage => ({
  number: 1,
  text,
  words,
  method: 'text',
})
const cells = (text: string) => pageRows(page(text)).map((row) => row.cells.map((cell) => cell.text))

test('cells are set apart by tabs, by pipes, by leaders and by wide spaces', () => {
  expect(cells('Sodium\t140\tmmol/L')).toEqual([['Sodium', '140', 'mmol/L']])
  expect(cells('| Day | Value |\n| --- | --- |\n| Monday | 5 |')).toEqual([
    ['Day', 'Value'],
    ['Monday', '5'],
  ])
  expect(cells('Glucose ........ 95 mg/dL')).toEqual([['Glucose', '95 mg/dL']])
  expect(cells('Sodium      140   mmol/L')).toEqual([['Sodium', '140', 'mmol/L']])
  expect(cells('It was done.  Then it was over.')).toEqual([['It was done.  Then it was over.']])
})

test('empty cells are kept where the page keeps them', () => {
  const [row] = pageRows(page('Sodium\t140\t\tmmol/L'))
  expect(row?.cells.map(({ text }) => text)).toEqual(['Sodium', '140', '', 'mmol/L'])
  expect(row?.alignment).toBe('index')
  expect(pageRows(page('Sodium\t140\tmmol/L'))[0]?.alignment).toBe('none')
})

test('a row knows whether a block begins with it', () => {
  expect(pageRows(page('a\nb\n\nc')).map(({ startsBlock }) => startsBlock)).toEqual([true, false, true])
})

test('cells know where their words stand on the page', () => {
  const words = [
    { start: 0, length: 6, box: [0.1, 0.1, 0.2, 0.01] as const },
    { start: 7, length: 3, box: [0.5, 0.1, 0.05, 0.01] as const },
  ]
  const [row] = pageRows(page('Sodium\t140', words))
  expect(row?.alignment).toBe('x')
  expect(row?.cells.map(({ x0 }) => x0)).toEqual([0.1, 0.5])
  expect(edgesOf(words)({ start: 0, end: 10 })).toEqual({ x0: 0.1, x1: 0.55 })
  expect(edgesOf(words)({ start: 20, end: 30 })).toBeUndefined()
})

test('every cell is the text of the page at its place', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '5', ' ', '\t', '\n', '|', '.', '-'), { maxLength: 80 }), (parts) => {
      const text = parts.join('')
      for (const row of pageRows(page(text))) {
        for (const cell of row.cells) expect(text.slice(cell.start, cell.end)).toBe(cell.text)
      }
    }),
    { numRuns: 10_000 },
  )
})
