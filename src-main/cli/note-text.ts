/** The text of a note: from a file, or from what is piped or typed in. Never from the command line itself, which others can read. */
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { AppError } from '#contract/errors.ts'
import { MAX_NOTE_LENGTH } from '#contract/notes.ts'
import { canAsk, type Io, write } from './io.ts'

/** More than the longest note has in any encoding. */
const MOST_BYTES = 4 * MAX_NOTE_LENGTH

/** Without a file, or with `-`, what comes in is the text. */
export async function readNoteText(io: Io, file: string | undefined, signal: AbortSignal): Promise<string> {
  if (file !== undefined && file !== '-') return toText(await readFile(file))
  if (canAsk(io)) await write(io.stderr, 'Write the note; end it with Ctrl-D on a line of its own.\n')
  return toText(await readAll(io.stdin, signal))
}

async function readFile(file: string): Promise<Buffer> {
  try {
    await using handle = await open(file, 'r')
    return await readAll(handle.createReadStream({ autoClose: false }))
  } catch (error) {
    if (error instanceof AppError) throw error
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new AppError(absent ? 'file/not-found' : 'file/unreadable', {}, { cause: error })
  }
}

async function readAll(from: Readable, signal?: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of from) {
    signal?.throwIfAborted()
    const bytes = Buffer.from(part as Uint8Array)
    length += bytes.length
    if (length > MOST_BYTES) throw new AppError('file/too-large', { maxBytes: MOST_BYTES })
    parts.push(bytes)
  }
  return Buffer.concat(parts, length)
}

function toText(bytes: Buffer): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('text/not-text')
  }
  if (text.trim() === '') throw new AppError('file/empty')
  return text.replace(/\r\n?/g, '\n').trim()
}
