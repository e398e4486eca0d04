/** The files a person meant by naming paths: files as they are, folders by what is in them, at any depth. */
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorCode } from '#contract/errors.ts'

export type Listed = { readonly path: string } | { readonly path: string; readonly code: ErrorCode }

/** In name order. Hidden entries and links to folders are passed over; what cannot be looked into is listed with its reason. */
export async function* listFiles(paths: readonly string[]): AsyncGenerator<Listed> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) yield* walk(path)
      else yield { path }
    } catch (error) {
      yield { path, code: reasonOf(error) }
    }
  }
}

async function* walk(folder: string): AsyncGenerator<Listed> {
  try {
    const entries = []
    for await (const entry of await opendir(folder)) if (!entry.name.startsWith('.')) entries.push(entry)
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) yield* walk(path)
      else if (entry.isFile()) yield { path }
      else if (entry.isSymbolicLink()) yield* linked(path)
    }
  } catch (error) {
    yield { path: folder, code: reasonOf(error) }
  }
}

/** A link that leads nowhere is told of, and costs none of its neighbours. */
async function* linked(path: string): AsyncGenerator<Listed> {
  const target = await stat(path).catch(reasonOf)
  if (typeof target === 'string') yield { path, code: target }
  else if (target.isFile()) yield { path }
}

const reasonOf = (error: unknown): ErrorCode =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'file/not-found' : 'file/unreadable'
