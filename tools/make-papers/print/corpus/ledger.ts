/** Eight pages with planted handwriting, and with logos, barcodes and pictures that must not be taken for it. */
import type { Random } from '../../random.ts'
import { type Blank, printForm } from '../form-page.ts'
import { signByHand, writeByHand } from '../handwriting.ts'
import { printGrid } from '../labs/grid.ts'
import { printZebra } from '../labs/zebra.ts'
import { printLetter } from '../letter-page.ts'
import type { Mark, Page, Point } from '../page.ts'
import { drawBarcode, drawLogo, drawPhotograph } from '../pictures.ts'
import { printScan } from '../print-scan.ts'
import { type ReadingItem, toItem } from '../reading-item.ts'
import { findRoom } from '../room.ts'

const resolutions = [200, 200, 150, 300]

const makers: readonly { family: string; make: (random: Random) => Page }[] = [
  { family: 'letter with margin notes', make: notedLetter },
  { family: 'form filled in', make: (random) => filledForm(random, 1) },
  { family: 'table written over', make: overwrittenTable },
  { family: 'letter with picture and signature', make: illustratedLetter },
  { family: 'table with notes between rows', make: notedTable },
  { family: 'form half filled in', make: (random) => filledForm(random, 0.5) },
  { family: 'page written by hand', make: handwrittenPage },
  { family: 'no handwriting', make: printedOnly },
]

export async function* ledgerItems(random: Random): AsyncGenerator<ReadingItem> {
  for (const [i, { family, make }] of makers.entries()) {
    const page = make(random)
    const printed = await printScan(
      page,
      {
        dpi: resolutions[i % resolutions.length] ?? 200,
        skewDegrees: random.between(-10, 10) / 10,
        noise: random.between(2, 5),
        specks: 0.000003,
        jpegQuality: 75,
      },
      random,
    )
    yield toItem(printed, { name: `ledger-${i + 1}`, group: 'ledger', family })
  }
}

const adding = (page: Page, ...marks: Mark[]): Page => ({ ...page, marks: [...page.marks, ...marks] })

function notedLetter(random: Random): Page {
  const letter = printLetter({ face: 'serif', size: 9 }, random)
  const headed = adding(letter, drawLogo({ x: letter.width - 150, y: 40, width: 90, height: 36 }))
  const signed = inRoom(headed, { width: 130, height: 46 }, ({ x, y }) =>
    signByHand({ x, baseline: y + 30, width: 120, height: 9 }, random),
  )
  // two lines wherever they fit, climbing a little
  return [210, 190, 170, 150, 130].reduce(
    (page, width) =>
      inRoom(page, { width: width + 4, height: 28 }, ({ x, y }) =>
        writeByHand({ x, baseline: y + 20, width, height: 6, climb: 0.03 }, random),
      ),
    signed,
  )
}

function filledForm(random: Random, share: number): Page {
  const { page, blanks } = printForm(random)
  const write = ({ x, baseline, width }: Blank) =>
    writeByHand({ x, baseline, width: width * (random.between(35, 90) / 100), height: 7 }, random)
  const used = blanks.filter((_, i) => i < blanks.length - 1 && random.chance(share)).map(write)
  const last = blanks.at(-1)
  const signature = last === undefined ? [] : [signByHand({ ...last, width: 130, height: 8 }, random)]
  return adding(page, drawLogo({ x: 470, y: 36, width: 80, height: 34 }), ...used, ...signature)
}

/** Numbers in the table are struck and others written across their cells. */
function overwrittenTable(random: Random): Page {
  const over = Array.from({ length: 4 }, (_, i) =>
    writeByHand(
      { x: 250 + (i % 2) * 90, baseline: 190 + i * 108 + random.between(0, 40), width: 74, height: 8 },
      random,
    ),
  )
  return adding(
    printGrid(random),
    ...over,
    writeByHand({ x: 60, baseline: 760, width: 330, height: 7, climb: 0.02 }, random),
    drawBarcode({ x: 420, y: 30, width: 130, height: 26 }, random),
  )
}

function illustratedLetter(random: Random): Page {
  const letter = printLetter({ face: 'modern', size: 8 }, random)
  const illustrated = inRoom(letter, { width: 178, height: 126 }, ({ x, y }) =>
    drawPhotograph({ x: x + 4, y: y + 3, width: 170, height: 120 }, random),
  )
  return inRoom(illustrated, { width: 150, height: 46 }, ({ x, y }) =>
    signByHand({ x, baseline: y + 30, width: 140, height: 9 }, random),
  )
}

function notedTable(random: Random): Page {
  const table = printZebra(random)
  return adding(
    table,
    writeByHand({ x: 200, baseline: 745, width: 260, height: 7 }, random),
    writeByHand({ x: 240, baseline: 770, width: 180, height: 7 }, random),
    writeByHand({ x: 350, baseline: 52, width: 120, height: 6, climb: 0.08 }, random),
  )
}

function handwrittenPage(random: Random): Page {
  const { page } = printForm(random)
  const head = page.marks.filter((mark) => mark.kind === 'word' && mark.baseline < 80)
  const lines = Array.from({ length: 17 }, (_, i) =>
    writeByHand(
      { x: 60, baseline: 120 + i * 32, width: random.between(300, 480), height: random.between(7, 9) },
      random,
    ),
  )
  return { ...page, marks: [...head, ...lines, signByHand({ x: 330, baseline: 700, width: 150, height: 10 }, random)] }
}

function printedOnly(random: Random): Page {
  const letter = printLetter({ face: 'humanist', size: 9, greyTable: true }, random)
  const headed = adding(letter, drawLogo({ x: 430, y: 40, width: 110, height: 40 }))
  const coded = inRoom(headed, { width: 156, height: 32 }, ({ x, y }) =>
    drawBarcode({ x: x + 3, y: y + 2, width: 150, height: 28 }, random),
  )
  return inRoom(coded, { width: 126, height: 90 }, ({ x, y }) =>
    drawPhotograph({ x: x + 3, y: y + 3, width: 120, height: 84 }, random),
  )
}

/** Adds a mark where it covers nothing. */
function inRoom(page: Page, size: { width: number; height: number }, make: (corner: Point) => Mark): Page {
  const corner = findRoom(page, size)
  if (corner === undefined) throw new Error('the page is full')
  return adding(page, make(corner))
}
