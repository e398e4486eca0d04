/**
 * What the vault keeps beside the files of a model: which they are, how they hash, how their outputs are read. The encrypted
 * store holds the manifest's own hash, so that nobody without the key can put other files or other readings in its place.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ModelId } from '#contract/models.ts'
import { EmbedderOptions, Fusion, RerankerOptions, StoredName } from './catalog.ts'

const common = {
  version: z.literal(1),
  id: ModelId,
  title: z.string().max(120),
  licence: z.string().max(200),
  files: z
    .array(
      z.strictObject({
        name: StoredName,
        bytes: z.int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(2),
}

export const Manifest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('embedder'), ...common, encoder: EmbedderOptions, fusion: Fusion }),
  z.strictObject({ kind: z.literal('reranker'), ...common, encoder: RerankerOptions }),
  z.strictObject({ kind: z.literal('writer'), ...common }),
])
export type Manifest = z.infer<typeof Manifest>

export const manifestBytes = (manifest: Manifest): Buffer =>
  Buffer.from(`${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`)

/** By which the store knows the model: whatever changes what it answers changes this. */
export const modelHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** One hash for several files: of the lines `<hash>  <name>`, ordered by name; that of the file itself where there is one. */
export function hashOfFiles(files: readonly { readonly name: string; readonly sha256: string }[]): string {
  const [only] = files
  if (only !== undefined && files.length === 1) return only.sha256
  const lines = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  return modelHash(Buffer.from(lines.sort((one, other) => (one.slice(66) < other.slice(66) ? -1 : 1)).join('')))
}
