/**
 * A hundred thousand passages and a few questions as the built-in embedder sees them: passages of the corpus in the folder
 * that MEDMEMORY_EVAL_DIR names, else invented ones. A question is a sentence of a passage that is not among the others.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openStaticModel } from '../../src-main/embed/static/static-model.ts'
import { createRandom, type Random } from '../../tools/make-papers/random.ts'
import { createChunkSource } from './zipf-text.ts'

export interface EmbeddedTexts {
  /** Where the texts are from. */
  readonly origin: string
  readonly dimensions: number
  /** Unit vectors. */
  readonly passages: readonly Float32Array[]
  readonly questions: readonly Float32Array[]
}

const modelFile = new URL('../../resources/embedder/medmem-static-v1.bin', import.meta.url)

export function embedTexts(passages: number, questions: number): EmbeddedTexts {
  const random = createRandom(51)
  const model = openStaticModel(readFileSync(modelFile))
  const { origin, texts } = readTexts(passages + 2 * questions, random)
  const says = (vector: Float32Array) => vector.some((value) => value !== 0)
  const asked = texts.slice(passages).map((text) => model.embed(random.pick(sentencesOf(text)), 'query'))
  return {
    origin,
    dimensions: model.dimensions,
    passages: texts
      .slice(0, passages)
      .map((text) => model.embed(text, 'passage'))
      .filter(says),
    questions: asked.filter(says).slice(0, questions),
  }
}

const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/)

function readTexts(count: number, random: Random): { origin: string; texts: string[] } {
  const file = join(process.env.MEDMEMORY_EVAL_DIR ?? '', 'train-open/corpus.txt.gz')
  if (process.env.MEDMEMORY_EVAL_DIR === undefined || !existsSync(file)) {
    const source = createChunkSource(random)
    return { origin: 'invented passages', texts: Array.from({ length: count }, () => source.next()) }
  }
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)
  if (lines.length < count) throw new Error('the corpus has too few passages')
  for (let last = lines.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last)
    ;[lines[last], lines[other]] = [lines[other] ?? '', lines[last] ?? '']
  }
  return { origin: `passages of ${file.slice(file.indexOf('train-open'))}`, texts: lines.slice(0, count) }
}
