/** 24 letters as an office scanner sees them: six typefaces, 8 to 11 points, up to 3° askew, JPEG of quality 50. */
import type { Random } from '../../random.ts'
import type { FaceName } from '../faces.ts'
import { printLetter } from '../letter-page.ts'
import { printScan } from '../print-scan.ts'
import { type ReadingItem, toItem } from '../reading-item.ts'
import { stamped } from '../stamp.ts'

const faces: readonly FaceName[] = ['sans', 'serif', 'typewriter', 'humanist', 'book', 'modern']
const sizes = [8, 9, 10, 11]
const resolutions = [150, 200, 300]

export async function* flatItems(random: Random): AsyncGenerator<ReadingItem> {
  for (let i = 0; i < 24; i += 1) {
    const face = faces[i % faces.length] ?? 'sans'
    // every face meets every size, and every resolution twice or more
    const size = sizes[(i + Math.floor(i / 6)) % sizes.length] ?? 10
    const dpi = resolutions[(i + Math.floor(i / 6)) % resolutions.length] ?? 200
    const letter = printLetter(
      { face, size, justified: i % 4 === 1, greyTable: i % 2 === 0, paper: i % 3 === 0 ? 'A4' : 'letter' },
      random,
    )
    const page = i % 3 === 0 ? stamped(letter, { x: letter.width - 190, y: 58 }, random) : letter
    const printed = await printScan(
      page,
      {
        dpi,
        skewDegrees: random.between(-30, 30) / 10,
        noise: random.between(3, 8),
        blur: random.between(40, 60) / 100,
        specks: 0.000004,
        paper: random.between(234, 250),
        jpegQuality: 50,
      },
      random,
    )
    yield toItem(printed, {
      name: `flat-${String(i + 1).padStart(2, '0')}`,
      group: 'flat',
      family: `${face} ${size} pt ${dpi} dpi`,
    })
  }
}
