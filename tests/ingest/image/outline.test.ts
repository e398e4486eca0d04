import { expect, test } from 'vitest'
import { findPageOutline } from '../../../src-main/ingest/image/page-outline.ts'
import { type Quad, quadArea } from '../../../src-main/ingest/image/quad.ts'
import { type PhotoOptions, takePhoto } from './photographer.ts'

/** Greatest distance of a corner from where it truly is, in pixels of a picture whose long side is 700. */
function cornerError(seed: number, options: PhotoOptions): number {
  const { raster, corners } = takePhoto(seed, { longSide: 1000, ...options })
  const quad = findPageOutline(raster)
  return quad ? (700 / 1000) * Math.max(...quad.map((corner) => nearest(corner, corners))) : Number.POSITIVE_INFINITY
}

/** The sheet may be turned so far that another of its corners is the picture's upper left. */
function nearest([x, y]: Quad[number], corners: Quad): number {
  return Math.min(...corners.map(([cx, cy]) => Math.hypot(x - cx, y - cy)))
}

test.for(['dark', 'grey', 'white', 'wood', 'planks', 'tiles', 'marble'] as const)(
  'a sheet on a desk of the kind %s is found to a pixel or two',
  (desk) => {
    const sheet = (['letter', 'table', 'form'] as const)[desk.length % 3] ?? 'letter'
    expect(cornerError(11, { desk, sheet, clutter: false, fill: 0.85 })).toBeLessThan(3)
  },
)

test('other sheets, pens and a keyboard round the sheet do not mislead', () => {
  expect(cornerError(12, { desk: 'wood', sheet: 'letter', clutter: true, fill: 0.8 })).toBeLessThan(3)
  expect(cornerError(13, { desk: 'grey', sheet: 'table', clutter: true, fill: 0.8 })).toBeLessThan(3)
})

test.for([
  ['grey', 14],
  ['white', 505],
] as const)('a dark band printed across the top belongs to the sheet, on a %s desk too', ([desk, seed]) => {
  expect(cornerError(seed, { desk, sheet: 'banner', clutter: false, fill: 0.8 })).toBeLessThan(6)
})

test('a corner outside the picture is found where the sides meet', () => {
  const { raster, corners } = takePhoto(15, {
    desk: 'dark',
    sheet: 'letter',
    clutter: false,
    longSide: 1000,
    fill: 1,
    shift: [0.02, 0],
    roll: 9,
  })
  const outside = corners.filter(([x, y]) => x < 0 || y < 0 || x > raster.width || y > raster.height)
  expect(outside.length).toBeGreaterThan(0)
  const quad = findPageOutline(raster)
  expect(quad && Math.max(...quad.map((corner) => nearest(corner, corners)))).toBeLessThan(5)
})

test('a sheet that fills the picture has no outline, however many frames and shaded rows are on it', () => {
  for (const [seed, sheet] of [
    [16, 'table'],
    [17, 'form'],
    [18, 'dense'],
  ] as const) {
    const { raster } = takePhoto(seed, {
      desk: 'dark',
      sheet,
      clutter: false,
      longSide: 1000,
      fill: 1.7,
      shift: [0, 0],
      roll: 2,
    })
    expect(findPageOutline(raster)).toBeUndefined()
  }
})

test('a desk without a sheet has no outline', () => {
  const { raster } = takePhoto(19, { desk: 'wood', clutter: false, longSide: 1000, fill: 0.6, shift: [1.2, 0] })
  expect(findPageOutline(raster)).toBeUndefined()
})

test('what is found always holds the sheet: none of its writing is cut away', () => {
  for (let seed = 40; seed < 48; seed += 1) {
    const { raster, corners, place } = takePhoto(seed, { longSide: 800 })
    const quad = findPageOutline(raster)
    if (!quad) continue
    expect(quadArea(quad), `seed ${seed}`).toBeGreaterThan(0.9 * quadArea(corners))
    for (const u of [0.1, 0.5, 0.9])
      for (const v of [0.1, 0.5, 0.95]) expect(isWithin(quad, place(u, v)), `seed ${seed}`).toBe(true)
  }
})

function isWithin(quad: Quad, [x, y]: readonly [number, number]): boolean {
  return quad.every(([ax, ay], i) => {
    const [bx, by] = quad[(i + 1) & 3] as Quad[number]
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
  })
}
