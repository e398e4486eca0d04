import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { printLetter } from '../../tools/make-papers/print/letter-page.ts'
import { printScan } from '../../tools/make-papers/print/print-scan.ts'
import type { Quarters } from '../../tools/make-papers/print/quarter-turn.ts'
import type { Box } from '../../tools/make-papers/print/truth.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { pairWords } from '../eval/pair-words.ts'
import { makePdf, put, rotated } from '../ingest/readers/make-pdf.ts'
import { countedEngines } from '../support/counted-engines.ts'
import { printPage, printPdf, printTiff } from '../support/printed.ts'
import { importAndRead, type TempApp, tempApp, testPassphrase } from '../support/temp-app.ts'
import { imageOf, inkBoxes, inkWithin } from './shown-image.ts'

const SLOW = 180_000

async function take({ api, desk, personId }: TempApp, name: string, bytes: Uint8Array | string) {
  writeFileSync(join(desk, name), bytes)
  const { documents } = await importAndRead(api, personId, [join(desk, name)])
  return documents[0]?.id as DocumentId
}

const wordsOf = async (api: Api, id: DocumentId, number = 1) => {
  const page = await api.documents.page({ id, page: number })
  const words = page.words.map(({ start, length, box }) => ({
    text: page.text.slice(start, start + length),
    box: box as Box,
  }))
  return { page, words }
}

/** What part of a box lies in another one. */
function within([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): number {
  const across = Math.min(ax + aw, bx + bw) - Math.max(ax, bx)
  const down = Math.min(ay + ah, by + bh) - Math.max(ay, by)
  return across > 0 && down > 0 ? (across * down) / (aw * ah) : 0
}

/** Clockwise. */
const turned = ([x, y, w, h]: Box, turn: number): Box =>
  turn === 0 ? [x, y, w, h] : turned([1 - y - h, x, h, w], turn - 1)

/** A linear congruential generator, by its highest byte. */
function createRandomByte(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state >>> 24
  }
}

const caught = (error: unknown) => (error instanceof AppError ? error.code : error)

