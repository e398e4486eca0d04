/**
 * Fetches the files of one model, each into a part that an interruption leaves to be gone on from, and checks them. Runs
 * only for a consent that repeats what was shown.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { DownloadOffer } from '#contract/models.ts'
import type { Egress } from '../net/egress.ts'
import { toWriteError } from '../vault/atomic-write.ts'
import type { Catalog, CatalogEntry, CatalogFile } from './catalog.ts'
import { hashOfFiles } from './manifest.ts'

export interface FetchDeps {
  readonly egress: Egress
  readonly redirects: Catalog['redirects']
  /** Keeps its files between calls. */
  readonly folder: string
  readonly signal: AbortSignal
}

export const offerOf = ({ source, files }: CatalogEntry): DownloadOffer => ({
  host: source.host,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  sha256: files.every(({ sha256 }) => sha256 !== null)
    ? hashOfFiles(files.map(({ as, sha256 }) => ({ name: as, sha256: sha256 ?? '' })))
    : null,
})

/** Yields the bytes that are here; afterwards every file lies in the folder under its stored name. */
export async function* fetchFiles(entry: CatalogEntry, deps: FetchDeps): AsyncGenerator<number> {
  await checkRoom(deps.folder, offerOf(entry).bytes)
  let before = 0
  for (const file of entry.files) {
    const target = join(deps.folder, file.as)
    if ((await sizeOf(target)) === 0) {
      for await (const done of fetchFile(entry, file, deps)) yield before + done
      await finish(file, `${target}.part`, target)
    }
    before += await sizeOf(target)
    yield before
  }
}

async function* fetchFile(entry: CatalogEntry, file: CatalogFile, deps: FetchDeps): AsyncGenerator<number> {
  const { source } = entry
  const part = join(deps.folder, `${file.as}.part`)
  const mark = `${part}.etag`
  const { offset, etag, pieces } = await deps.egress.open({
    url: `https://${source.host}/${source.repo}/resolve/${source.revision}/${file.name}`,
    hosts: [source.host, ...(deps.redirects[source.host] ?? [])],
    maxBytes: file.bytes,
    from: await sizeOf(part),
    etag: await readFile(mark, 'utf8').catch(() => undefined),
    signal: deps.signal,
  })
  const output = await open(part, offset === 0 ? 'w' : 'r+', 0o600)
  try {
    if (etag === undefined) await rm(mark, { force: true })
    else await writeFile(mark, etag, { mode: 0o600 })
    let done = offset
    for await (const piece of pieces) {
      await output.write(piece, 0, piece.length, done)
      done += piece.length
      yield done
    }
    await output.sync()
  } catch (error) {
    throw toWriteError(error)
  } finally {
    await output.close()
  }
}

/** A part that is whole and wrong is no beginning of anything. */
async function finish({ bytes, bytesAre, sha256 }: CatalogFile, part: string, target: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(part)) hash.update(piece as Uint8Array)
  const isWhole = bytesAre === 'limit' || (await sizeOf(part)) === bytes
  const isRight = isWhole && (sha256 === null || hash.digest('hex') === sha256)
  await rm(`${part}.etag`, { force: true })
  if (isRight) return rename(part, target)
  await rm(part, { force: true })
  throw new AppError('model/wrong-hash')
}

async function checkRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes) throw new AppError('vault/disk-full')
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0
