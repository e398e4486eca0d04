/** Looks for words in every file below some folders, in the forms in which a program leaks them. Reads, never writes. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface PlaintextHit {
  readonly file: string
  readonly word: string
  readonly form: string
}

/** Words of fewer than six letters are refused: their base64 core is found by chance. Folders that are not there hold nothing. */
export function scanForPlaintext(
  folders: readonly string[],
  words: readonly string[],
): { hits: PlaintextHit[]; files: number; bytes: number } {
  const needles = words.flatMap(formsOf)
  const hits: PlaintextHit[] = []
  let files = 0
  let bytes = 0
  for (const file of folders.flatMap(filesBelow)) {
    const content = readFileSync(file)
    files += 1
    bytes += content.length
    for (const { word, form, needle } of needles) if (content.includes(needle)) hits.push({ file, word, form })
  }
  return { hits, files, bytes }
}

interface Needle {
  readonly word: string
  readonly form: string
  readonly needle: Buffer
}

function formsOf(word: string): Needle[] {
  if (word.length < 6) throw new Error('a planted word needs six letters or more')
  const utf8 = Buffer.from(word, 'utf8')
  const utf16 = Buffer.from(word, 'utf16le')
  const of = (form: string, needle: Buffer) => ({ word, form, needle })
  return [
    of('utf-8', utf8),
    of('utf-8 lower', Buffer.from(word.toLowerCase())),
    of('utf-16le', utf16),
    of('utf-16be', Buffer.from(utf16).swap16()),
    of('hex', Buffer.from(utf8.toString('hex'))),
    of('HEX', Buffer.from(utf8.toString('hex').toUpperCase())),
    ...[0, 1, 2].map((shift) => of(`base64+${shift}`, base64Core(utf8, shift))),
  ]
}

/** The part of the base64 text that is the same whatever stands before and after, for one of three alignments. */
function base64Core(bytes: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), bytes, Buffer.alloc(3)]).toString('base64')
  const from = shift === 0 ? 0 : 4
  const whole = Math.floor((shift + bytes.length) / 3) * 4
  return Buffer.from(text.slice(from, whole))
}

function filesBelow(folder: string): string[] {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined) return []
  if (!found.isDirectory()) return [folder]
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
