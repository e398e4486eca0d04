/** Texts as the numbers that train.cpp reads: a vocabulary, and word numbers for passages, pairs and question frames. */
import { wordsOf } from '../../src-main/embed/static/words.ts'
import { FRAMES } from './question-frames.ts'
import { isNaming, type TrainingText } from './training-text.ts'

export interface Vocabulary {
  /** Most frequent first. */
  readonly words: readonly string[]
  readonly counts: readonly number[]
}

/** Times that a pair of a kind is seen in an epoch; 1 where nothing is said. */
const REPEATS: Readonly<Record<string, number>> = {
  abbr: 2,
  mts: 3,
  'table-abbreviation': 6,
  'table-brand': 6,
  'table-lay': 6,
  'table-family': 3,
}

/** The `size` most frequent words in running text and in names. */
export function findVocabulary({ passages, pairs }: TrainingText, size: number): Vocabulary {
  const counts = new Map<string, number>()
  const count = (text: string, times = 1) => {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + times)
  }
  for (const passage of passages) count(passage)
  for (const { kind, query, passage } of pairs) {
    if (!isNaming(kind) && kind !== 'ox-gloss') continue
    const times = kind.startsWith('table-') ? 3 : 1
    count(query, times)
    count(passage, times)
  }
  const sorted = [...counts].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1)).slice(0, size)
  return { words: sorted.map(([word]) => word), counts: sorted.map(([, times]) => times) }
}

/** The layout is TrainingSet's in train.cpp: 32-bit little-endian numbers throughout. */
export function encodeTrainingSet({ passages, pairs }: TrainingText, { words, counts }: Vocabulary): Uint32Array {
  const numbers = new Map(words.map((word, number) => [word, number]))
  const encode = (text: string) => wordsOf(text).flatMap((word) => numbers.get(word) ?? [])
  const out = createNumbers()

  const total = counts.reduce((sum, times) => sum + times, 0)
  out.push([words.length, ...new Uint32Array(Float32Array.from(counts, (times) => times / total).buffer)])

  out.push([passages.length])
  for (const passage of passages) {
    const encoded = encode(passage)
    out.push([encoded.length])
    out.push(encoded)
  }

  const encodedPairs = pairs
    .map((pair) => ({ ...pair, asked: encode(pair.query), said: encode(pair.passage) }))
    .filter(({ asked, said }) => asked.length > 0 && said.length > 0 && asked.join() !== said.join())
  const groupOf = createNumbering()
  out.push([encodedPairs.length])
  for (const { kind, asked, said } of encodedPairs) {
    const repeat = Math.round((REPEATS[kind] ?? 1) * 100)
    out.push([groupOf(asked.join()), groupOf(said.join()), repeat, asked.length, said.length])
    out.push(asked)
    out.push(said)
  }

  out.push([FRAMES.length])
  for (const [before, after] of FRAMES.map((frame) => frame.map(encode))) {
    out.push([before?.length ?? 0, after?.length ?? 0, ...(before ?? []), ...(after ?? [])])
  }
  return out.taken()
}

function createNumbering() {
  const numbers = new Map<string, number>()
  return (text: string) => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
}

function createNumbers() {
  let held = new Uint32Array(1 << 20)
  let length = 0
  return {
    push(numbers: readonly number[]) {
      while (length + numbers.length > held.length) {
        const larger = new Uint32Array(held.length * 2)
        larger.set(held)
        held = larger
      }
      held.set(numbers, length)
      length += numbers.length
    },
    taken: () => held.subarray(0, length),
  }
}
