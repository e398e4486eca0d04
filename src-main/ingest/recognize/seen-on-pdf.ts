/** A PDF's page as it goes into the record, once its text layer and its image have both had their say. */
import { chunkPage } from '../chunk.ts'
import { assemblePage } from '../layout/assemble-page.ts'
import type { PageSize, PositionedWord, Turn } from '../layout/positioned-word.ts'
import type { Box, SeenPage } from '../read-page.ts'
import type { SeenPdfPage } from '../readers/pdf-look.ts'
import { type ChosenReading, chooseReading } from '../readers/pdf-reading.ts'
import { packWords } from '../words.ts'
import type { Look } from './look.ts'
import { seenOnImage } from './seen-on-image.ts'

/** `look`: at the page's image; absent when the layer alone is to be believed. */
export function seenOnPdf({ number, layer, frame }: SeenPdfPage, look: Look | undefined): SeenPage {
  const recognition = look && {
    words: look.words.map((word) => onFrame(word, look, frame)),
    confidence: look.confidence,
  }
  const choice = chooseReading(layer, recognition)
  if (choice.from === 'ocr' && look) {
    const seen = seenOnImage(number, look)
    return { ...seen, notices: [...seen.notices, ...choice.notices] }
  }
  const { text, words } = assemblePage(choice.words, frame)
  const unread = look ? look.unread.filter((box) => !isRead(box, choice.words, frame)) : []
  return {
    number,
    text,
    words: packWords(words),
    method: choice.from === 'both' ? 'ocr' : 'text',
    ...(choice.from === 'both' && look && { confidence: look.confidence }),
    needsOcr: false,
    chunks: chunkPage(text),
    reading: readingBeside(choice, unread),
    turn: 0,
    unread,
    notices: choice.notices,
  }
}

/** From the frame in which it was recognised to that of the layer. */
function onFrame(word: PositionedWord, look: Look, frame: PageSize): PositionedWord {
  const [x, y, width, height] = look.toShown(word)
  const scale = (height * frame.height) / (look.turn % 2 === 0 ? word.height : word.width)
  return {
    text: word.text,
    x: x * frame.width,
    y: y * frame.height,
    width: width * frame.width,
    height: height * frame.height,
    size: word.size * scale,
    descent: (word.descent ?? 0) * scale,
    turn: ((4 - look.turn) % 4) as Turn,
    ...(word.confidence !== undefined && { confidence: word.confidence }),
    ...(word.doubtful && { doubtful: word.doubtful }),
  }
}

/** Ink that recognition left, and that the layer's words account for. */
function isRead([x, y, width, height]: Box, words: readonly PositionedWord[], frame: PageSize): boolean {
  let covered = 0
  for (const word of words) {
    const across = Math.min(x + width, (word.x + word.width) / frame.width) - Math.max(x, word.x / frame.width)
    const down = Math.min(y + height, (word.y + word.height) / frame.height) - Math.max(y, word.y / frame.height)
    if (across > 0 && down > 0) covered += across * down
  }
  return covered > 0.5 * width * height
}

function readingBeside({ words }: ChosenReading, unread: readonly Box[]): SeenPage['reading'] {
  if (unread.length === 0) return 'read'
  return words.length > 0 ? 'partly-read' : 'image-only'
}
