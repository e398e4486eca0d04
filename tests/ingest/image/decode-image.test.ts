import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readImageHeader } from '../../../src-main/ingest/image/image-header.ts'
import { writeTiff } from '../../../tools/make-papers/tiff.ts'
import { decodeAll, decodeAs, decodeOne } from './decode-all.ts'
import { corners, draw, drawGrey, expectCorners, HEIGHT, WIDTH } from './drawing.ts'
import { writeBmp } from './write-bmp.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/images/${name}`, import.meta.url))

test.each([
  ['JPEG', () => draw().jpeg({ quality: 90 })],
  ['progressive JPEG', () => draw().jpeg({ progressive: true })],
  ['grey JPEG', () => draw().toColourspace('b-w').jpeg()],
  ['CMYK JPEG', () => draw().toColourspace('cmyk').jpeg({ quality: 95 })],
  ['PNG', () => draw().png()],
  ['PNG with a palette', () => draw().png({ palette: true })],
  ['interlaced PNG', () => draw().png({ progressive: true })],
  ['PNG of 16 bits', () => draw().toColourspace('rgb16').png()],
  ['grey PNG of 16 bits', () => draw().toColourspace('grey16').png()],
  ['WebP', () => draw().webp({ quality: 90 })],
  ['lossless WebP', () => draw().webp({ lossless: true })],
  ['TIFF', () => draw().tiff({ compression: 'none' })],
  ['packed TIFF', () => draw().tiff({ compression: 'lzw' })],
  ['TIFF that holds JPEG', () => draw().tiff({ compression: 'jpeg', quality: 90 })],
  ['TIFF in tiles', () => draw().tiff({ tile: true, compression: 'deflate' })],
  ['TIFF of 16 bits', () => draw().toColourspace('rgb16').tiff({ compression: 'deflate' })],
  ['CMYK TIFF', () => draw().toColourspace('cmyk').tiff({ compression: 'deflate' })],
  ['JPEG with a colour profile', () => draw().withIccProfile('p3').jpeg({ quality: 95 })],
  ['CMYK JPEG with a colour profile', () => draw().withIccProfile('cmyk').toColourspace('cmyk').jpeg({ quality: 95 })],
] as const)('a %s becomes a grey page of its size', async (name, encode) => {
  const file = await encode().toBuffer()
  const page = await decodeOne(file)
  expect([page.raster.width, page.raster.height]).toEqual([WIDTH, HEIGHT])
  expect(page).toMatchObject({ number: 1, pages: 1, camera: false, damaged: false })
  // without its profile, the darkest of CMYK is not quite black
  expectCorners(page.raster, [0, 128, 255, 255], name.startsWith('CMYK') ? 40 : 6)
})

test.each(['png', 'webp', 'tiff'] as const)('what is transparent in a %s is paper', async (format) => {
  const { data, width, height } = drawGrey()
  // black everywhere, and seen only where the drawing is dark
  const rgba = Buffer.alloc(width * height * 4)
  for (let i = 0; i < data.length; i += 1) rgba[i * 4 + 3] = 255 - (data[i] as number)
  const file = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .toFormat(format, format === 'tiff' ? { compression: 'lzw' } : {})
    .toBuffer()
  expectCorners((await decodeOne(file)).raster)
})

/** What a viewer must undo: the drawing as it is stored so that the tag shows it upright. */
const stored = {
  1: () => draw(),
  2: () => draw().flop(),
  3: () => draw().rotate(180),
  4: () => draw().flip(),
  // sharp mirrors before it turns, in whatever order it is asked
  5: () => draw().flop().rotate(270),
  6: () => draw().rotate(270),
  7: () => draw().flop().rotate(90),
  8: () => draw().rotate(90),
} as const

test.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
  'a photo with the EXIF orientation %i stands upright',
  async (orientation) => {
    const pixels = await stored[orientation]().png().toBuffer()
    const file = await sharp(pixels).withMetadata({ orientation }).jpeg({ quality: 90 }).toBuffer()
    const { raster } = await decodeOne(file)
    expect([raster.width, raster.height]).toEqual([WIDTH, HEIGHT])
    expectCorners(raster)
  },
)

test.each(['png', 'webp', 'tiff'] as const)('a %s is turned by its orientation as well', async (format) => {
  const pixels = await stored[6]().png().toBuffer()
  const { raster } = await decodeOne(await sharp(pixels).withMetadata({ orientation: 6 }).toFormat(format).toBuffer())
  expect([raster.width, raster.height]).toEqual([WIDTH, HEIGHT])
  expectCorners(raster)
})

