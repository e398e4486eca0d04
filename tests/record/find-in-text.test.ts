import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInText } from '../../src-main/record/find-in-text.ts'

const found = (text: string, query: string) =>
  findInText(text, query).map(({ start, length }) => text.slice(start, start + length))

test('finds every place, none of them overlapping', () => {
  expect(found('aaaa', 'aa')).toEqual(['aa', 'aa'])
  expect(found('Iron, iron and IRON.', 'iron')).toEqual(['Iron', 'iron', 'IRON'])
})

test('takes accents, ligatures and white space as a person does', () => {
  expect(found('Crème\n\tbrûlée', 'creme brulee')).toEqual(['Crème\n\tbrûlée'])
  expect(found('a ﬁbrous plaque', 'fibrous')).toEqual(['ﬁbrous'])
  expect(found('Mu\u0308ller', 'müller')).toEqual(['Mu\u0308ller'])
  expect(found('no such thing', '   ')).toEqual([])
})

test('whatever a text holds, a piece of it is found where it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(39), fc.nat(39), (text, a, b) => {
      const units = [...text]
      const [from, until] = [Math.min(a, b) % units.length, (Math.max(a, b) % units.length) + 1]
      const piece = units.slice(from, until).join('')
      for (const { start, length } of findInText(text, piece)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(start + length).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})
