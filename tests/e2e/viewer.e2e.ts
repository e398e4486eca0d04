/** The document viewer over real papers: words lie on their drawing, are found, lit and copied; what was not read is shown. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { writeByHand } from '../../tools/make-papers/print/handwriting.ts'
import { printLetter } from '../../tools/make-papers/print/letter-page.ts'
import { printScan } from '../../tools/make-papers/print/print-scan.ts'
import type { Box } from '../../tools/make-papers/print/truth.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { printPdf } from '../support/printed.ts'
import { importAndRead, type TempApp, tempApp } from '../support/temp-app.ts'
import { openWindow } from './harness.ts'

async function take({ api, desk, personId }: TempApp, name: string, bytes: Uint8Array | string): Promise<DocumentId> {
  writeFileSync(join(desk, name), bytes)
  const { documents } = await importAndRead(api, personId, [join(desk, name)])
  return documents[0]?.id as DocumentId
}

/** A page is recognised, and looked at twelve times. */
const SLOW = 300_000

const placeOf = ({ personId }: TempApp, id: DocumentId, query = '') => `/#/${personId}/document/${id}${query}`

interface DrawnWord {
  readonly text: string
  readonly box: Box
}

/** The words of the layer as the browser lays them out, in fractions of the sheet that is seen. */
const drawnWords = (page: Page): Promise<DrawnWord[]> =>
  page.evaluate(`(() => {
    const sheet = document.querySelector('[data-page]').getBoundingClientRect()
    return [...document.querySelectorAll('[data-page] .page-word')].map((word) => {
      const { left, top, width, height } = word.getBoundingClientRect()
      const box = [(left - sheet.left) / sheet.width, (top - sheet.top) / sheet.height, width / sheet.width, height / sheet.height]
      return { text: word.textContent, box }
    })
  })()`)

const turned = ([x, y, w, h]: Box, turns: number): Box =>
  turns === 0 ? [x, y, w, h] : turned([1 - y - h, x, h, w], turns - 1)