test.each([
  ['one bit', { bits: 1 }],
  ['one bit, white first', { bits: 1, palette: [255, 0] }],
  ['four bits', { bits: 4 }],
  ['eight bits', { bits: 8 }],
  ['eight bits with the header of OS/2', { bits: 8, isCore: true }],
  ['sixteen bits', { bits: 16 }],
  ['24 bits', { bits: 24 }],
  ['24 bits from the top down', { bits: 24, isTopDown: true }],
  ['32 bits', { bits: 32 }],
  ['masks', { bits: 32, compression: 3, masks: [0xff00_0000, 0x00ff_0000, 0x0000_ff00] }],
] as const)('a bitmap of %s becomes a grey page', async (_name, form) => {
  const page = await decodeOne(writeBmp(drawGrey(WIDTH - 1), form))
  expect([page.raster.width, page.raster.height, page.dpi]).toEqual([
    WIDTH - 1,
    HEIGHT,
    'isCore' in form ? undefined : 100,
  ])
  const grey = form.bits === 1 ? 255 : 128
  expectCorners(page.raster, [0, grey, 255, 255], 8)
})

test('the run lengths of a bitmap are unpacked: runs, moves, single pixels, in bytes and in half bytes', async () => {
  const blank = { width: 6, height: 3, data: new Uint8Array(18) }
  const palette = [255, 0, 128, ...Array(253).fill(255)]
  // from the bottom: two black and two grey; nothing; two to the right and a line up were skipped to one grey
  const bytes = Buffer.from([2, 1, 0, 3, 2, 2, 1, 0, 0, 0, 0, 2, 2, 1, 1, 2, 0, 1])
  const halves = Buffer.from([2, 0x11, 0, 3, 0x22, 0x10, 0, 0, 0, 2, 2, 1, 1, 0x20, 0, 1])
  for (const [bits, packed] of [
    [8, bytes],
    [4, halves],
  ] as const) {
    const file = writeBmp(blank, {
      bits,
      compression: bits === 8 ? 1 : 2,
      packed,
      palette: palette.slice(0, 2 ** bits),
    })
    const { raster } = await decodeOne(file)
    expect([...raster.data]).toEqual([
      255, 255, 128, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 128, 128, 0, 255,
    ])
  }
})

const faxTags = { 256: 200, 257: 100, 258: 1, 259: 1, 277: 1, 278: 100, 282: 204, 283: 98, 296: 2 }

test.each([0, 1])('a fax is black on white where 0 means %i', async (photometric) => {
  const strip = Buffer.alloc(25 * 100, photometric === 0 ? 0 : 0xff)
  // the upper left corner in ink
  for (let y = 0; y < 30; y += 1) strip.fill(photometric === 0 ? 0xff : 0, y * 25, y * 25 + 8)
  const { raster } = await decodeOne(writeTiff([{ tags: { ...faxTags, 262: photometric }, strip }]))
  expectCorners(raster, [0, 255, 255, 255])
})

test('a fax of normal resolution gets back the height that it lost on the line', async () => {
  const strip = Buffer.alloc(25 * 100, 0xff).fill(0, 0, 25 * 20)
  const page = await decodeOne(writeTiff([{ tags: { ...faxTags, 256: 200, 262: 1 }, strip }]))
  expect([page.raster.width, page.raster.height]).toEqual([200, 208])
  expectCorners(page.raster, [0, 0, 255, 255])
})

test('Group 4 faxes of several pages are read page by page, the resolution known', async () => {
  const sheet = async (seed: number) =>
    sharp({ create: { width: 1728, height: 1100, channels: 3, background: 'white' } })
      .composite([{ input: await draw().png().toBuffer(), left: 200 * seed, top: 40 }])
      .removeAlpha()
      .png()
      .toBuffer()
  const file = await sharp(await Promise.all([sheet(0), sheet(1), sheet(2)]), { join: { animated: true } })
    .threshold(100)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 196 / 25.4 })
    .toBuffer()
  const pages = await decodeAll(file)
  expect(pages).toMatchObject([
    { number: 1, pages: 3, dpi: 204 },
    { number: 2, pages: 3, dpi: 204 },
    { number: 3, pages: 3, dpi: 204 },
  ])
  for (const [i, page] of pages.entries()) {
    if ('failed' in page) throw new Error('failed')
    expect(page.raster.data[page.raster.width * 50 + 200 * i + 10]).toBe(0)
    expect(page.raster.data[page.raster.width * 50 + 200 * i - 10]).toBe(255)
  }
  expect(await decodeAll(file, { fromPage: 3 })).toMatchObject([{ number: 3, pages: 3 }])
})

test('a fax with bad lines keeps its sound ones and is said to be damaged', async () => {
  const file = await draw(1200, 800)
    .threshold(100)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer()
  // within the codes of the second of four strips: zeros are none
  file.fill(0, file.length >> 2, (file.length >> 2) + 4)
  const page = await decodeOne(file)
  expect(page.damaged).toBe(true)
  expectCorners(page.raster, [0, 255, 255, 255])
})

/** Grey, uncompressed, one strip. */
function greyPart(tone: number, tags = {}) {
  return {
    tags: { 256: 60, 257: 40, 258: 8, 259: 1, 262: 1, 277: 1, 278: 40, 282: 200, 283: 200, 296: 2, ...tags },
    strip: Buffer.alloc(2400, tone),
  }
}
const tonesOf = async (file: Uint8Array) =>
  (await decodeAll(file)).map((page) => ('failed' in page ? 'failed' : corners(page.raster)[0]))

