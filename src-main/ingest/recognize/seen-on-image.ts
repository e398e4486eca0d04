/** A picture's page as it goes into the record: what was recognised on it, in reading order. */
import { chunkPage } from '../chunk.ts'
import { assemblePage } from '../layout/assemble-page.ts'
import type { SeenPage, Word } from '../read-page.ts'
import { packWords } from '../words.ts'
import type { Look } from './look.ts'

export function seenOnImage(number: number, look: Look): SeenPage {
  const { text, words } = assemblePage(look.words, look.frame)
  return {
    number,
    text,
    words: packWords(words.map((word) => onShownPage(word, look))),
    method: text === '' ? 'none' : 'ocr',
    ...(text !== '' && { confidence: look.confidence }),
    needsOcr: false,
    chunks: chunkPage(text),
    reading: look.reading,
    turn: look.turn,
    unread: look.unread,
    notices: look.notices,
    ...(look.language !== undefined && { language: look.language }),
    ...(look.needsLanguage !== undefined && { needsLanguage: look.needsLanguage }),
  }
}

function onShownPage(word: Word, { frame, toShown }: Look): Word {
  const [x, y, width, height] = word.box
  return {
    ...word,
    box: toShown({
      x: x * frame.width,
      y: y * frame.height,
      width: width * frame.width,
      height: height * frame.height,
    }),
  }
}
