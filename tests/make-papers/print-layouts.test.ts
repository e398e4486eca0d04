import { describe, expect, test } from 'vitest'
import { printForm } from '../../tools/make-papers/print/form-page.ts'
import { labFamilies } from '../../tools/make-papers/print/labs/families.ts'
import { heldOutFamilies } from '../../tools/make-papers/print/labs/held-out-labs.ts'
import { printLetter } from '../../tools/make-papers/print/letter-page.ts'
import type { Page } from '../../tools/make-papers/print/page.ts'
import { truthOf } from '../../tools/make-papers/print/truth.ts'
import { createRandom, type Random } from '../../tools/make-papers/random.ts'

const seeds = [1, 2, 3, 5, 8, 13, 21, 34]
const layouts: readonly { name: string; print: (random: Random) => Page }[] = [
  ...labFamilies,
  ...heldOutFamilies,
  { name: 'form', print: (random) => printForm(random).page },
  { name: 'letter in 8 points', print: (random) => printLetter({ face: 'serif', size: 8 }, random) },
  { name: 'letter in 11 points', print: (random) => printLetter({ face: 'sans', size: 11, paper: 'A4' }, random) },
]

describe('the layouts', () => {
  test('are at least eight to tune on and two held out, none in both', () => {
    expect(new Set(labFamilies.map(({ name }) => name)).size).toBeGreaterThanOrEqual(8)
    expect(heldOutFamilies.length).toBe(2)
    expect(labFamilies.map(({ print }) => print)).not.toContain(heldOutFamilies[0]?.print)
    const tuned = new Set(labFamilies.map(({ name }) => name))
    for (const { name } of heldOutFamilies) expect(tuned.has(name)).toBe(false)
  })

  test.each(layouts.map((layout) => [layout.name, layout] as const))(
    'a page of %s lets no word leave it or touch another, whatever the seed',
    (_, { print }) => {
      for (const seed of seeds) {
        const page = print(createRandom(seed))
        const drawn = page.marks.filter(({ kind }) => kind === 'word').length
        const { words } = truthOf(page, (point) => point, page)
        expect(words.length, `seed ${seed}`).toBe(drawn)
        expect(overlapping(words), `seed ${seed}`).toEqual([])
        for (const { box } of words) {
          expect(box[0], `seed ${seed}`).toBeGreaterThan(0.02)
          expect(box[0] + box[2], `seed ${seed}`).toBeLessThan(0.98)
        }
      }
    },
  )

  test('of laboratories differ from seed to seed in most of their numbers', () => {
    for (const { name, print } of [...labFamilies, ...heldOutFamilies]) {
      const [one, other] = [numbersOf(print(createRandom(1))), numbersOf(print(createRandom(2)))]
      expect(one.size, name).toBeGreaterThan(15)
      expect([...one].filter((word) => !other.has(word)).length, name).toBeGreaterThan(one.size / 5)
    }
  })
})

function overlapping(words: ReturnType<typeof truthOf>['words']): string[] {
  const sorted = words.toSorted((a, b) => a.box[1] - b.box[1])
  return sorted.flatMap((one, i) => {
    const [x, y, width, height] = one.box
    const hits: string[] = []
    for (const { text, box } of sorted.slice(i + 1)) {
      if (box[1] >= y + height) break
      if (box[0] < x + width && box[0] + box[2] > x) hits.push(`${one.text} ${text}`)
    }
    return hits
  })
}

const numbersOf = (page: Page) =>
  new Set(page.marks.flatMap((mark) => (mark.kind === 'word' && /\d/.test(mark.text) ? [mark.text] : [])))
