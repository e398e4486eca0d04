/** Writes marks on a page: texts word by word, lines, boxes and shaded areas. It knows sizes of type, no layout. */
import { advanceOf } from './faces.ts'
import { type Mark, type Page, type PaperSize, type Point, type Style, TONER } from './page.ts'

export interface Pen {
  readonly width: number
  readonly height: number
  /** Returns where the text ends. `x` is its left end, its right end or its middle. */
  text(text: string, x: number, baseline: number, style: Style, align?: 'left' | 'right' | 'middle'): number
  /** The same with the gaps between words widened until the text is `width` long. */
  spread(text: string, x: number, baseline: number, style: Style, width: number): void
  wrap(text: string, width: number, style: Style): string[]
  line(from: Point, to: Point, width?: number, ink?: string, dash?: readonly number[]): void
  frame(x: number, y: number, width: number, height: number, line?: number, ink?: string): void
  area(x: number, y: number, width: number, height: number, ink: string): void
  put(...marks: readonly Mark[]): void
  finish(): Page
}

export function createPen({ width, height }: PaperSize): Pen {
  const marks: Mark[] = []
  const line: Pen['line'] = (from, to, width = 0.6, ink = TONER, dash) =>
    void marks.push({ kind: 'line', from, to, width, ink, ...(dash === undefined ? {} : { dash }) })

  return {
    width,
    height,
    text(text, x, baseline, style, align = 'left') {
      const long = advanceOf(text, style)
      const left = align === 'left' ? x : align === 'right' ? x - long : x - long / 2
      for (const { 0: word, index } of text.matchAll(/\S+/g)) {
        // measured with the word, for kerning across the space
        const start = advanceOf(text.slice(0, index + word.length), style) - advanceOf(word, style)
        marks.push({ kind: 'word', text: word, x: left + start, baseline, style })
      }
      return left + long
    },
    spread(text, x, baseline, style, width) {
      const words = text.split(' ')
      const used = words.reduce((sum, word) => sum + advanceOf(word, style), 0)
      const gap = words.length > 1 ? (width - used) / (words.length - 1) : 0
      let left = x
      for (const word of words) {
        marks.push({ kind: 'word', text: word, x: left, baseline, style })
        left += advanceOf(word, style) + gap
      }
    },
    wrap: (text, width, style) => wrapWords(text, width, style),
    line,
    frame(x, y, width, height, thick, ink) {
      const [right, bottom] = [x + width, y + height]
      line({ x, y }, { x: right, y }, thick, ink)
      line({ x, y: bottom }, { x: right, y: bottom }, thick, ink)
      line({ x, y }, { x, y: bottom }, thick, ink)
      line({ x: right, y }, { x: right, y: bottom }, thick, ink)
    },
    area(x, y, width, height, ink) {
      const [right, bottom] = [x + width, y + height]
      const corners = [
        { x, y },
        { x: right, y },
        { x: right, y: bottom },
        { x, y: bottom },
      ]
      marks.push({ kind: 'area', corners, ink })
    },
    put(...more) {
      marks.push(...more)
    },
    finish: () => ({ width, height, marks: [...marks] }),
  }
}

function wrapWords(text: string, width: number, style: Style): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && advanceOf(longer, style) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
