/** Vectors of every chunk of a store, of the built-in embedder, and the search by meaning over them. */

import { readFileSync } from 'node:fs'
import { openBuiltIn } from '../../src-main/embed/built-in.ts'
import { quantize } from '../../src-main/embed/embedder.ts'
import { openStaticModel } from '../../src-main/embed/static/static-model.ts'
import { createMeaning, type Meaning } from '../../src-main/retrieve/search-meaning.ts'
import type { Store } from '../../src-main/store/store.ts'
import { chunksToEmbed, insertVectors, putEmbedder } from '../../src-main/store/vectors.ts'

const modelFile = new URL('../../resources/embedder/medmem-static-v1.bin', import.meta.url)
const A_COMMIT = 2_000

/** Embeds in this process, where the program does it in an engine: the vectors are the same. */
export async function addChunkVectors(store: Store): Promise<Meaning> {
  const builtIn = await openBuiltIn(() => {
    throw new Error('passages are embedded here')
  })
  const model = openStaticModel(readFileSync(modelFile))
  const { modelId, sha256, dimensions } = builtIn
  const embedderId = await store.write((trx) => putEmbedder(trx, { modelId, sha256, dimensions }))
  for (;;) {
    const chunks = await chunksToEmbed(store.db, embedderId, A_COMMIT)
    if (chunks.length === 0) break
    const vectors = chunks.map((chunk) => ({
      ...chunk,
      embedderId,
      vector: quantize(model.embed(`${chunk.title}\n${chunk.text}`, 'passage')),
    }))
    await store.write((trx) => insertVectors(trx, vectors))
  }
  return createMeaning({
    embedder: builtIn,
    findNearest: (query) => store.vectors.nearest({ embedderId, ...query }),
    compare: builtIn.compare,
  })
}
