/** A note as the page that is searched and quoted, and as the file that lies among the originals. Pure. */
import type { DocumentId } from '#contract/ids.ts'
import { sayDate } from '../answer/typed/wording.ts'
import { chunkPage } from '../ingest/chunk.ts'
import type { NewPage } from '../store/pages.ts'

export interface NoteText {
  readonly title: string
  readonly text: string
  readonly concernsOn: string | null
}

/** The title, the day it concerns in words, an empty line, the text: what is quoted of a note stands in these words. */
export const pageTextOf = ({ title, text, concernsOn }: NoteText): string =>
  [title, ...(concernsOn === null ? [] : [sayDate(concernsOn)]), '', text].join('\n')

/** Its last line names the note and the version, so that no two notes of a person are the same bytes. */
export const fileTextOf = (note: NoteText, id: DocumentId, version: number): string =>
  `${pageTextOf(note)}\n\nMedMemory note ${id}, version ${version}\n`

/** What a file of this title may be called on any disk. */
export function fileNameOf(title: string): string {
  const name = title
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${[...name].slice(0, 80).join('').trim() || 'note'}.md`
}

/** What the note says of itself, in the form in which papers do. */
export const saysOf = ({ concernsOn }: NoteText): string =>
  JSON.stringify({
    people: [],
    ...(concernsOn !== null && {
      date: { on: concernsOn, precision: precisionOf(concernsOn), isAmbiguous: false, dateKind: 'stated' },
    }),
  })

const precisionOf = (on: string) => (on.length === 4 ? 'year' : on.length === 7 ? 'month' : 'day')

export function pageOf(note: NoteText, documentId: DocumentId): NewPage {
  const text = pageTextOf(note)
  return {
    ...{ documentId, number: 1, text, words: new Uint8Array(), wordCount: text.match(/\S+/g)?.length ?? 0 },
    ...{ method: 'text', confidence: null, needsOcr: 0, readerVersion: 0 },
    chunkSpans: JSON.stringify(chunkPage(text).map(({ start, end }) => [start, end])),
  }
}
