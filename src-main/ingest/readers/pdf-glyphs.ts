/**
 * Widths of glyphs per font, learned from drawing operators and kept for the whole document: text items say only how
 * wide they are as a whole. Characters that stay unknown are marked, so that nobody asks for them twice.
 */
export interface GlyphWidths {
  /** True when some character of the text has neither a width nor the mark of being unknown. */
  lacks(font: string, text: string): boolean
  learn(operators: OperatorList): void
  /** After learn(): whatever the text still lacks has no width of its own. */
  giveUp(font: string, text: string): void
  /** Thousandths of the font size; a guess from the font's other glyphs when the character is unknown. */
  of(font: string): (code: number) => number
}

export interface OperatorList {
  readonly fnArray: ArrayLike<number>
  readonly argsArray: ArrayLike<unknown>
}

export interface TextOperators {
  readonly setFont: number
  readonly showText: number
}

const UNKNOWN = -1
const USUAL_WIDTH = 500

interface FontWidths {
  readonly widths: Map<number, number>
  sum: number
  known: number
}

export function createGlyphWidths(operators: TextOperators): GlyphWidths {
  const fonts = new Map<string, FontWidths>()

  const fontOf = (name: string): FontWidths => {
    let font = fonts.get(name)
    if (!font) {
      font = { widths: new Map(), sum: 0, known: 0 }
      fonts.set(name, font)
    }
    return font
  }

  const set = (font: FontWidths, code: number, width: number) => {
    const before = font.widths.get(code)
    if (before !== undefined && before !== UNKNOWN) return
    font.widths.set(code, width)
    font.sum += width
    font.known++
  }

  const learnGlyph = (font: FontWidths, glyph: unknown) => {
    if (typeof glyph !== 'object' || glyph === null) return
    const { unicode, width } = glyph as { unicode?: unknown; width?: unknown }
    if (typeof unicode !== 'string' || typeof width !== 'number' || !Number.isFinite(width) || width < 0) return
    const written = unicode.normalize('NFKC')
    const each = width / Math.max(1, written.length)
    for (let i = 0; i < written.length; i++) set(font, written.charCodeAt(i), each)
    if (written !== unicode && unicode.length === 1) set(font, unicode.charCodeAt(0), width)
  }

  return {
    lacks(name, text) {
      const { widths } = fontOf(name)
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        if (code > 32 && !widths.has(code)) return true
      }
      return false
    },
    learn({ fnArray, argsArray }) {
      let font: FontWidths | undefined
      for (let i = 0; i < fnArray.length; i++) {
        const args = argsArray[i]
        if (!Array.isArray(args)) continue
        if (fnArray[i] === operators.setFont && typeof args[0] === 'string') font = fontOf(args[0])
        else if (fnArray[i] === operators.showText && font && Array.isArray(args[0])) {
          for (const glyph of args[0]) learnGlyph(font, glyph)
        }
      }
    },
    giveUp(name, text) {
      const { widths } = fontOf(name)
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        if (!widths.has(code)) widths.set(code, UNKNOWN)
      }
    },
    of(name) {
      const { widths, sum, known } = fontOf(name)
      const guess = known > 0 ? sum / known : USUAL_WIDTH
      return (code) => {
        const width = widths.get(code)
        return width === undefined || width === UNKNOWN ? guess : width
      }
    },
  }
}
