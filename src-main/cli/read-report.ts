/** How documents ended after they were read, for the commands that wait for it. */
import { MAX_LIST_LIMIT } from '#contract/define.ts'
import type { DocumentState, DocumentSummary } from '#contract/documents.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { count } from './layout.ts'
import { reason } from './output.ts'
import { safeLine } from './terminal-text.ts'

export async function listByIds(api: Api, ids: readonly DocumentId[]): Promise<DocumentSummary[]> {
  const wanted = [...new Set(ids)]
  const found = new Map<DocumentId, DocumentSummary>()
  for (let at = 0; at < wanted.length; at += MAX_LIST_LIMIT) {
    const batch = wanted.slice(at, at + MAX_LIST_LIMIT)
    const { items } = await api.documents.list({ filter: { ids: batch }, limit: MAX_LIST_LIMIT })
    for (const document of items) found.set(document.id, document)
  }
  return wanted.flatMap((id) => found.get(id) ?? [])
}

export const isUnreadable = ({ state }: DocumentSummary): boolean => state === 'rejected' || state === 'quarantined'

/** `path`: where the file lay; a document that was imported earlier is known by its file name only. */
export const toReport = ({ id, state, code, pages, ocrPages, words }: DocumentSummary, path: string) => ({
  id,
  path,
  state,
  ...(code !== undefined && { code }),
  pages,
  ocrPages,
  words,
})

export const stateWords: Readonly<Record<DocumentState, string>> = {
  queued: 'waiting',
  reading: 'being read',
  'needs-password': 'needs its password',
  'needs-ocr': 'pages still to be recognized',
  'needs-language': 'needs a language',
  'needs-answer': 'needs an answer',
  indexed: 'read',
  rejected: 'not readable',
  quarantined: 'set aside',
  cancelled: 'stopped',
}

/** What came of it, in a few words, and what to do where there is something to do. */
export function describeEnd(document: DocumentSummary): string {
  const { state, code, pages, readPages, words } = document
  if (code !== undefined && isUnreadable(document)) return reason(code)
  if (state === 'indexed')
    return [`${count(pages, 'page')}, ${count(words, 'word')}`, ...describeUnread(document)].join('; ')
  if (state === 'needs-ocr')
    return `${readPages} of ${count(pages, 'page')} can be searched; "medmemory jobs --wait" recognizes the others.`
  if (state === 'needs-language')
    return `${readPages} of ${count(pages, 'page')} can be searched; see "medmemory documents ${document.id} --text" for the language to install.`
  if (state === 'needs-answer') {
    const named = document.namedPeople?.map(({ name }) => safeLine(name)).join(', ') ?? ''
    return `${count(pages, 'page')}, ${count(words, 'word')} can be searched; it names ${named}: before anything of it is a fact, say whose it is with "medmemory whose ${document.id} --person NAME".`
  }
  if (state === 'needs-password') return `Give it with "medmemory documents ${document.id} --password-file FILE".`
  if (state === 'cancelled') return `Queue it again with "medmemory retry ${document.id}".`
  return ''
}

/** What stayed unread of its pages after they were looked at. */
export function describeUnread({ partlyReadPages, imageOnlyPages }: DocumentSummary): string[] {
  const parts: string[] = []
  if (partlyReadPages > 0) parts.push(`${count(partlyReadPages, 'page', 'pages')} only partly read`)
  if (imageOnlyPages > 0) parts.push(`${count(imageOnlyPages, 'page', 'pages')} kept as an image only`)
  return parts
}
