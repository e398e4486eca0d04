import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type ReadingGroup, type ReadingItem, readingCorpus } from '../../tools/make-papers/print/reading-corpus.ts'
import { twinOf } from '../../tools/make-papers/print/reading-item.ts'

const SEED = 7

async function take(groups: readonly ReadingGroup[], count: number, seed = SEED): Promise<ReadingItem[]> {
  const items: ReadingItem[] = []
  for await (const item of readingCorpus({ seed, groups })) {
    items.push(item)
    if (items.length === count) break
  }
  return items
}

describe('the reading corpus', () => {
  test('is the same for the same seed, whatever else is asked for, and another for another', async () => {
    const [one] = await take(['flat'], 1)
    const [again] = await take(['flat', 'boxes'], 1)
    const [other] = await take(['flat'], 1, SEED + 1)
    expect(one && again && Buffer.compare(one.image, again.image)).toBe(0)
    expect(again?.truth).toEqual(one?.truth)
    expect(other?.truth).not.toEqual(one?.truth)
  })

  test('says of every item what its file says, and which words are numbers', async () => {
    for (const item of [...(await take(['dense'], 2)), ...(await take(['ledger'], 1))]) {
      const { width, height, format } = await sharp(item.image).metadata()
      expect([width, height, format]).toEqual([item.width, item.height, item.format])
      expect(item.truth.words.length).toBeGreaterThan(40)
      item.truth.words.forEach(({ text }, i) => {
        expect(item.numeric.includes(i)).toBe(/\d/.test(text))
      })
    }
  })

  test('gives each photo its flat twin with the same words', async () => {
    const [photo, twin] = await take(['photo', 'photo-twin'], 2)
    expect(twin?.name).toBe(twinOf(photo?.name ?? ''))
    expect(photo?.truth.words.map(({ text }) => text)).toEqual(twin?.truth.words.map(({ text }) => text))
    expect([photo?.width, photo?.height]).toEqual([2448, 3264])
  })

  test('turns pages, stores photos turned and has words on the third page of a TIFF', async () => {
    const items = await take(['boxes'], 8)
    const files = await Promise.all(items.map(({ image }) => sharp(image).metadata()))
    expect(items.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 1, 3, 3])
    expect(files.map(({ orientation }) => orientation ?? 1)).toEqual([1, 1, 1, 6, 8, 3, 1, 1])
    expect(files.slice(6).map(({ pages }) => pages)).toEqual([3, 3])
    expect((items[0]?.width ?? 0) > (items[0]?.height ?? 0)).toBe(true)
  }, 90_000)

  test('plants handwriting on seven of eight pages of the ledger, pictures on most, and names no item twice', async () => {
    const items = await take(['ledger'], 9)
    expect(items.map(({ truth }) => truth.handwriting.length > 0)).toEqual([...Array(7).fill(true), false])
    expect(items.filter(({ truth }) => truth.pictures.length > 0).length).toBeGreaterThanOrEqual(5)
    expect(new Set(items.map(({ name }) => name)).size).toBe(8)
  }, 90_000)
})
