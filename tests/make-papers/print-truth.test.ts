import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { writeByHand } from '../../tools/make-papers/print/handwriting.ts'
import { LETTER, type Page } from '../../tools/make-papers/print/page.ts'
import { createPen } from '../../tools/make-papers/print/pen.ts'
import { printFax } from '../../tools/make-papers/print/print-fax.ts'
import { printPhoto } from '../../tools/make-papers/print/print-photo.ts'
import { printScan } from '../../tools/make-papers/print/print-scan.ts'
import type { Box } from '../../tools/make-papers/print/truth.ts'
import { createRandom } from '../../tools/make-papers/random.ts'

describe('the truth of a printed page', () => {
  test('of a straight scan: every box is tight round ink, and no ink is outside', async () => {
    const scan = await printScan(wordsPage(), { dpi: 200 }, createRandom(1))
    check(
      await grey(scan.image),
      scan.truth.words.map(({ box }) => box),
      { slack: 1.5, tight: 2 },
    )
  })

  test.each([1, 2, 3] as const)('of a scan laid down askew and turned by %i quarters', async (turn) => {
    const scan = await printScan(wordsPage(), { dpi: 150, skewDegrees: 2.7, turn, jpegQuality: 90 }, createRandom(2))
    check(
      await grey(scan.image),
      scan.truth.words.map(({ box }) => box),
      { slack: 2, tight: 3.5 },
    )
  })

  test.each([1, 6, 7] as const)(
    'of a photo stored with EXIF orientation %i, as it is shown',
    async (exifOrientation) => {
      const photo = await printPhoto(
        wordsPage(),
        {
          size: { width: 1650, height: 2200 },
          pose: { leanDegrees: 12, pitchDegrees: -10, rollDegrees: 3, fill: 0.8 },
          light: { falloff: 0, shadow: 0, tint: [1, 1, 1] },
          noise: 1,
          jpegQuality: 92,
          exifOrientation,
        },
        createRandom(3),
      )
      expect((await sharp(photo.image).metadata()).orientation).toBe(exifOrientation)
      const picture = await grey(photo.image)
      expect([picture.width, picture.height]).toEqual([photo.width, photo.height])
      check(
        picture,
        photo.truth.words.map(({ box }) => box),
        { slack: 2.5, tight: 3.5, ink: 185 },
      )
    },
  )

  test('of a fax counts fractions on pixels that are not square', async () => {
    const fax = await printFax([wordsPage(), wordsPage()], { sender: 'A LONG NAME', lost: 0 }, createRandom(4))
    expect(await sharp(fax.image).metadata()).toMatchObject({ pages: 2, width: 1734, height: 2156 })
    for (const [page, { truth }] of fax.pages.entries()) {
      expect(truth.words.map(({ text }) => text)).toContain(`${page + 1}/2`)
      check(
        await grey(fax.image, page),
        truth.words.map(({ box }) => box),
        { slack: 2.5, tight: 3, specks: 60 },
      )
    }
  })

  test('of handwriting is one box for each piece, tight round its strokes', async () => {
    const random = createRandom(5)
    const written = [120, 300].map((baseline) => writeByHand({ x: 90, baseline, width: 260, height: 8 }, random))
    const page: Page = { ...LETTER, marks: written }
    const { image, truth } = await printScan(page, { dpi: 150 }, random)
    expect(truth.words).toEqual([])
    expect(truth.handwriting.length).toBe(2)
    check(await grey(image), truth.handwriting, { slack: 1.5, tight: 3 })
  })

  test('leaves out words that the edge of the image cuts off', async () => {
    const pose = { leanDegrees: 0, pitchDegrees: 0, rollDegrees: 0, fill: 1.5 }
    const options = { size: { width: 600, height: 800 }, pose, jpegQuality: 80 }
    const { truth } = await printPhoto(wordsPage(), options, createRandom(6))
    const all = wordsPage().marks.length
    expect(truth.words.length).toBeGreaterThan(all / 4)
    expect(truth.words.length).toBeLessThan(all)
    for (const { box } of truth.words) {
      expect(Math.min(...box)).toBeGreaterThanOrEqual(0)
      expect(Math.max(box[0] + box[2], box[1] + box[3])).toBeLessThanOrEqual(1 + 1e-9)
    }
  })
})

