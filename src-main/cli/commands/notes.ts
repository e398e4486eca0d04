/** Notes: the list, one with what is attached, a new one, a changed one, and removal. The text comes from a file or from a pipe. */

import { AppError } from '#contract/errors.ts'
import type { DocumentId } from '#contract/ids.ts'
import { type Note, NoteAuthor, type NoteVersion } from '#contract/notes.ts'
import type { Call, Result } from '../call.ts'
import { exitCodes } from '../exit-codes.ts'
import { canAsk } from '../io.ts'
import { columns, count, screenWidth, wrap } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { readNoteText } from '../note-text.ts'
import { getPerson } from '../person.ts'
import { askYes } from '../prompt.ts'
import { safeLine, safeText } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export async function notesList({ api, options, io }: Call): Promise<Result> {
  const { id: personId } = await getPerson(api, options.person)
  const { limit, by } = options
  const filter = { personId, ...(by !== undefined && { author: authorOf(by) }) }
  const notes =
    limit === undefined
      ? await listAll((from) => api.notes.list({ filter, ...from }))
      : (await api.notes.list({ filter, limit })).items
  const rows = notes.map(({ id, concernsOn, changedAt, author, version, title }) => [
    ...[id, concernsOn ?? '', changedAt.slice(0, 10), author, String(version), safeLine(title)],
  ])
  return {
    json: { notes },
    lines:
      notes.length === 0
        ? wrap('There are no notes yet. Write one with "medmemory notes add TITLE".', screenWidth(io.stdout))
        : columns([['ID', 'CONCERNS', 'CHANGED', 'BY', 'VERSION', 'TITLE'], ...rows]),
  }
}

export async function notesShow(call: Call): Promise<Result> {
  const { api, words, options, io } = call
  const id = words[0] as DocumentId
  const note = await api.notes.get({ id })
  const shown = describe(note, screenWidth(io.stdout))
  if (!options.versions) return shown
  const versions = await listAll((from) => api.notes.versions({ filter: { id }, ...from }))
  return {
    json: { ...shown.json, versions },
    lines: [...shown.lines, ...versions.flatMap((version) => describeVersion(version, screenWidth(io.stdout)))],
  }
}

export async function notesAdd(call: Call): Promise<Result> {
  const { api, words, options, io, signal } = call
  const { id: personId } = await getPerson(api, options.person)
  const { date, by, textFile } = options
  const made = await api.notes.create({
    ...{ personId, title: words[0] ?? '', text: await readNoteText(io, textFile, signal) },
    author: by === undefined ? await usualAuthor(call) : authorOf(by),
    ...(date !== undefined && { concernsOn: date }),
  })
  return describe(await attach(call, made), screenWidth(io.stdout))
}

export async function notesEdit(call: Call): Promise<Result> {
  const { api, words, options, io, signal } = call
  const { title, textFile, date, by, restore, attach: file, document, detach } = options
  const isNewVersion = title !== undefined || textFile !== undefined || date !== undefined || by !== undefined
  if (isNewVersion && restore !== undefined) throw wrongUsage('--restore brings a whole version back; give it alone.')
  if (!isNewVersion && [restore, file, document, detach].every((given) => given === undefined))
    throw wrongUsage(
      'Say what to change: --title, --text-file, --date, --by, --restore, --attach, --document or --detach.',
    )
  const id = words[0] as DocumentId
  let note = await api.notes.get({ id })
  const seen = { id, version: note.version }
  if (restore !== undefined) note = await api.notes.restore({ ...seen, number: restore })
  if (isNewVersion)
    note = await api.notes.update({
      ...seen,
      ...(title !== undefined && { title }),
      ...(textFile !== undefined && { text: await readNoteText(io, textFile, signal) }),
      ...(by !== undefined && { author: authorOf(by) }),
      ...(date !== undefined && { concernsOn: date === 'none' ? null : date }),
    })
  if (detach !== undefined) note = await api.notes.detach({ id, documentIds: [detach as DocumentId] })
  return describe(await attach(call, note), screenWidth(io.stdout))
}

export async function notesDelete({ api, words, options, io, signal }: Call): Promise<Result> {
  const id = words[0] as DocumentId
  if (!options.yes && !canAsk(io)) throw wrongUsage('Without a terminal to ask on, "notes delete" needs --yes.')
  const { title, version } = await api.notes.get({ id })
  const question = `Delete "${safeLine(title)}" with its ${count(version, 'version')}? This cannot be undone.`
  if (!options.yes && !(await askYes(io, question, signal)))
    return { json: { id, deleted: false }, lines: ['Nothing was deleted.'], exitCode: exitCodes.failed }
  await api.notes.delete({ id })
  return { json: { id, deleted: true }, lines: [`Deleted "${safeLine(title)}".`] }
}

/** A document by its id, and a file that is imported for the same person first. */
async function attach({ api, options, signal }: Call, note: Note): Promise<Note> {
  const { document, attach: path } = options
  const documentIds = document === undefined ? [] : [document as DocumentId]
  if (path !== undefined) {
    const { outcomes } = await api.documents.import({ personId: note.personId, paths: [path] }, { signal })
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused') throw new AppError(outcome.code)
      documentIds.push(outcome.documentId)
    }
  }
  return documentIds.length === 0 ? note : api.notes.attach({ id: note.id, documentIds })
}

/** A clinician's patients, or a family. */
async function usualAuthor({ api }: Call): Promise<NoteAuthor> {
  return (await api.vault.status()).purpose === 'patients' ? 'clinician' : 'family'
}

function authorOf(word: string): NoteAuthor {
  const author = NoteAuthor.safeParse(word)
  if (!author.success) throw wrongUsage(`--by takes ${NoteAuthor.options.join(' or ')}.`)
  return author.data
}

function describe(note: Note, width: number): Result {
  const { id, title, author, concernsOn, version, changedAt, text, attached } = note
  const rows = [
    ...(concernsOn === undefined ? [] : [['Concerns', concernsOn]]),
    ['Written', `as ${author}, version ${version}, ${changedAt}`],
    ...attached.map((one) => ['Attached', `${safeLine(one.title)} (${one.documentId})`]),
    ['Id', id],
  ]
  return { json: { ...note }, lines: [safeLine(title), ...columns(rows), '', ...wrap(safeText(text), width)] }
}

function describeVersion(version: NoteVersion, width: number): string[] {
  const { number, title, text, writtenAt, writtenBy, author, restoredFrom } = version
  const from = restoredFrom === undefined ? '' : `, version ${restoredFrom} again`
  const head = `— version ${number}, ${writtenAt}, by ${safeLine(writtenBy)} as ${author}${from} —`
  return ['', ...wrap(head, width), safeLine(title), ...wrap(safeText(text), width, '  ')]
}
