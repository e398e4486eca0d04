/** A catalogue of tiny models that run, as a publisher of the test has them. */
import { createHash } from 'node:crypto'
import { Catalog } from '../../src-main/models/catalog.ts'
import { makeGguf } from '../support/make-gguf.ts'
import { DIMENSIONS, embedderFiles, rerankerFiles } from '../support/onnx.ts'

export const HOST = 'models.example'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
export const writerFile = makeGguf()

const published = {
  tiny: {
    'onnx/model_quantized.onnx': embedderFiles()['model.onnx'],
    'tokenizer.json': embedderFiles()['tokenizer.json'],
  },
  order: { 'model.onnx': rerankerFiles()['model.onnx'], 'tokenizer.json': rerankerFiles()['tokenizer.json'] },
  writer: { 'tiny-q4.gguf': writerFile },
} as const

/** By the path that is asked of the host. */
export const servedFiles = (): Map<string, Buffer> =>
  new Map(
    Object.entries(published).flatMap(([repo, files]) =>
      Object.entries(files).map(
        ([name, bytes]) => [`/tiny/${repo}/resolve/main/${name}`, Buffer.from(bytes as Uint8Array)] as const,
      ),
    ),
  )

export function tinyCatalog({ knowsHashes = true } = {}): Catalog {
  const filesOf = (repo: keyof typeof published) =>
    Object.entries(published[repo]).map(([name, bytes]) => ({
      name,
      as: name.endsWith('.onnx') ? 'model.onnx' : name.endsWith('.gguf') ? 'model.gguf' : 'tokenizer.json',
      bytes: Buffer.byteLength(bytes as Uint8Array) + (knowsHashes ? 0 : 1000),
      bytesAre: knowsHashes ? 'exact' : 'limit',
      sha256: knowsHashes ? sha256(bytes as Uint8Array) : null,
    }))
  const common = (repo: keyof typeof published) => ({
    id: repo,
    title: `A tiny model: ${repo}`,
    licence: 'Apache-2.0',
    licenceUrl: null,
    hasTerms: repo === 'writer',
    source: { host: HOST, repo: `tiny/${repo}`, revision: 'main' },
    files: filesOf(repo),
    weightIsMeasured: false,
    memoryBytes: 1_000_000,
    memoryIsMeasured: false,
    isExperimental: !knowsHashes,
    notes: '',
  })
  const encoder = {
    dimensions: DIMENSIONS,
    pooling: 'mean',
    normalize: true,
    queryPrefix: 'query: ',
    passagePrefix: '',
    maxTokens: 64,
  }
  return Catalog.parse({
    version: 1,
    redirects: { [HOST]: ['cdn.example'] },
    entries: [
      { ...common('tiny'), kind: 'embedder', encoder, weight: 0.5, near: 0.4 },
      { ...common('order'), kind: 'reranker', encoder: { maxTokens: 64 }, weight: null, near: null },
      { ...common('writer'), kind: 'writer', encoder: null, weight: null, near: null },
    ],
  })
}