/** Words of every height, far enough from each other that a box has nothing else near it. */
function wordsPage(): Page {
  const pen = createPen(LETTER)
  const faces = ['sans', 'serif', 'typewriter', 'humanist', 'book', 'modern', 'narrow', 'terminal'] as const
  for (const [row, face] of faces.entries())
    for (const [column, text] of ['mg/dL', '<0.05', 'Hemoglobin', 'xenon', '1,005-1,030'].entries())
      pen.text(text, 60 + column * 100, 90 + row * 82, {
        face,
        size: 10 + (row % 3),
        italic: column === 3,
        bold: row > 5,
      })
  return pen.finish()
}

interface Picture {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

async function grey(image: Buffer, page = 0): Promise<Picture> {
  const { data, info } = await sharp(image, { page })
    .autoOrient()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grey = Uint8Array.from({ length: info.width * info.height }, (_, i) => data[i * info.channels] ?? 0)
  return { data: grey, width: info.width, height: info.height }
}

interface Bounds {
  /** How far ink may reach out of a box, and how far a box may reach beyond its ink, in pixels. */
  readonly slack: number
  readonly tight: number
  /** How many pixels of ink may be elsewhere. */
  readonly specks?: number
  /** Darker than this is ink. */
  readonly ink?: number
}

function check(picture: Picture, boxes: readonly Box[], { slack, tight, specks = 0, ink = 120 }: Bounds) {
  const { data, width, height } = picture
  const frames = boxes.map(([x, y, w, h]) => ({
    x0: x * width,
    y0: y * height,
    x1: (x + w) * width,
    y1: (y + h) * height,
  }))
  const found = frames.map(() => ({ x0: width, y0: height, x1: 0, y1: 0 }))
  // what lies round a photographed page is dark too
  const hull = { x0: Math.min(...frames.map(({ x0 }) => x0)), x1: Math.max(...frames.map(({ x1 }) => x1)) }
  const rows = { y0: Math.min(...frames.map(({ y0 }) => y0)), y1: Math.max(...frames.map(({ y1 }) => y1)) }
  let stray = 0
  for (let y = Math.ceil(rows.y0 - 4); y < rows.y1 + 4; y += 1)
    for (let x = Math.ceil(hull.x0 - 4); x < hull.x1 + 4; x += 1) {
      if ((data[y * width + x] ?? 255) >= ink) continue
      const i = frames.findIndex(
        ({ x0, y0, x1, y1 }) => x >= x0 - slack && x + 1 <= x1 + slack && y >= y0 - slack && y + 1 <= y1 + slack,
      )
      const box = found[i]
      if (box === undefined) stray += 1
      else Object.assign(box, grown(box, x, y))
    }
  expect(stray).toBeLessThanOrEqual(specks)
  for (const [i, { x0, y0, x1, y1 }] of frames.entries()) {
    const seen = found[i] ?? { x0: 0, y0: 0, x1: 0, y1: 0 }
    const gaps = [seen.x0 - x0, seen.y0 - y0, x1 - seen.x1, y1 - seen.y1]
    expect(Math.max(...gaps), `box ${i}: ${gaps.map((gap) => gap.toFixed(1))}`).toBeLessThanOrEqual(tight)
  }
}

const grown = (box: { x0: number; y0: number; x1: number; y1: number }, x: number, y: number) => ({
  x0: Math.min(box.x0, x),
  y0: Math.min(box.y0, y),
  x1: Math.max(box.x1, x + 1),
  y1: Math.max(box.y1, y + 1),
})
