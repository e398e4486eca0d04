import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSentenceStream, type WrittenSentence } from '../../../src-main/answer/model/sentence-stream.ts'

function readPieces(pieces: readonly string[]) {
  const stream = createSentenceStream()
  const sentences = pieces.flatMap((piece) => stream.push(piece))
  return { sentences, isWhole: stream.isWhole(), insufficient: stream.insufficient() }
}

/** Cuts a text where the numbers say. */
function cut(text: string, at: readonly number[]): string[] {
  const places = [0, ...at.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b)
  return places.slice(1).map((end, index) => text.slice(places[index], end))
}

const worded = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => text.trim() !== '' && !text.includes('\uFFFD'))
const sentence: fc.Arbitrary<WrittenSentence> = fc.record({
  text: worded.map((text) => text.trim()),
  cites: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
})
const answer = fc.record({ sentences: fc.array(sentence, { maxLength: 4 }), insufficient: fc.boolean() })
const places = fc.array(fc.nat(), { maxLength: 40 })

test('however an answer is cut into pieces, its sentences are the same', () => {
  fc.assert(
    fc.property(answer, places, (written, at) => {
      expect(readPieces(cut(JSON.stringify(written), at))).toEqual({ ...written, isWhole: true })
    }),
  )
})

test('a sentence is told with the piece that closes it, and not before', () => {
  fc.assert(
    fc.property(answer, (written) => {
      const stream = createSentenceStream()
      let text = ''
      let told = 0
      for (const letter of JSON.stringify(written)) {
        text += letter
        told += stream.push(letter).length
        const closed = written.sentences.filter((_, at) =>
          text.startsWith(JSON.stringify({ sentences: written.sentences.slice(0, at + 1) }).slice(0, -2)),
        )
        expect(told).toBe(closed.length)
      }
    }),
    { numRuns: 30 },
  )
})

test('of an answer that breaks off, the sentences that were closed stand, and nothing is said of the rest', () => {
  fc.assert(
    fc.property(answer, fc.nat(), (written, place) => {
      const text = JSON.stringify(written)
      const { sentences, isWhole, insufficient } = readPieces([text.slice(0, place % text.length)])
      expect(written.sentences.slice(0, sentences.length)).toEqual(sentences)
      expect({ isWhole, insufficient }).toEqual({ isWhole: false, insufficient: undefined })
    }),
  )
})

test('any text at all is read without failing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), places, (text, at) => {
      const whole = readPieces([text])
      expect(readPieces(cut(text, at))).toEqual(whole)
      for (const { text: said, cites } of whole.sentences) {
        expect(said).not.toBe('')
        expect(cites.every(Number.isInteger)).toBe(true)
      }
    }),
  )
})

test.each([
  ['no words', '{"text":" ","cites":[1]}'],
  ['a number for its words', '{"text":1,"cites":[1]}'],
  ['half a letter', '{"text":"a\uFFFD","cites":[1]}'],
  ['no citations', '{"text":"a"}'],
  ['a word for a citation', '{"text":"a","cites":["1"]}'],
  ['half a citation', '{"text":"a","cites":[1.5]}'],
])('an object with %s is no sentence, and the next one is still read', (_, object) => {
  const { sentences, insufficient } = readPieces([
    `{"sentences":[${object},{"text":"b","cites":[2,2]}],"insufficient":true}`,
  ])
  expect(sentences).toEqual([{ text: 'b', cites: [2] }])
  expect(insufficient).toBe(true)
})

test('an object that is no JSON is no sentence, and nothing is known of the whole', () => {
  const pieces = ['{"sentences":[{text:"a","cites":[1]},{"text":"b","cites":[2]}],"insufficient":true}']
  expect(readPieces(pieces)).toEqual({ sentences: [{ text: 'b', cites: [2] }], isWhole: true, insufficient: false })
})

test('what comes behind the answer is not read', () => {
  expect(readPieces(['{"sentences":[],"insufficient":false}{"sentences":[{"text":"a","cites":[1]}]'])).toEqual({
    sentences: [],
    isWhole: true,
    insufficient: false,
  })
})
