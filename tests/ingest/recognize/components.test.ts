import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InkMap } from '../../../src-main/ingest/image/raster.ts'
import { eraseComponents, findComponents } from '../../../src-main/ingest/recognize/components.ts'

const maps = fc.integer({ min: 1, max: 12 }).chain((width) =>
  fc
    .array(fc.array(fc.constantFrom(0, 0, 1), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 12,
    })
    .map((rows): InkMap => ({ width, height: rows.length, data: Uint8Array.from(rows.flat()) })),
)

test('components are those that a flood from pixel to pixel finds, with their boxes and areas', () => {
  fc.assert(
    fc.property(maps, (ink) => {
      const { count, left, top, right, bottom, area } = findComponents(ink)
      const found = Array.from({ length: count }, (_, c) => [left[c], top[c], right[c], bottom[c], area[c]].join())
      expect(found.sort()).toEqual(flooded(ink).sort())
    }),
    { numRuns: 400 },
  )
})

test('what is erased is gone, and nothing else', () => {
  fc.assert(
    fc.property(maps, fc.nat(), (ink, pick) => {
      const components = findComponents(ink)
      if (components.count === 0) return
      const c = pick % components.count
      const before = ink.data.reduce((sum, value) => sum + value, 0)
      eraseComponents(
        ink,
        components,
        Uint8Array.from({ length: components.count }, (_, i) => (i === c ? 1 : 0)),
        0,
      )
      expect(findComponents(ink).count).toBe(components.count - 1)
      expect(ink.data.reduce((sum, value) => sum + value, 0)).toBe(before - (components.area[c] ?? 0))
    }),
  )
})

function flooded({ width, height, data }: InkMap): string[] {
  const left = Uint8Array.from(data)
  const boxes: string[] = []
  for (let start = 0; start < left.length; start++) {
    if (left[start] !== 1) continue
    const stack = [start]
    const members: number[] = []
    left[start] = 0
    while (stack.length > 0) {
      const at = stack.pop() as number
      members.push(at)
      for (const dy of [-1, 0, 1])
        for (const dx of [-1, 0, 1]) {
          const [x, y] = [(at % width) + dx, Math.floor(at / width) + dy]
          if (x < 0 || y < 0 || x >= width || y >= height || left[y * width + x] !== 1) continue
          left[y * width + x] = 0
          stack.push(y * width + x)
        }
    }
    const [xs, ys] = [members.map((at) => at % width), members.map((at) => Math.floor(at / width))]
    boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), members.length].join())
  }
  return boxes
}
