/** Documents: the list, one of them, its text, or the password it waits for. */
import type { DocumentPage, DocumentSummary } from '#contract/documents.ts'
import { AppError } from '#contract/errors.ts'
import type { DocumentId } from '#contract/ids.ts'
import { pageNoticeTexts } from '#contract/page-notice-text.ts'
import type { Call, Result } from '../call.ts'
import { columns, count, screenWidth, wrap } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { readSecretFile } from '../passphrase.ts'
import { getPerson } from '../person.ts'
import { describeEnd, describeUnread, stateWords } from '../read-report.ts'
import { safeLine, safeText } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export function documents(call: Call): Promise<Result> {
  const { words, options } = call
  const { text, page, passwordFile, person } = options
  const id = words[0] as DocumentId | undefined
  if (id === undefined) {
    if (text || page !== undefined || passwordFile !== undefined)
      throw wrongUsage('--text, --page and --password-file go with the id of a document.')
    return listDocuments(call)
  }
  if (person !== undefined) throw wrongUsage('--person goes with the list, not with one document.')
  if (passwordFile !== undefined) {
    if (text || page !== undefined) throw wrongUsage('Give the password first; the text can be read then.')
    return givePassword(call, id, passwordFile)
  }
  return text || page !== undefined ? showText(call, id, page) : showOne(call, id)
}

async function listDocuments({ api, options, io }: Call): Promise<Result> {
  const filter = options.person === undefined ? {} : { personId: (await getPerson(api, options.person)).id }
  const all = await listAll((from) => api.documents.list({ filter, ...from }))
  const rows = all.map(({ id, state, pages, importedAt, title }) => [
    id,
    stateWords[state],
    String(pages),
    importedAt.slice(0, 10),
    safeLine(title),
  ])
  return {
    json: { documents: all.map(toListed) },
    lines:
      all.length === 0
        ? wrap('There are no documents yet. Import some with "medmemory import PATH".', screenWidth(io.stdout))
        : columns([['ID', 'STATE', 'PAGES', 'IMPORTED', 'TITLE'], ...rows]),
  }
}

const toListed = ({ id, personId, title, state, code, pages, importedAt }: DocumentSummary) => ({
  id,
  personId,
  title,
  state,
  ...(code !== undefined && { code }),
  pages,
  importedAt,
})

async function showOne({ api, io }: Call, id: DocumentId): Promise<Result> {
  return describe(await api.documents.get({ id }), screenWidth(io.stdout))
}

function describe(document: DocumentSummary, width: number): Result {
  const { id, title, fileName, format, sizeBytes, state, pages, readPages, words, importedAt, partIds } = document
  const unread = describeUnread(document)
  const rows = [
    ['Title', safeLine(title)],
    ['File', `${safeLine(fileName)} (${format}, ${count(sizeBytes, 'byte')})`],
    ['State', stateWords[state]],
    ['Pages', `${pages}, of which ${readPages} can be searched; ${count(words, 'word')}`],
    ...(unread.length > 0 ? [['Unread', unread.join(', ')]] : []),
    ...(partIds === undefined ? [] : [['Made of', partIds.join(', ')]]),
    ['Imported', importedAt],
    ['Id', id],
  ]
  const end = state === 'indexed' ? [] : wrap(describeEnd(document), width)
  return { json: { ...document }, lines: [...columns(rows), ...end] }
}

async function showText({ api, io }: Call, id: DocumentId, page: number | undefined): Promise<Result> {
  const first = await api.documents.open({ id, fromPage: page ?? 1, limit: page === undefined ? 200 : 1 })
  const { document } = first
  const pages = [...first.pages]
  for (let next = page === undefined ? first.nextPage : null; next !== null; ) {
    const more = await api.documents.open({ id, fromPage: next, limit: 200 })
    pages.push(...more.pages)
    next = more.nextPage
  }
  if (page !== undefined && pages[0]?.number !== page)
    throw wrongUsage(
      `There is no page ${page}: the document has ${count(document.readPages, 'page')} that can be read.`,
    )
  const width = screenWidth(io.stdout)
  return {
    json: { id, title: document.title, pages: pages.map(toJsonPage) },
    lines: [
      safeLine(document.title),
      ...pages.flatMap((one) => ['', `— page ${one.number} —`, ...describePage(one, width)]),
      ...(pages.length === 0 ? ['', `Nothing has been read of it: ${stateWords[document.state]}.`] : []),
    ],
  }
}

const toJsonPage = (page: DocumentPage) => {
  const { number, method, confidence, needsOcr, reading, turn, unread, notices, language, needsLanguage, text } = page
  return {
    number,
    method,
    ...(confidence !== undefined && { confidence }),
    ...{ needsOcr, reading, turn, unread, notices },
    ...(language !== undefined && { language }),
    ...(needsLanguage !== undefined && { needsLanguage }),
    text,
  }
}

function describePage(page: DocumentPage, width: number): string[] {
  const lines = page.text === '' ? [] : wrap(safeText(page.text), width)
  return [...lines, ...notesOn(page).flatMap((note) => wrap(`(${note})`, width))]
}

function notesOn({ needsOcr, reading, needsLanguage, notices }: DocumentPage): string[] {
  const notes = notices.map((notice) => pageNoticeTexts[notice])
  if (needsOcr) return ['This page holds an image that has not been looked at yet.', ...notes]
  if (needsLanguage !== undefined)
    return [`This page needs the language "${needsLanguage}": see "medmemory language install FILE".`, ...notes]
  if (reading === 'image-only') return ['Nothing on this page could be read; its image is kept.', ...notes]
  if (reading === 'partly-read')
    return ['This page also holds ink that was not read, such as handwriting or a stamp.', ...notes]
  return notes
}

/** Waits until the document is read, because only then is it known whether the password was right. */
async function givePassword({ api, io, signal }: Call, id: DocumentId, file: string): Promise<Result> {
  await api.documents.givePassword({ id, password: await readSecretFile(file, '--password-file') })
  for await (const _ of api.jobs.drain(undefined, { signal })) {
    const { state } = await api.documents.get({ id })
    if (state !== 'queued' && state !== 'reading') break
  }
  const document = await api.documents.get({ id })
  if (document.state === 'needs-password') throw new AppError('document/wrong-password')
  return describe(document, screenWidth(io.stdout))
}
