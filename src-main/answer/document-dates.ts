/**
 * When a document is from, as far as its name and its own head tell: for choosing the latest, and for `in April`. A
 * date of birth is never when a document is from.
 */
import type { Span } from '../ingest/read-page.ts'
import { type WrittenDate, writtenDates } from '../retrieve/written-dates.ts'
import type { Passage } from './passage.ts'

const BIRTH = /\b(?:dob|d\.o\.b|born|birth|geb)\b/i
const DATED =
  /^\W*(?:[\w-]+ ){0,2}(?:date|dated|collected|received|reported|performed|visit|seen|attendance|arrival|printed|typed)\b/i
const HEAD_LINES = 4

interface DateLine {
  readonly passage: Passage
  readonly span: Span
  readonly dates: readonly WrittenDate[]
}

export interface Dating {
  /** When the document of a passage is from; empty when nothing tells. */
  readonly datesOf: (passage: Passage) => readonly WrittenDate[]
  /** Where one of its pages says so. */
  readonly lineOf: (passage: Passage) => DateLine | undefined
}

/** Each page is looked through once. What a page says of itself goes before what the document begins with. */
export function createDating(passages: readonly Passage[]): Dating {
  const lines = new Map<string, DateLine | undefined>()
  const dates = new Map<string, readonly WrittenDate[]>()
  const lineOf = ({ documentId, page }: Passage) => {
    const key = `${documentId} ${page}`
    if (!lines.has(key)) {
      const ofDocument = passages.filter((other) => other.documentId === documentId)
      lines.set(key, dateLine(ofDocument.filter((other) => other.page === page)) ?? dateLine(ofDocument))
    }
    return lines.get(key)
  }
  return {
    lineOf,
    datesOf(passage) {
      const key = `${passage.documentId} ${passage.page}`
      let found = dates.get(key)
      if (found === undefined) {
        const named = [passage.documentOn ?? '', passage.documentTitle].map(writtenDates)
        found = named.find((some) => some.length > 0) ?? lineOf(passage)?.dates ?? []
        dates.set(key, found)
      }
      return found
    },
  }
}

export const isBirth = (line: string): boolean => BIRTH.test(line)

export const datesWithoutBirth = (text: string): WrittenDate[] =>
  writtenDates(text.replace(/^.*\b(?:dob|d\.o\.b|born|birth)\b.*$/gim, ' '))

function dateLine(passages: readonly Passage[]): DateLine | undefined {
  const inOrder = [...passages].sort((one, other) => one.page - other.page || one.start - other.start)
  for (const passage of inOrder) {
    let start = 0
    let headLines = passage.page === 1 && passage.start === 0 ? HEAD_LINES : 0
    for (const written of passage.text.split('\n')) {
      const line = written.trim()
      if (/\d\d/.test(line) && !isBirth(line) && (headLines > 0 || DATED.test(line))) {
        const dates = writtenDates(line)
        const from = start + written.indexOf(line)
        if (dates.length > 0) return { passage, dates, span: { start: from, end: from + line.length } }
      }
      if (line !== '') headLines -= 1
      start += written.length + 1
    }
  }
  return undefined
}
