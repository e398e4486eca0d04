/** Turns the blocks of a paper into a file: text, Markdown, HTML or a simple PDF, and says which words then state what. */
import { createFlow } from '../flow.ts'
import type { Random } from '../random.ts'
import { addNoise } from '../records/noise.ts'
import { createSheet } from '../sheet.ts'
import { type Block, type Draft, plain, unmark } from './scribe.ts'
import type { Statement } from './truth.ts'

export const fileFormats = ['txt', 'md', 'html', 'pdf'] as const
export type FileFormat = (typeof fileFormats)[number]

export interface Rendered {
  readonly bytes: Uint8Array
  readonly statements: readonly Statement[]
}

/** Of the letters of a bad scan. */
const NOISE_RATE = 0.02
const LINE_WIDTH = 96
/** In points, of a page of A4 between its margins. */
const TABLE_WIDTH = 495
const FIRST_COLUMN = 120

export async function renderDraft(
  draft: Draft,
  { fileName, format, noise }: { fileName: string; format: FileFormat; noise?: Random | undefined },
): Promise<Rendered> {
  if (format === 'pdf') {
    const bytes = await printPdf(draft)
    return {
      bytes,
      statements: placed(
        draft,
        fileName,
        draft.pages.map((page) => markedText(page, 'txt')),
      ),
    }
  }
  const marked = markedText(draft.pages.flat(), format)
  const { text, pages } = noise === undefined ? { text: plain(marked), pages: [marked] } : noisy(marked, noise)
  const bytes = new TextEncoder().encode(format === 'html' ? htmlPage(draft.title, text) : text)
  return { bytes, statements: placed(draft, fileName, pages) }
}

/** Every statement where its words stand; one that no word states is a mistake of the paper's writer. */
function placed({ said }: Draft, fileName: string, pages: readonly (string | readonly Word[])[]): Statement[] {
  const words = pages.map((page) => (typeof page === 'string' ? wordsOf(page) : page))
  return said.map((one, of) => {
    const page = words.findIndex((on) => on.some((word) => word.of === of))
    const own = words[page]?.filter((word) => word.of === of).map(({ text }) => text) ?? []
    if (own.length === 0) throw new Error(`${fileName} marks no words for a ${one.kind}`)
    return { ...one, fileName, page: page + 1, words: own }
  })
}

interface Word {
  readonly of: number
  readonly text: string
}

function wordsOf(marked: string): Word[] {
  const { text, marks } = unmark(marked)
  return marks.map(({ of, start, end }) => ({ of, text: text.slice(start, end) }))
}

function noisy(marked: string, random: Random): { text: string; pages: (readonly Word[])[] } {
  const { text, marks } = unmark(marked)
  const read = addNoise(text, marks, NOISE_RATE, random)
  const words = marks.map(({ of }, at) => {
    const span = read.spans[at]
    return { of, text: span === undefined ? '' : read.text.slice(span.start, span.end) }
  })
  return { text: read.text, pages: [words] }
}

function markedText(blocks: readonly Block[], format: Exclude<FileFormat, 'pdf'>): string {
  const write = { txt: textOf, md: markdownOf, html: htmlOf }[format]
  return `${blocks.map(write).join(format === 'html' ? '\n' : '\n\n')}\n`
}

function textOf(block: Block): string {
  if (block.kind === 'heading') return block.text.toUpperCase()
  if (block.kind === 'lines') return block.texts.join('\n')
  if (block.kind === 'list') return block.texts.map((text) => `- ${text}`).join('\n')
  if (block.kind === 'paragraph') return wrap(block.text)
  const rows = [block.head, ...block.rows]
  const widths = block.head.map((_, column) => Math.max(...rows.map((row) => plain(row[column] ?? '').length)))
  const pad = (cell: string, column: number) => cell + ' '.repeat((widths[column] ?? 0) - plain(cell).length)
  return rows.map((row) => row.map(pad).join('   ').trimEnd()).join('\n')
}

function markdownOf(block: Block): string {
  if (block.kind === 'heading') return `## ${block.text}`
  if (block.kind === 'lines') return block.texts.join('  \n')
  if (block.kind !== 'table') return textOf(block)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(block.head), line(block.head.map(() => '---')), ...block.rows.map(line)].join('\n')
}

function htmlOf(block: Block): string {
  if (block.kind === 'heading') return `<h2>${escaped(block.text)}</h2>`
  if (block.kind === 'lines') return `<p>${block.texts.map(escaped).join('<br>')}</p>`
  if (block.kind === 'list') return `<ul>${block.texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`
  if (block.kind === 'paragraph') return `<p>${escaped(block.text)}</p>`
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${[row(block.head, 'th'), ...block.rows.map((cells) => row(cells, 'td'))].join('\n')}</table>`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const htmlPage = (title: string, body: string) =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>\n${body}</body></html>\n`

function wrap(text: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && plain(`${last} ${word}`).length <= LINE_WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

async function printPdf({ title, pages }: Draft): Promise<Uint8Array> {
  const sheet = createSheet({ title })
  const flow = createFlow(sheet)
  for (const blocks of pages) {
    flow.turn()
    for (const block of blocks) {
      if (block.kind === 'heading') flow.lines([plain(block.text)], { size: 12, bold: true })
      else if (block.kind === 'lines') flow.lines(block.texts.map(plain))
      else if (block.kind === 'list') flow.lines(block.texts.map((text) => `- ${plain(text)}`))
      else if (block.kind === 'paragraph') flow.paragraph(plain(block.text))
      else {
        const rest = (TABLE_WIDTH - FIRST_COLUMN) / (block.head.length - 1)
        const columns = block.head.map((head, column) => ({ title: head, width: column === 0 ? FIRST_COLUMN : rest }))
        flow.table(
          columns,
          block.rows.map((row) => row.map(plain)),
        )
      }
    }
  }
  return (await sheet.finish()).bytes
}