describe('the words of a page stand where its image shows them', () => {
  test.each([0, 1, 2, 3] as const)(
    'on a scan that came out of the scanner turned by %i quarters',
    async (turn: Quarters) => {
      const temp = await tempApp()
      const letter = printLetter({ face: 'sans', size: 10, greyTable: true, paper: 'A4' }, createRandom(3))
      const scan = await printScan(letter, { dpi: 150, turn, noise: 3, jpegQuality: 80 }, createRandom(4))
      const id = await take(temp, 'scan.jpg', scan.image)
      const { page, words } = await wordsOf(temp.api, id)
      expect(page).toMatchObject({ number: 1, pages: 1, turn: (4 - turn) % 4, method: 'ocr' })
      expect((page.size?.width ?? 0) / (page.size?.height ?? 1)).toBeCloseTo(letter.width / letter.height, 2)
      expect(page.size?.width).toBeCloseTo((letter.width * 96) / 72, -1)

      const truth = scan.truth.words.map(({ text, box }) => ({ text, box: turned(box, page.turn) }))
      const { pairs } = pairWords(truth, words)
      expect(pairs.length).toBeGreaterThan(0.9 * truth.length)
      const overlaps = pairs.map((pair) => within(pair.truth.box, pair.read.box))
      expect(overlaps.filter((overlap) => overlap >= 0.8).length).toBeGreaterThan(0.98 * pairs.length)

      const image = await imageOf(temp.api, id, 1, 900)
      expect([image.width, image.height]).toEqual([900, Math.round((900 * letter.height) / letter.width)])
      expect(
        await inkWithin(
          image,
          truth.map(({ box }) => box),
        ),
      ).toBeGreaterThan(0.9)
    },
    SLOW,
  )

  const lines = ['Cholesterol (total) fell from 251 to 198', 'within six weeks of treatment', 'Kreatinin 0,9 mg/dl']
  const plain = () =>
    makePdf((pdf) => {
      for (let row = 0; row < 24; row += 1) put(pdf, lines[row % 3] ?? '', 70, 60 + row * 30)
    })

  test.each([0, 90, 180, 270])('in a PDF whose pages are turned by %i degrees', async (degrees) => {
    const temp = await tempApp()
    const id = await take(temp, 'turned.pdf', degrees === 0 ? await plain() : rotated(await plain(), degrees))
    await isLit(temp.api, id, degrees % 180 === 90)
  })

  test.each([0, 90, 270])('in a PDF whose pages are cropped, and turned by %i degrees', async (degrees) => {
    const temp = await tempApp()
    const bytes = degrees === 0 ? await plain() : rotated(await plain(), degrees)
    const cropped = Buffer.from(bytes)
      .toString('latin1')
      .replaceAll('/Type /Page\n', '/Type /Page\n/CropBox [50 40 420 810]\n')
    const id = await take(temp, 'cropped.pdf', Buffer.from(cropped, 'latin1'))
    const { page } = await isLit(temp.api, id, degrees !== 0)
    const [wide, tall] = degrees === 0 ? [370, 770] : [770, 370]
    expect(page.size?.width).toBeCloseTo((wide * 96) / 72, 0)
    expect(page.size?.height).toBeCloseTo((tall * 96) / 72, 0)
  })

  /** Nearly all ink is in the words' boxes, and each word's ink in its own, filling it from side to side. */
  async function isLit(api: Api, id: DocumentId, isSideways: boolean) {
    const { page, words } = await wordsOf(api, id)
    const image = await imageOf(api, id, 1, 1500)
    const boxes = words.map(({ box }) => box)
    expect(words.length).toBeGreaterThan(60)
    expect(await inkWithin(image, boxes)).toBeGreaterThan(0.99)
    const ink = await inkBoxes(image, boxes)
    const filled = ink.map((box, at) => {
      const [, , width = 0, height = 0] = box ?? []
      const [, , wide = 1, tall = 1] = boxes[at] ?? []
      return isSideways ? height / tall : width / wide
    })
    expect(filled.filter((share) => share >= 0.8).length).toBeGreaterThan(0.97 * words.length)
    return { page, words }
  }

  test(
    'of a combined document on the picture that is its part',
    async () => {
      const temp = await tempApp()
      const { api } = temp
      const first = await take(temp, 'one.png', printPage(['The first sheet speaks', 'of warfarin alone.']))
      const second = await take(temp, 'two.png', printPage(['The second sheet', 'speaks of', 'amlodipine alone.']))
      const { id } = await api.documents.combine({ ids: [first, second] })
      const { page, words } = await wordsOf(api, id, 2)
      expect(page).toMatchObject({ number: 2, pages: 2, documentId: id })
      expect(page.text).toContain('amlodipine')
      const image = await imageOf(api, id, 2, 600)
      const boxes = words.map(({ box }) => box)
      expect(await inkWithin(image, boxes)).toBeGreaterThan(0.97)
      await expect(api.documents.page({ id, page: 3 })).rejects.toMatchObject({ code: 'page/unknown' })
    },
    SLOW,
  )
})