test('a TIFF is read in either byte order and with either size of offsets', async () => {
  for (const isBigEndian of [false, true])
    for (const isBig of [false, true])
      expect(await tonesOf(writeTiff([greyPart(10), greyPart(20), greyPart(30)], { isBigEndian, isBig }))).toEqual([
        10, 20, 30,
      ])
})

test('a damaged page of a TIFF costs only itself', async () => {
  expect(await tonesOf(writeTiff([greyPart(10), greyPart(20, { 273: 9_999_999 }), greyPart(30)]))).toEqual([
    10,
    'failed',
    30,
  ])
  expect(await tonesOf(writeTiff([greyPart(10), greyPart(20, { 256: 0 }), greyPart(30)]))).toEqual([10, 'failed', 30])
  const cut = writeTiff([greyPart(10), greyPart(20), greyPart(30)])
  expect(await tonesOf(cut.subarray(0, cut.length - 100))).toEqual([10, 20, 'failed'])
})

test('pages that name one another as the next are read once each', async () => {
  expect(await tonesOf(writeTiff([greyPart(10), greyPart(20)], { lastLinksTo: 0 }))).toEqual([10, 20])
})

test('thumbnails within a TIFF are no pages', async () => {
  expect(await tonesOf(writeTiff([greyPart(10), greyPart(20, { 254: 1 }), greyPart(30, { 254: 2 })]))).toEqual([10, 30])
})

test('a resolution is told only where it makes a likely sheet', async () => {
  const dpiOf = async (tags: object) => (await decodeOne(writeTiff([greyPart(10, tags)]))).dpi
  expect(await dpiOf({ 256: 480, 257: 5, 282: 200, 283: 200 })).toBe(200)
  expect(await dpiOf({ 256: 480, 257: 5, 282: 79, 283: 79, 296: 3 })).toBe(201)
  expect(await dpiOf({ 256: 480, 257: 5, 282: 72, 283: 72 })).toBeUndefined()
  expect(await dpiOf({ 256: 480, 257: 5, 282: 1000, 283: 1000 })).toBeUndefined()
  expect(await dpiOf({ 256: 480, 257: 5, 282: 0, 283: 0 })).toBeUndefined()
})

const exif = {
  IFD0: { Make: 'Synthetic Cameras', Model: 'Drawing 1' },
  IFD2: { ExposureTime: '1/60', BodySerialNumber: 'S-7741' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
}

test('a photo is told from a scan, and nothing else of what EXIF says comes out', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const photo = await decodeOne(await draw().withExif(exif).toFormat(format).toBuffer())
    expect(photo.camera).toBe(true)
    expect(Object.keys(photo).sort()).toEqual(['camera', 'damaged', 'number', 'pages', 'raster'])
    const scan = await draw().withExif({ IFD0: exif.IFD0 }).toFormat(format).toBuffer()
    expect((await decodeOne(scan)).camera).toBe(false)
  }
})

test('a photo that was cut while it was sent is read as far as it goes, and said to be damaged', async () => {
  const file = await draw(960, 640).jpeg({ quality: 90 }).toBuffer()
  const noise = await sharp({
    create: {
      width: 960,
      height: 640,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 200, sigma: 20 },
    },
  })
    .jpeg()
    .toBuffer()
  expectCorners((await decodeOne(file.subarray(0, file.length - 2))).raster)
  const cut = await decodeOne(noise.subarray(0, Math.floor(noise.length * 0.8)))
  expect(cut.damaged).toBe(true)
  expect(corners(cut.raster).slice(2)).toEqual([255, 255])
  const seen = cut.raster.data.subarray(0, 960 * 400)
  expect(seen.filter((tone) => tone === 255 || tone === 128).length).toBeLessThan(seen.length / 10)
  await expect(decodeOne(noise.subarray(0, Math.floor(noise.length * 0.3)))).rejects.toMatchObject({
    code: 'image/damaged',
  })
})

test('no loader but those of the formats named is reached', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  const avif = await draw().avif().toBuffer()
  for (const bytes of [svg, gif, avif])
    for (const format of ['png', 'jpeg', 'webp', 'tiff', 'bmp', 'heic'] as const)
      await expect(decodeAs(bytes, format)).rejects.toMatchObject({ code: 'image/damaged' })
})

test('the header tells size and pages', async () => {
  const two = writeTiff([greyPart(1), greyPart(2)])
  expect(await readImageHeader(two, 'tiff')).toEqual({ width: 60, height: 40, pages: 2 })
  expect(await readImageHeader(await draw().png().toBuffer(), 'png')).toEqual({
    width: WIDTH,
    height: HEIGHT,
    pages: 1,
  })
  expect(await readImageHeader(writeBmp(drawGrey(), { bits: 1 }), 'bmp')).toEqual({
    width: WIDTH,
    height: HEIGHT,
    pages: 1,
  })
  expect(await readImageHeader(fixture('two-pictures.heic'), 'heic')).toEqual({
    width: WIDTH,
    height: HEIGHT,
    pages: 2,
  })
})
