/** Puts decrypted bytes where a person asked for them: all of them or none, never over a file that is there already. */
import { randomUUID } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { type FileSystem, systemCode, writeAtomically } from './atomic-write.ts'

export async function exportFile(to: string, chunks: AsyncIterable<Uint8Array>, fileSystem: FileSystem): Promise<void> {
  if (to.includes('\0')) throw new AppError('file/unwritable')
  await refuseExisting(to)
  const temporary = join(dirname(to), `.medmemory-${randomUUID()}.tmp`)
  const fill = async (file: { writeFile(bytes: Uint8Array): Promise<void> }) => {
    for await (const chunk of chunks) await file.writeFile(chunk)
  }
  try {
    await writeAtomically(to, fill, { fileSystem, temporary, place: placeNew(fileSystem) })
  } catch (error) {
    const refused = error instanceof AppError && (error.code === 'vault/unwritable' || error.code === 'vault/disk-full')
    throw refused ? new AppError('file/unwritable') : error
  }
}

/** A rename would overwrite what came there meanwhile; a link does not. Not every disk has links. */
const placeNew = (fileSystem: FileSystem) => async (from: string, to: string) => {
  try {
    await fileSystem.link(from, to)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw new AppError('file/exists')
    await refuseExisting(to)
    return fileSystem.rename(from, to)
  }
  await fileSystem.unlink(from)
}

async function refuseExisting(to: string): Promise<void> {
  if ((await lstat(to).catch(() => undefined)) !== undefined) throw new AppError('file/exists')
}
