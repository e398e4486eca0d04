/**
 * Chunks of about 120 words for benchmarks of search: clinical sentences, and around them words of a large invented
 * vocabulary drawn by Zipf's law, with the words of English grammar as its most frequent.
 */
import { makeParagraph } from '../../tools/make-papers/prose.ts'
import type { Random } from '../../tools/make-papers/random.ts'

const grammar = `the of and to a in is was with for on that at by he she his her from this had not be as were are it has
who which or an been no there after but also their they when we all one you may can if will would more than during
before`.split(/\s+/)
const onsets = ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'gl', 'pr', 'ch']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'io']
const codas = ['', 'n', 'r', 's', 'l', 'm', 'x', 'nt', 'st', 'ck']

const VOCABULARY = 30_000
const WORDS = 75

export interface ChunkSource {
  next(): string
}

export function createChunkSource(random: Random): ChunkSource {
  const words = inventWords(random, VOCABULARY - grammar.length)
  const vocabulary = [...grammar, ...words]
  const draw = zipf(random, vocabulary.length)
  return {
    next() {
      const drawn = Array.from({ length: WORDS + random.between(-20, 20) }, () => vocabulary[draw()] ?? '').join(' ')
      return `${makeParagraph(random, 2)} ${drawn}. ${makeParagraph(random, 2)}`
    },
  }
}

function inventWords({ pick, between }: Random, count: number): Set<string> {
  const words = new Set<string>()
  while (words.size < count) {
    const syllables = Array.from({ length: between(1, 4) }, () => pick(onsets) + pick(vowels) + pick(codas))
    words.add(syllables.join(''))
  }
  return words
}

/** Draws ranks from 0 with probability proportional to 1 / (rank + 1). */
function zipf(random: Random, ranks: number): () => number {
  const cumulative = new Float64Array(ranks)
  let sum = 0
  for (let rank = 0; rank < ranks; rank += 1) {
    sum += 1 / (rank + 1)
    cumulative[rank] = sum
  }
  return () => {
    const at = (random.between(0, 2 ** 31 - 1) / 2 ** 31) * sum
    let [low, high] = [0, ranks - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low
  }
}