describe('a page image', () => {
  test(
    'comes of every format of picture, in colour where the file has it, and is never larger than the picture',
    async () => {
      const temp = await tempApp()
      const page = sharp(printPage(['Potassium 4.1', 'Sodium 139']))
        .removeAlpha()
        .linear([1, 0.8, 0.6], [0, 0, 0])
      const files: [string, Uint8Array, boolean][] = [
        ['p.png', await page.clone().png().toBuffer(), true],
        ['p.webp', await page.clone().webp({ lossless: true }).toBuffer(), true],
        ['p.jpg', await page.clone().jpeg({ quality: 95 }).toBuffer(), true],
        ['p.tif', await printTiff([['Page one'], ['Page two is Amlodipine']]), false],
        ['p.heic', readFileSync(new URL('../fixtures/images/photo.heic', import.meta.url)), false],
      ]
      for (const [name, bytes, isColour] of files) {
        const id = await take(temp, name, bytes)
        const image = await imageOf(temp.api, id, 1, 4000)
        const decoded = await sharp(image.bytes).stats()
        expect([image.width, image.height], name).toEqual(
          await sharp(image.bytes)
            .metadata()
            .then(({ width, height }) => [width, height]),
        )
        expect(image.width, name).toBeLessThan(4000)
        expect(
          decoded.channels.length === 3 && (decoded.channels[0]?.mean ?? 0) - (decoded.channels[2]?.mean ?? 0) > 5,
          name,
        ).toBe(isColour)
        expect((await imageOf(temp.api, id, 1, 100)).width, name).toBe(100)
      }
    },
    SLOW,
  )

  test(
    'is cut into pieces far below what a message may be, and drawn once',
    async () => {
      const { spawnEngine, asked } = countedEngines()
      const temp = await tempApp({ spawnEngine })
      const noise = Buffer.from(Array.from({ length: 1400 * 1800 }, createRandomByte(7)))
      const grain = sharp(noise, { raw: { width: 1400, height: 1800, channels: 1 } })
      writeFileSync(join(temp.desk, 'grain.png'), await grain.png().toBuffer())
      const { api, personId } = temp
      const { outcomes } = await api.documents.import({ personId, paths: [join(temp.desk, 'grain.png')] })
      const id = (outcomes[0] as { documentId: DocumentId }).documentId
      // its page is there long before anybody has tried to read words in grain
      const pages = async () => (await api.documents.get({ id })).pages
      await expect.poll(pages, { timeout: 60_000 }).toBe(1)
      await expect
        .poll(() => api.documents.page({ id, page: 1 }).then(() => true, caught), { timeout: 60_000 })
        .toBe(true)
      const image = await imageOf(temp.api, id, 1, 1400)
      expect(image.type).toBe('image/jpeg')
      expect(image.bytes.length).toBeGreaterThan(2 ** 20)
      expect(image.mostAtOnce).toBeLessThanOrEqual(256 * 1024)
      const drawn = () => asked.filter((call) => call === 'image draw').length
      const before = drawn()
      expect((await imageOf(temp.api, id, 1, 1400)).bytes.equals(image.bytes)).toBe(true)
      expect(drawn()).toBe(before)
    },
    SLOW,
  )

  test('is fed its file once for all its pages', async () => {
    const { spawnEngine, asked } = countedEngines()
    const temp = await tempApp({ spawnEngine })
    const id = await take(
      temp,
      'three.pdf',
      await printPdf([{ lines: ['One'] }, { lines: ['Two'] }, { lines: ['Three'] }]),
    )
    for (const page of [1, 2, 3]) expect((await imageOf(temp.api, id, page, 300)).type).toBe('image/png')
    // the first call finds the file not open, the second brings it
    expect(asked.filter((call) => call.startsWith('image '))).toHaveLength(4)
  })

  test('is not there for pages made of text, and their words are', async () => {
    const temp = await tempApp()
    const id = await take(temp, 'note.md', '# Visit\n\nPotassium was 4.1 mmol/L.\n')
    const page = await temp.api.documents.page({ id, page: 1 })
    expect(page).toMatchObject({ size: null, words: [], pages: 1, format: 'markdown' })
    expect(page.text).toContain('Potassium was 4.1')
    expect(await imageOf(temp.api, id, 1, 300).catch(caught)).toBe('page/without-image')
  })

  test('of a protected file is drawn with the password that was given', async () => {
    const temp = await tempApp()
    const { api, desk, personId } = temp
    const bytes = await makePdf((pdf) => put(pdf, 'Ferritin was 212', 80, 80), {
      userPassword: 'heron',
      pdfVersion: '1.7',
    })
    writeFileSync(join(desk, 'locked.pdf'), bytes)
    const { documents } = await importAndRead(api, personId, [join(desk, 'locked.pdf')])
    const id = documents[0]?.id as DocumentId
    await expect(api.documents.page({ id, page: 1 })).rejects.toMatchObject({ code: 'page/unknown' })
    await api.documents.givePassword({ id, password: 'heron' })
    for await (const _ of api.jobs.drain());
    const { words } = await wordsOf(api, id)
    const boxes = words.map(({ box }) => box)
    expect(await inkWithin(await imageOf(api, id, 1, 800), boxes)).toBeGreaterThan(0.99)
  })

  test('is never on disk, and gone with its document and with the lock', async () => {
    const temp = await tempApp()
    const { api, dir } = temp
    const id = await take(temp, 'a.pdf', await printPdf([{ lines: ['Potassium 4.1'] }]))
    const before = readdirSync(dir, { recursive: true }).length
    const image = await imageOf(api, id, 1, 400)
    expect(image.bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(readdirSync(dir, { recursive: true })).toHaveLength(before)
    await api.vault.lock()
    expect(await imageOf(api, id, 1, 400).catch(caught)).toBe('vault/locked')
    await api.vault.unlock({ passphrase: testPassphrase })
    expect((await imageOf(api, id, 1, 400)).bytes.equals(image.bytes)).toBe(true)
    await api.documents.delete({ id })
    expect(await imageOf(api, id, 1, 400).catch(caught)).toBe('document/unknown')
  })

  test('of a width that is no width is refused', async () => {
    const temp = await tempApp()
    const id = await take(temp, 'a.pdf', await printPdf([{ lines: ['Potassium 4.1'] }]))
    for (const width of [0, 31, 4097, 100.5])
      expect(await imageOf(temp.api, id, 1, width).catch(caught)).toBe('input/invalid')
    expect(await imageOf(temp.api, id, 2, 100).catch(caught)).toBe('page/unknown')
  })
})

test('looking at a document is audited once, however many of its pages are looked at', async () => {
  const temp = await tempApp()
  const { api } = temp
  const id = await take(temp, 'a.pdf', await printPdf([{ lines: ['One'] }, { lines: ['Two'] }]))
  const rows = async () => (await api.vault.verify()).auditRows
  const before = await rows()
  const alone = (await rows()) - before
  const start = await rows()
  for (const page of [1, 2, 1]) {
    await api.documents.page({ id, page })
    await imageOf(api, id, page, 200)
  }
  expect((await rows()) - start - alone).toBe(1)
})

test('finds words in a document whatever their capitals, their accents and how the lines break', async () => {
  const temp = await tempApp()
  const text = ['Dr Müller writes', 'that the LEFT', 'ventricle is normal.']
  const id = await take(temp, 'a.pdf', await printPdf([{ lines: text }, { lines: ['The left ventricle again.'] }]))
  const { found, isAll } = await temp.api.documents.find({ id, query: 'left ventricle' })
  expect(isAll).toBe(true)
  expect(found.map(({ page }) => page)).toEqual([1, 2])
  const { text: first } = await temp.api.documents.page({ id, page: 1 })
  const [at] = found
  expect(first.slice(at?.start, (at?.start ?? 0) + (at?.length ?? 0)).replace(/\s+/g, ' ')).toBe('LEFT ventricle')
  expect((await temp.api.documents.find({ id, query: 'muller' })).found).toHaveLength(1)
  expect((await temp.api.documents.find({ id, query: 'stenosis' })).found).toEqual([])
})

test(
  'lists what an absence does not speak for',
  async () => {
    const temp = await tempApp()
    const { api, desk, personId } = temp
    await take(temp, 'read.pdf', await printPdf([{ lines: ['All of it is text, and all of it was read.'] }]))
    const locked = await makePdf((pdf) => put(pdf, 'Secret', 80, 80), { userPassword: 'heron', pdfVersion: '1.7' })
    writeFileSync(join(desk, 'locked.pdf'), locked)
    await importAndRead(api, personId, [join(desk, 'locked.pdf')])
    const drawing = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#ffffff' } })
      .composite([
        {
          input: Buffer.from(
            await sharp(printPage(['~~ ///// ~~']))
              .blur(6)
              .png()
              .toBuffer(),
          ),
        },
      ])
      .png()
      .toBuffer()
    const drawn = await take(temp, 'drawing.png', drawing)
    const { items, nextCursor } = await api.documents.listUnread({ filter: { personId } })
    expect(nextCursor).toBeNull()
    const state =
      (await api.documents.get({ id: drawn })).partlyReadPages + (await api.documents.get({ id: drawn })).imageOnlyPages
    expect(items.map(({ title, state: held, unreadPages }) => [title, held, unreadPages])).toEqual([
      ...(state > 0 ? [['drawing', 'indexed', [1]]] : []),
      ['locked', 'needs-password', []],
    ])
    const first = await api.documents.listUnread({ filter: { personId }, limit: 1 })
    expect(first.items).toHaveLength(1)
  },
  SLOW,
)
