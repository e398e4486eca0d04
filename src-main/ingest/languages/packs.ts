/**
 * Language packs of a vault: installed from files, kept as plain files beside the store because the recognition engine
 * loads them from a folder, and known by a hash inside the encrypted store. A pack that was changed on disk since is
 * never handed out. Nothing is ever fetched.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, toWireError } from '#contract/errors.ts'
import type { Language } from '#contract/languages.ts'
import type { Clock } from '../../lib/clock.ts'
import { createMutex } from '../../lib/mutex.ts'
import type { Audit } from '../../store/audit.ts'
import { deleteLanguagePack, type LanguagePackRow, listLanguagePacks, putLanguagePack } from '../../store/languages.ts'
import { fromCursor, toPage } from '../../store/paging.ts'
import type { Store } from '../../store/store.ts'
import { nextStamp } from '../../store/vault-meta.ts'
import { ensureFolder, writeAtomically } from '../../vault/atomic-write.ts'
import { englishFolder } from './built-in-models.ts'
import { needsServedBy } from './choose-pack.ts'
import { languageName } from './language-name.ts'
import { readPackFile } from './pack-file.ts'

export interface LanguagePacksDeps {
  readonly store: Store
  readonly audit: Audit
  readonly clock: Clock
  /** Of the packs: `<vault>/languages`. */
  readonly dir: string
  /** Recognises something with `<dir>/<code>.traineddata.gz`; fails when nothing can be. */
  readonly tryLoad: (dir: string, code: string) => Promise<void>
  /** Queues what waited for one of these languages or scripts (ISO 639-3, `Cyrillic`). */
  readonly requeue: (needs: readonly string[]) => Promise<void>
  readonly changed: () => void
}

export interface InstalledPack {
  readonly code: string
  readonly dir: string
  readonly sha256: string
}

export type LanguagePacks = ReturnType<typeof createLanguagePacks>

const BUILT_IN = 'eng'

export function createLanguagePacks({ store, audit, clock, dir, tryLoad, requeue, changed }: LanguagePacksDeps) {
  const oneAtATime = createMutex()
  const pathOf = (code: string) => join(dir, fileName(code))
  const isIntact = async ({ code, sha256 }: LanguagePackRow) => (await hashOf(pathOf(code))) === sha256
  const show = async (row: LanguagePackRow) => toLanguage(row, await isIntact(row))

  return {
    async list({ limit, cursor }: { limit: number; cursor?: string | undefined }) {
      const after = fromCursor(cursor)?.value ?? ''
      const packs = await Promise.all((await listLanguagePacks(store.db)).map(show))
      const languages = [await showBuiltIn(), ...packs].sort((one, other) => (one.code < other.code ? -1 : 1))
      return toPage(
        languages.filter(({ code }) => code > after).slice(0, limit + 1),
        limit,
        (language) => language,
        ({ code }) => ({ value: code, seq: 0 }),
      )
    },

    /** The packs that can be used: those whose files are still what was installed. */
    async installed(): Promise<InstalledPack[]> {
      const rows = await listLanguagePacks(store.db)
      const intact = await Promise.all(rows.map(isIntact))
      return rows.filter((_, at) => intact[at]).map(({ code, sha256 }) => ({ code, dir, sha256 }))
    },

    install: (path: string): Promise<Language> =>
      oneAtATime(async () => {
        const { code, packed } = await readPackFile(path)
        if (code === BUILT_IN) throw new AppError('input/invalid')
        await keep(code, packed)
        const row = { code, sha256: await sha256Of(packed), sizeBytes: packed.length, installedAt: clock.now() }
        const installed = await store.write(async (trx) => {
          const stamped = { ...row, ...(await nextStamp(trx)) }
          await putLanguagePack(trx, stamped)
          await audit.append(trx, { action: 'language.install', objectId: code, meta: { sizeBytes: packed.length } })
          return stamped
        })
        changed()
        await requeue(needsServedBy(code))
        return toLanguage(installed, true)
      }),

    remove: (code: string): Promise<void> =>
      oneAtATime(async () => {
        await store.write(async (trx) => {
          if (!(await deleteLanguagePack(trx, code))) throw new AppError('language/unknown')
          await audit.append(trx, { action: 'language.remove', objectId: code })
        })
        await rm(pathOf(code), { force: true })
        changed()
      }),
  }

  /** Tried in a folder of its own before it takes the place of another. A crash leaves at most a file that nothing names. */
  async function keep(code: string, packed: Uint8Array<ArrayBuffer>): Promise<void> {
    const trial = join(dir, 'trial')
    await ensureFolder(trial)
    try {
      await writeAtomically(pathOf(code), (file) => file.writeFile(packed), {
        temporary: join(trial, fileName(code)),
        place: async (from, to) => {
          await tryLoad(trial, code).catch((error: unknown) => {
            throw toWireError(error).code.startsWith('engine/') ? new AppError('language/damaged-pack') : error
          })
          await rename(from, to)
        },
      })
    } finally {
      await rm(trial, { recursive: true, force: true })
    }
  }
}

const fileName = (code: string) => `${code}.traineddata.gz`

const toLanguage = ({ code, sizeBytes }: LanguagePackRow, isIntact: boolean): Language => ({
  code,
  name: languageName(code),
  installedFrom: 'file',
  sizeBytes,
  isIntact,
})

const showBuiltIn = async (): Promise<Language> => ({
  code: BUILT_IN,
  name: languageName(BUILT_IN),
  installedFrom: 'built-in',
  sizeBytes: (await stat(join(englishFolder(), fileName(BUILT_IN)))).size,
  isIntact: true,
})

/** Off this thread: a pack may have tens of megabytes. */
const sha256Of = async (bytes: Uint8Array<ArrayBuffer>) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')

/** In pieces, so that other work goes on meanwhile; undefined for a file that cannot be read. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
  } catch {
    return undefined
  }
  return hash.digest('hex')
}
