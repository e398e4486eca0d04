/**
 * Opens connections to the encrypted store: the only importer of SQLite, and the one place that knows the order of its
 * pragmas. Every connection sets all of them and reads them back. Runs inside store threads; never deletes a file.
 * Traps behind the order: a page_size of 8192 after sqlcipher's key makes a store that cannot be reopened; a bare 32-byte
 * key is taken for a passphrase; temp_store=file and WAL's synchronous=NORMAL leak and lose.
 */
import Database from 'better-sqlite3'
import { AppError } from '#contract/errors.ts'

export type Cipher = 'sqlcipher' | 'aegis' | 'none'

export interface OpenOptions {
  readonly file: string
  /** 32 bytes, zeroed here once used. */
  readonly key: Uint8Array
  /** `none` is for control tests and benchmarks: no vault header can name it. */
  readonly cipher: Cipher
  readonly readonly: boolean
  /** Nobody else has the file open: then nothing lies beside it that not every disk can hold. */
  readonly isAlone?: boolean
}

export const pageSizes: Readonly<Record<Cipher, number>> = { sqlcipher: 4096, aegis: 8192, none: 8192 }

/** Fails with `vault/damaged-store` when the file is no database under this key: the key itself was proved by the header. */
export function openConnection({ file, key, cipher, readonly, isAlone = false }: OpenOptions): Database.Database {
  const db = new Database(file, { readonly, fileMustExist: readonly })
  try {
    if (cipher !== 'none') applyKey(db, cipher, key)
    if (!readonly && cipher !== 'sqlcipher') db.pragma(`page_size=${pageSizes[cipher]}`)
    db.prepare('select count(*) from sqlite_master').get()
    if (isAlone) db.pragma('locking_mode=EXCLUSIVE')
    if (!readonly) db.pragma('journal_mode=WAL')
    for (const [name, value] of pragmas) db.pragma(`${name}=${value}`)
    checkPragmas(db, cipher)
    return db
  } catch (error) {
    db.close()
    if (isDamage(error)) throw new AppError('vault/damaged-store')
    throw error
  }
}

/** True for what SQLite says of a file that is not, or no longer, a database under the given key. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)

export const isFull = (error: unknown): boolean => error instanceof Database.SqliteError && error.code === 'SQLITE_FULL'

/**
 * Holds the vault for this process until `release`; the operating system lets go when the process dies.
 * Must be taken before anything in the vault is read or cleaned. Nothing else may open lock.db: closing any other
 * descriptor of it would drop the lock.
 */
export function holdLock(file: string): { release(): void } {
  let db: Database.Database
  try {
    db = new Database(file, { timeout: 0 })
  } catch (error) {
    throw new AppError('vault/unwritable', {}, { cause: error })
  }
  try {
    db.pragma('locking_mode=EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new AppError('vault/in-use')
    throw new AppError('vault/unwritable', {}, { cause: error })
  }
  return { release: () => void db.close() }
}

function applyKey(db: Database.Database, cipher: Cipher, key: Uint8Array): void {
  db.pragma(`cipher='${cipher}'`)
  if (cipher === 'sqlcipher') db.pragma('legacy=4')
  const raw = Buffer.concat([Buffer.from('raw:'), key])
  // the encrypting build adds key(), which its published types leave out
  const keyed = db as Database.Database & { key(raw: Buffer): unknown }
  keyed.key(raw)
  raw.fill(0)
  key.fill(0)
}

/** name, value to set, value read back */
const pragmas: readonly (readonly [string, string, number])[] = [
  ['synchronous', 'FULL', 2],
  ['fullfsync', 'on', 1],
  ['checkpoint_fullfsync', 'on', 1],
  ['temp_store', 'memory', 2],
  ['secure_delete', 'on', 1],
  ['foreign_keys', 'on', 1],
  ['trusted_schema', 'off', 0],
  ['cell_size_check', 'on', 1],
  ['mmap_size', '0', 0],
  ['busy_timeout', '5000', 5000],
]

function checkPragmas(db: Database.Database, cipher: Cipher): void {
  const read = (name: string) => db.pragma(name, { simple: true })
  const wrong = pragmas.filter(([name, , expected]) => Number(read(name) ?? 0) !== expected).map(([name]) => name)
  if (read('journal_mode') !== 'wal') wrong.push('journal_mode')
  if (read('page_size') !== pageSizes[cipher]) wrong.push('page_size')
  if (cipher !== 'none' && read('cipher') !== cipher) wrong.push('cipher')
  if (wrong.length > 0) throw new Error(`store pragmas not in force: ${wrong.join(', ')}`)
}
