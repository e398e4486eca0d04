/**
 * The files of a model that a person points at: one file, or a folder with a few levels below it. Only ever reads. A link
 * inside the folder is refused, whatever it leads to: what is copied must be what lies there.
 */
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { systemCode } from '../vault/atomic-write.ts'

export interface FoundFile {
  readonly path: string
  /** Below the folder, with slashes. */
  readonly name: string
  readonly bytes: number
}

export interface Found {
  readonly folder: string
  readonly files: readonly FoundFile[]
  /** The file that was named itself. */
  readonly named: FoundFile | undefined
}

const DEEPEST = 2
const MOST_FILES = 500

export async function findFiles(path: string): Promise<Found> {
  const given = await asFound(() => stat(path))
  if (given.isDirectory()) return { folder: path, files: await filesBelow(path), named: undefined }
  if (!given.isFile()) throw new AppError('file/unreadable')
  if (given.size === 0) throw new AppError('file/empty')
  // the tokenizer lies beside the graph, or a level above it where graphs have a folder of their own
  const beside = dirname(path)
  const folder = basename(beside) === 'onnx' ? dirname(beside) : beside
  const named = { path, name: basename(path), bytes: given.size }
  return { folder, files: path.endsWith('.onnx') ? await filesBelow(folder) : [named], named }
}

async function filesBelow(folder: string, prefix = '', depth = 0): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const entry of await asFound(() => readdir(folder, { withFileTypes: true }))) {
    const path = join(folder, entry.name)
    const name = `${prefix}${entry.name}`
    if (entry.isSymbolicLink()) throw new AppError('model/unsafe-file')
    if (entry.isDirectory() && depth < DEEPEST) found.push(...(await filesBelow(path, `${name}/`, depth + 1)))
    else if (entry.isFile()) found.push({ path, name, bytes: (await asFound(() => lstat(path))).size })
    if (found.length > MOST_FILES) throw new AppError('model/unsafe-file')
  }
  return found
}

async function asFound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('file/not-found')
    if (code === undefined && !(error instanceof TypeError)) throw error
    throw new AppError('file/unreadable')
  }
}
