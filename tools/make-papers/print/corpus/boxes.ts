/** Eight items on which the places of words are measured: turned scans, photos stored turned, the third page of a TIFF. */
import type { Random } from '../../random.ts'
import { encodeTiff } from '../encode.ts'
import { printCumulative } from '../labs/cumulative.ts'
import { printZebra } from '../labs/zebra.ts'
import { printLetter } from '../letter-page.ts'
import { printFax } from '../print-fax.ts'
import { printPhoto } from '../print-photo.ts'
import { type Printed, printScan, scanPage } from '../print-scan.ts'
import { type ReadingItem, toItem } from '../reading-item.ts'

export async function* boxItems(random: Random): AsyncGenerator<ReadingItem> {
  let number = 0
  const item = (printed: Printed, family: string, page = 1) => {
    number += 1
    return toItem(printed, { name: `boxes-${number}`, group: 'boxes', family, page })
  }
  for (const turn of [1, 2, 3] as const) {
    const page = turn === 2 ? printZebra(random) : printLetter({ face: 'sans', size: 10 }, random)
    const scan = { dpi: 200, skewDegrees: random.between(-8, 8) / 10, noise: 3, turn, jpegQuality: 70 }
    yield item(await printScan(page, scan, random), `turned by ${turn * 90}°`)
  }
  for (const exifOrientation of [6, 8, 3] as const) {
    const page = printLetter({ face: 'serif', size: 11 }, random)
    const pose = { leanDegrees: 6, pitchDegrees: -5, rollDegrees: random.between(-20, 20) / 10, fill: 0.84 }
    const size = { width: 2016, height: 2688 }
    const photo = await printPhoto(page, { size, pose, jpegQuality: 85, exifOrientation }, random)
    yield item(photo, `photo, EXIF orientation ${exifOrientation}`)
  }
  yield item(await thirdPage(random), 'third page of a TIFF', 3)
  yield item(await thirdFaxPage(random), 'third page of a fax', 3)
}

async function thirdPage(random: Random): Promise<Printed> {
  const options = { face: 'book', size: 10, paper: 'A4' } as const
  const pages = [printLetter(options, random), printLetter(options, random), printCumulative(random)]
  const scans = pages.map((page) => scanPage(page, { dpi: 200, skewDegrees: 0.6, noise: 3 }, random))
  const file = await encodeTiff(
    scans.map(({ plane }) => plane),
    { dpi: 200 },
  )
  return { ...file, ...lastOf(scans.map(({ plane, truth }) => ({ width: plane.width, height: plane.height, truth }))) }
}

async function thirdFaxPage(random: Random): Promise<Printed> {
  const pages = [9, 10, 11].map((size) => printLetter({ face: 'modern', size }, random))
  const { image, format, pages: sent } = await printFax(pages, { sender: '12/03/2024 09:14  555-0119' }, random)
  return { image, format, ...lastOf(sent) }
}

function lastOf<T>(pages: readonly T[]): T {
  const last = pages.at(-1)
  if (last === undefined) throw new Error('no page')
  return last
}
