/** 24 phone photos, tilted up to 20°, with shadows, half of them on cluttered desks; each with its page as a flat scan. */
import type { Random } from '../../random.ts'
import type { FaceName } from '../faces.ts'
import { labFamilies } from '../labs/families.ts'
import { printLetter } from '../letter-page.ts'
import type { Page } from '../page.ts'
import { printPhoto } from '../print-photo.ts'
import { printScan } from '../print-scan.ts'
import { type ReadingItem, toItem } from '../reading-item.ts'

const faces: readonly FaceName[] = ['sans', 'serif', 'humanist', 'book', 'modern', 'typewriter']
const portrait = { width: 2448, height: 3264 }
const large = { width: 3024, height: 4032 }

export async function* photoItems(random: Random): AsyncGenerator<ReadingItem> {
  for (let i = 0; i < 24; i += 1) {
    const table = i % 3 === 2
    const { page, family } = table ? tablePage(i, random) : letterPage(i, random)
    const number = String(i + 1).padStart(2, '0')
    const photo = await photograph(page, table ? large : portrait, i % 2 === 0 ? 'cluttered' : 'plain', random)
    yield toItem(photo, { name: `photo-${number}`, group: 'photo', family })
    const flat = await printScan(page, { dpi: 200, skewDegrees: 0.4, noise: 4, jpegQuality: 70 }, random)
    yield toItem(flat, { name: `photo-twin-${number}`, group: 'photo-twin', family })
  }
}

function letterPage(i: number, random: Random): { page: Page; family: string } {
  const face = faces[i % faces.length] ?? 'sans'
  const size = random.between(9, 11)
  return { page: printLetter({ face, size, greyTable: i % 4 === 0 }, random), family: `${face} ${size} pt` }
}

function tablePage(i: number, random: Random): { page: Page; family: string } {
  const family = labFamilies[Math.floor(i / 3) % labFamilies.length]
  if (family === undefined) throw new Error('no layout family')
  return { page: family.print(random), family: family.name }
}

function photograph(page: Page, size: { width: number; height: number }, desk: 'plain' | 'cluttered', random: Random) {
  const tilt = random.between(3, 20)
  const direction = (random.between(0, 359) * Math.PI) / 180
  return printPhoto(
    page,
    {
      size,
      desk,
      pose: {
        // the two leanings together are the tilt between the sheet and the sensor
        leanDegrees: tilt * Math.cos(direction),
        pitchDegrees: tilt * Math.sin(direction),
        rollDegrees: random.between(-60, 60) / 10,
        fill: random.between(76, 84) / 100,
        shift: { x: random.between(-15, 15) / 1000, y: random.between(-15, 15) / 1000 },
      },
      light: {
        falloff: random.between(10, 45) / 100,
        shadow: random.between(0, 40) / 100,
        tint: random.pick([
          [1, 0.97, 0.91],
          [0.98, 1, 1],
          [1, 0.93, 0.8],
        ] as const),
      },
      blur: random.between(55, 95) / 100,
      noise: random.between(2, 5),
      jpegQuality: random.between(72, 90),
    },
    random,
  )
}
