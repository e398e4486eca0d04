/** Opens the search by meaning over a read-only connection of its own, the only kind with sqlite-vec in it. */
import { openConnection } from './open.ts'
import { createStatements } from './statements.ts'
import { loadVectorExtension } from './vector-extension.ts'
import { loadKernel } from './vector-kernel.ts'
import { createVectorSearch } from './vector-search.ts'
import type { VectorOptions } from './vector-thread.ts'

/** Room for the pages of a hundred thousand vectors: who is asked about again is not deciphered again. */
const CACHE_KIB = 65_536

/** Zeroes the key it is given. `close` overwrites the indexes in memory. */
export function openVectorSearch({ extension, residentFrom, ...options }: VectorOptions) {
  const db = openConnection({ ...options, readonly: true })
  db.pragma(`cache_size=-${CACHE_KIB}`)
  const statements = createStatements(db)
  const search = createVectorSearch({
    statements,
    startKernel: loadKernel(),
    hasExtension: loadVectorExtension(db, extension),
    ...(residentFrom === undefined ? {} : { residentFrom }),
  })
  return {
    search,
    close(): void {
      search.dispose()
      statements.close()
    },
  }
}
