/** Papers that a review cannot speak for, one line each: it says what was not read, and nothing of what may stand there. */
import type { DocumentState } from '#contract/documents.ts'
import type { UnreadDocumentRow } from '../store/unread.ts'
import { type DraftLine, missing } from './draft.ts'
import type { ReviewRecord } from './review-record.ts'

export async function unreadLines(record: ReviewRecord): Promise<DraftLine[]> {
  const [papers, withoutFacts] = await Promise.all([record.unread(), record.papersWithoutFacts()])
  const lines = papers.map((paper) => missing(sayUnread(paper), [paper.id]))
  if (withoutFacts === 0) return lines
  const said = withoutFacts === 1 ? '1 paper was read and has' : `${withoutFacts} papers were read and have`
  return [...lines, missing(`${said} no facts in the record yet, or whose paper it is is not said.`)]
}

export const NOTHING_UNREAD = 'Nothing is waiting or was left unread.'

function sayUnread({ title, state, unreadPages, pageCount }: UnreadDocumentRow): string {
  const why = WHY[state]
  if (why !== undefined) return `“${title}”: ${why}.`
  const pages = JSON.parse(unreadPages) as number[]
  const which = `${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')} of ${pageCount}`
  return `“${title}”: something was not read on ${which}.`
}

const WHY: Partial<Record<DocumentState, string>> = {
  queued: 'not read yet',
  reading: 'not read to the end yet',
  'needs-password': 'not read, it needs its password',
  'needs-ocr': 'not read to the end yet',
  'needs-language': 'not read, it needs a language that is not installed',
  rejected: 'not read, the file cannot be read',
  quarantined: 'not read, each try failed',
  cancelled: 'not read, reading was stopped',
}
