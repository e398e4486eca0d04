/** What a second stranger wrote: papers of invented people as real ones are written, as files beside this one, and questions. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFlow } from '../../../../tools/make-papers/flow.ts'
import type { RecordPaper, RecordPerson } from '../../../../tools/make-papers/record-qa/truth.ts'
import { createSheet } from '../../../../tools/make-papers/sheet.ts'
import { datesIn } from '../in-words.ts'
import type { StrangerRecord } from '../stranger/say.ts'

export interface SecondRecord extends StrangerRecord {
  readonly bornOn: string
  /** Stands on every paper of this person and on nobody else's. */
  readonly recordNumber: string
}

/** As a name of a person's folder: margaret-ellsworthy. */
const folderOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

export async function secondPerson({ person: name, bornOn, recordNumber }: SecondRecord): Promise<RecordPerson> {
  const folder = join(import.meta.dirname, 'papers', folderOf(name))
  const [first = '', last = ''] = name.split(' ')
  const papers: RecordPaper[] = []
  for (const file of readdirSync(folder).toSorted()) papers.push(await paperOf(folder, file, first))
  return { ...{ name, first, last, bornOn, papers, sex: 'female' }, canary: recordNumber, isNoisy: false }
}

/** The name says the day of the paper; a file that ends in .pdf.txt is drawn as a PDF. */
async function paperOf(folder: string, file: string, first: string): Promise<RecordPaper> {
  const text = readFileSync(join(folder, file), 'utf8')
  const isPdf = file.endsWith('.pdf.txt')
  return {
    fileName: `${first.toLowerCase()}-${isPdf ? file.slice(0, -'.txt'.length) : file}`,
    ...{ what: 'visit-letter', writtenOn: file.slice(0, 10), isNoisy: false, statements: [] },
    bytes: isPdf ? await drawn(text) : new TextEncoder().encode(text),
    printedDates: datesIn(text).dates,
  }
}

/** In points, of a page of A4 between its margins. */
const TABLE_WIDTH = 495

async function drawn(text: string): Promise<Uint8Array> {
  const sheet = createSheet({ title: text.split('\n')[0] ?? '' })
  const flow = createFlow(sheet)
  const rows = (isRow: boolean) => text.split('\n').filter((line) => line.startsWith('|') === isRow && line !== '')
  const [head = [], ...body] = rows(true).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  flow.turn()
  flow.lines(rows(false))
  const columns = head.map((title) => ({ title, width: TABLE_WIDTH / head.length }))
  if (head.length > 0) flow.table(columns, body)
  return (await sheet.finish()).bytes
}
