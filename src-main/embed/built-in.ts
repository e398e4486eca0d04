/**
 * The embedder that comes with the program. Its file needs no unpacking, so a question becomes a direction at once, in this
 * process; pages are embedded in the engine. It also says which sentence of a text is nearest to a question, whichever
 * embedder found the text: that is a few microseconds a sentence and too much to ask of a large model.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AppError } from '#contract/errors.ts'
import { type Embedder, quantize } from './embedder.ts'
import { openStaticModel } from './static/static-model.ts'

export const BUILT_IN = 'builtin:medmem-static-v1'

export interface BuiltIn extends Embedder {
  /** Cosine of each text with the question, -1 to 1; 0 where either holds no word that the model knows. */
  compare(question: string, texts: readonly string[]): number[]
}

/** The engine's side of the same model; yields the vectors of texts from index `from` on, `dimensions` bytes each. */
export type EmbedRemote = (
  input: { model: { kind: 'static'; path: string; sha256: string }; texts: readonly string[]; as: 'passage' },
  options: { signal: AbortSignal },
) => AsyncIterable<{ from: number; vectors: Int8Array }>

const defaultFile = new URL('../../resources/embedder/medmem-static-v1.bin', import.meta.url)

/** Fails with `model/changed` when the file is not the one whose hash lies beside it, `model/damaged` when it cannot be one. */
export async function openBuiltIn(embed: EmbedRemote, file = defaultFile): Promise<BuiltIn> {
  const [bytes, written] = await Promise.all([readFile(file), readFile(new URL(`${file.href}.sha256`), 'utf8')])
  // some 8 ms; the digest that promises not to wait copies the bytes first, and that takes five times as long
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (!written.startsWith(sha256)) throw new AppError('model/changed')
  const model = openStaticModel(bytes)
  const { dimensions } = model
  return {
    modelId: BUILT_IN,
    sha256,
    dimensions,
    weight: model.weight,
    near: model.near,
    async embedQuery(text) {
      const vector = quantize(model.embed(text, 'query'))
      return vector.length === 0 ? undefined : vector
    },
    async embedPassages(texts, signal) {
      const vectors: Int8Array[] = texts.map(() => new Int8Array())
      const path = fileURLToPath(file)
      for await (const { from, vectors: bytes } of embed(
        { model: { kind: 'static', path, sha256 }, texts, as: 'passage' },
        { signal },
      ))
        for (let at = 0; at * dimensions < bytes.length; at += 1) {
          const vector = bytes.slice(at * dimensions, (at + 1) * dimensions)
          if (vector.some((value) => value !== 0)) vectors[from + at] = vector
        }
      return vectors
    },
    compare(question, texts) {
      const asked = model.embed(question, 'query')
      return texts.map((text) => {
        const vector = model.embed(text, 'passage')
        return vector.reduce((sum, value, at) => sum + value * (asked[at] ?? 0), 0)
      })
    },
  }
}
