import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../../../tools/make-papers/random.ts'
import { addNoise } from '../../../../tools/make-papers/records/noise.ts'
import { makeRecords } from '../../../../tools/make-papers/records/records.ts'
import { scanned } from '../../../../tools/make-papers/records/topics/scanned.ts'
import { askedTopics } from './asked-topics.ts'

const pages = makeRecords(
  askedTopics.flatMap(({ topics }) => topics),
  1,
).flatMap((record) => record.pages)

test('a scanned page keeps its anchors where its damaged words are, and every other page its letters', () => {
  const scans = pages.filter(({ scan }) => scan !== undefined)
  expect(scans.flatMap(({ anchors }) => anchors).length).toBe(scanned.length)
  expect(new Set(scans.map(({ scan }) => scan?.rate))).toEqual(new Set([0.02, 0.05]))
  for (const { text, anchors, scan } of scans) {
    if (scan === undefined) continue
    const hits = Math.round(text.length * scan.rate)
    expect(scan.noisyText).not.toBe(text)
    expect(Math.abs(scan.noisyText.length - text.length)).toBeLessThanOrEqual(hits)
    scan.anchors.forEach((moved, at) => {
      const clean = anchors[at]
      if (clean === undefined) throw new Error('an anchor was lost')
      const [before, after] = [text.slice(clean.start, clean.end), scan.noisyText.slice(moved.start, moved.end)]
      expect(moved.about).toEqual(clean.about)
      expect(Math.abs(before.length - after.length)).toBeLessThanOrEqual(hits)
      // sentences end as they ended: a span that slipped would not
      expect(after.at(-1)).toBe('.')
    })
  }
  const damaged = scans.filter(({ text, anchors, scan }) =>
    anchors.some(({ start, end }) => !scan?.noisyText.includes(text.slice(start, end))),
  )
  expect(damaged.length).toBeGreaterThan(scans.length / 2)
})

test('noise changes as many places as its rate says, and nothing at a rate of zero', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('x', 'z', ' ', 'k'), { maxLength: 80 }), fc.nat(1000), (letters, seed) => {
      // only the l can be taken for another letter here, one for one
      const clean = letters.join('l')
      const rate = 0.2
      const { text } = addNoise(clean, [], rate, createRandom(seed))
      const changed = [...clean].filter((letter, at) => letter !== text[at]).length
      const most = [...clean].filter((letter) => letter === 'l').length
      expect(changed).toBe(Math.min(most, Math.round(clean.length * rate)))
      expect(addNoise(clean, [], 0, createRandom(seed)).text).toBe(clean)
    }),
  )
})