/** What part of the first lies in the second. */
function within([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): number {
  const across = Math.min(ax + aw, bx + bw) - Math.max(ax, bx)
  const down = Math.min(ay + ah, by + bh) - Math.max(ay, by)
  return across > 0 && down > 0 ? (across * down) / (aw * ah) : 0
}

async function zoomTo(page: Page, percent: number): Promise<void> {
  await page.getByRole('button', { name: /^Size of pages:/ }).click()
  await page.getByRole('menuitem', { name: `${percent} %`, exact: true }).click()
  await page.getByRole('button', { name: `Size of pages: ${percent} %` }).waitFor()
}

test(
  'the words of a scan lie on their drawing at every size and every turn',
  async () => {
    const temp = await tempApp()
    const letter = printLetter({ face: 'serif', size: 10, paper: 'A4' }, createRandom(5))
    const scan = await printScan(letter, { dpi: 150, turn: 1, noise: 3, jpegQuality: 80 }, createRandom(6))
    const id = await take(temp, 'scan.jpg', scan.image)
    const { page, errors } = await openWindow({ app: temp.app, at: placeOf(temp, id) })
    await page.locator('[data-page] img').waitFor()
    // the scan lay on its side, once clockwise; the page stands upright
    const truth = scan.truth.words.map(({ text, box }) => ({ text, box: turned(box, 3) }))
    for (const percent of [50, 100, 400]) {
      await zoomTo(page, percent)
      for (const turns of [0, 1, 2, 3]) {
        await page.locator(`[data-turned="${turns}"]`).waitFor()
        const shareInPlace = async () => {
          const drawn = Map.groupBy(await drawnWords(page), ({ text }) => text)
          const overlaps = truth.flatMap(({ text, box }) => {
            const same = drawn.get(text)?.map((word) => within(turned(box, turns), word.box)) ?? []
            return same.length > 0 ? [Math.max(...same)] : []
          })
          expect(overlaps.length).toBeGreaterThan(0.9 * truth.length)
          return overlaps.filter((overlap) => overlap >= 0.8).length / overlaps.length
        }
        await expect.poll(shareInPlace, { message: `${percent} % ${turns}`, timeout: 20_000 }).toBeGreaterThan(0.97)
        await page.keyboard.press('r')
      }
    }
    expect(errors).toEqual([])
  },
  SLOW,
)

test('a sharper image takes the place of the first one when the page is enlarged', async () => {
  const temp = await tempApp()
  const id = await take(temp, 'a.pdf', await printPdf([{ lines: ['Potassium was 4.1 mmol/L.'] }]))
  const { page } = await openWindow({ app: temp.app, at: placeOf(temp, id) })
  const widthOf = () => page.evaluate(`document.querySelector('[data-page] img')?.naturalWidth ?? 0`) as Promise<number>
  await page.locator('[data-page] img').waitFor()
  await zoomTo(page, 50)
  await expect.poll(widthOf, { timeout: 20_000 }).toBeLessThan(800)
  await zoomTo(page, 400)
  await expect.poll(widthOf, { timeout: 20_000 }).toBeGreaterThan(1500)
})

test('what an address lights is lit where it stands, and words are found with the keyboard alone', async () => {
  const temp = await tempApp()
  const pages = [
    { lines: ['Dr Helen Marsh', 'Ferritin was 212 micrograms.'] },
    { lines: ['Ferritin was 180 in May,', 'and 212 before.'] },
  ]
  const id = await take(temp, 'a.pdf', await printPdf(pages))
  const { text } = await temp.api.documents.page({ id, page: 2 })
  const start = text.indexOf('180')
  const { page, errors, axe } = await openWindow({
    app: temp.app,
    at: placeOf(temp, id, `?page=2&span=${start}-${start + 3}`),
  })
  const lit = page.locator('[data-page="2"] .page-lit')
  await lit.waitFor()
  const [word] =
    (await drawnWords(page)).length > 0
      ? [await page.locator('[data-page="2"] .page-word', { hasText: '180' }).boundingBox()]
      : []
  const mark = await lit.boundingBox()
  expect(mark && word && Math.abs(mark.x - word.x) + Math.abs(mark.y - word.y)).toBeLessThan(3)

  await page.keyboard.press('Control+f')
  await page.keyboard.type('FERRITIN')
  await page.getByText('2 of 2').or(page.getByText('1 of 2')).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+f')
  const field = page.locator('search input:focus')
  await expect.poll(() => field.inputValue()).toBe('FERRITIN')
  await page.keyboard.press('Enter')
  await page.locator('.page-lit[data-now="true"]').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+f')
  await field.waitFor()
  await page.keyboard.type('180')
  await page.getByText('1 of 1').waitFor()
  expect(await axe()).toEqual([])
  expect(errors).toEqual([])
})

test('what is selected over the image is copied as the text of the page, with its lines', async () => {
  const temp = await tempApp()
  const id = await take(temp, 'a.pdf', await printPdf([{ lines: ['Ferritin was 212.', 'Start methotrexate weekly.'] }]))
  const { page } = await openWindow({ app: temp.app, at: placeOf(temp, id) })
  await page.locator('.page-word').first().waitFor()
  const copied = await page.evaluate(`(() => {
    const words = [...document.querySelectorAll('.page-word')]
    const range = document.createRange()
    range.setStart(words[2].firstChild, 0)
    range.setEnd(words[4].firstChild, words[4].textContent.length)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
    const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData: new DataTransfer() })
    words[3].dispatchEvent(event)
    return event.clipboardData.getData('text/plain')
  })()`)
  expect(copied).toBe('212.\nStart methotrexate')
})

test('ink that was not read is hatched where it is, and said in words', async () => {
  const temp = await tempApp()
  const letter = printLetter({ face: 'sans', size: 10, paper: 'A4' }, createRandom(9))
  const written = writeByHand({ x: 90, baseline: letter.height - 60, width: 260, height: 9 }, createRandom(2))
  const scan = await printScan(
    { ...letter, marks: [...letter.marks, written] },
    { dpi: 150, noise: 3, jpegQuality: 80 },
    createRandom(8),
  )
  const id = await take(temp, 'signed.jpg', scan.image)
  const { page, axe } = await openWindow({ app: temp.app, at: placeOf(temp, id) })
  await page.getByText(/Some ink was not read: \d+ places?, hatched/).waitFor()
  const hatched = (await page.evaluate(`(() => {
    const sheet = document.querySelector('[data-page]').getBoundingClientRect()
    return [...document.querySelectorAll('.page-unread')].map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect()
      return [(left - sheet.left) / sheet.width, (top - sheet.top) / sheet.height, width / sheet.width, height / sheet.height]
    })
  })()`)) as Box[]
  const [planted] = scan.truth.handwriting as [Box]
  expect(Math.max(...hatched.map((box) => within(planted, box)))).toBeGreaterThan(0.5)
  expect(await axe()).toEqual([])
})

test('a page made of text is laid out, lit and spoken; a document of somebody else is not shown', async () => {
  const temp = await tempApp()
  const id = await take(
    temp,
    'note.md',
    '# Visit\n\nPotassium was 4.1 mmol/L.\n\n| Test | Result |\n|---|---|\n| Sodium | 139 |\n',
  )
  const { text } = await temp.api.documents.page({ id, page: 1 })
  const start = text.indexOf('4.1')
  const { page, errors, axe } = await openWindow({
    app: temp.app,
    at: placeOf(temp, id, `?page=1&span=${start}-${start + 3}`),
  })
  await expect.poll(() => page.locator('[data-text-page] mark').innerText()).toBe('4.1')
  expect(await axe()).toEqual([])

  const other = await temp.api.people.add({ name: 'Bea Example' })
  await page.evaluate(`location.hash = '#/${other.id}/document/${id}'`)
  await page.getByText('This document belongs to somebody else').waitFor()
  expect(await page.evaluate(`document.body.innerText.includes('Potassium')`)).toBe(false)
  expect(errors).toEqual([])
})
