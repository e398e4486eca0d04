/** A model as the contract shows it, from the catalogue, from what was brought, or from what is built in. */
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Model, ModelRole } from '#contract/models.ts'
import type { Embedder } from '../embed/embedder.ts'
import type { ModelRow } from '../store/models.ts'
import type { CatalogEntry } from './catalog.ts'
import { offerOf } from './download.ts'
import { hashOfFiles } from './manifest.ts'
import { hashOf, type Shelved } from './shelf.ts'

export interface Brought {
  readonly row: ModelRow
  /** Undefined: no longer what the row names. */
  readonly shelved: Shelved | undefined
}

export function showEntry(entry: CatalogEntry, brought: Brought | undefined, isInUse: boolean): Model {
  const { id, kind, title, licence, licenceUrl, hasTerms, isExperimental, notes, encoder } = entry
  const isMeasured = (brought?.shelved?.memoryBytes ?? 0) > 0
  return {
    ...{ id, kind, title, licence, licenceUrl, hasTerms, isExperimental, notes },
    ...stateOf(brought),
    isInUse: isInUse && brought?.shelved !== undefined,
    sizeBytes: brought?.row.sizeBytes ?? offerOf(entry).bytes,
    dimensions: encoder !== null && 'dimensions' in encoder ? encoder.dimensions : null,
    memoryBytes: brought?.shelved?.memoryBytes || entry.memoryBytes,
    memoryIsMeasured: isMeasured || entry.memoryIsMeasured,
    download: offerOf(entry),
  }
}

/** `role`: which it does. A model whose manifest is gone is shown as what it did, or as an embedder. */
export function showCustom(brought: Brought, role: ModelRole | undefined): Model {
  const { row, shelved } = brought
  const manifest = shelved?.manifest
  return {
    id: row.id,
    kind: manifest?.kind ?? role ?? 'embedder',
    title: manifest?.title ?? row.id,
    licence: manifest?.licence ?? 'not known',
    licenceUrl: null,
    hasTerms: false,
    ...stateOf(brought),
    isInUse: role !== undefined && shelved !== undefined,
    isExperimental: true,
    sizeBytes: row.sizeBytes,
    dimensions: manifest?.kind === 'embedder' ? manifest.encoder.dimensions : null,
    memoryBytes: shelved?.memoryBytes ?? 0,
    memoryIsMeasured: (shelved?.memoryBytes ?? 0) > 0,
    download: null,
    notes: 'Brought by you.',
  }
}

const builtInFile = new URL('../../resources/embedder/medmem-static-v1.bin', import.meta.url)

export async function showBuiltIn({ modelId, sha256, dimensions }: Embedder, isInUse: boolean): Promise<Model> {
  const { size } = await stat(builtInFile)
  return {
    id: modelId,
    kind: 'embedder',
    title: 'Built-in word vectors',
    licence: 'That of this program',
    licenceUrl: null,
    hasTerms: false,
    state: 'built-in',
    isInUse,
    isExperimental: false,
    sizeBytes: size,
    sha256,
    dimensions,
    memoryBytes: size,
    memoryIsMeasured: false,
    download: null,
    notes: 'English. Comes with the program and works at once.',
  }
}

export const verifyBuiltIn = async ({ sha256 }: Embedder): Promise<{ isIntact: boolean; sha256: string }> => ({
  isIntact: (await hashOf(fileURLToPath(builtInFile))) === sha256,
  sha256,
})

function stateOf(brought: Brought | undefined): Pick<Model, 'state' | 'sha256'> {
  if (brought === undefined) return { state: 'absent', sha256: null }
  const { shelved } = brought
  if (shelved === undefined) return { state: 'changed', sha256: null }
  return { state: 'present', sha256: hashOfFiles(shelved.manifest.files) }
}
