/**
 * Widths of glyphs per font, learned from drawing operators and kept for the whole document: text items say only how
 * wide they are as a whole. Characters that stay unknown are marked, so that nobody asks for them twice.
 */
export interface GlyphWidths {
  /** True when some character of the text has neither a width nor the mark of being unknown. */
  lacks(font: string, text: string): boolean
  /** `fontOf` gives what pdf.js holds of a font by its name: its table of widths teaches characters not drawn yet. */
  learn(operators: OperatorList, fontOf: (name: string) => unknown): void
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

const ABSENT = -1
const UNKNOWN = -2
const USUAL_WIDTH = 500
const TABLE = 1024

/** Codes below TABLE lie in an array: every character of a document is looked up twice. */
interface FontWidths {
  readonly low: Float64Array
  readonly high: Map<number, number>
  sum: number
  known: number
  /** Printable ASCII characters drawn whose code in the font is, or is not, the character's own. */
  coded: number
  recoded: number
}

const isAscii = (code: number) => code > 32 && code < 127
/** So many letters that stand at their own code are no accident. */
const ENOUGH_CODED = 5

export function createGlyphWidths(operators: TextOperators): GlyphWidths {
  const fonts = new Map<string, FontWidths>()

  const fontOf = (name: string): FontWidths => {
    let font = fonts.get(name)
    if (!font) {
      font = { low: new Float64Array(TABLE).fill(ABSENT), high: new Map(), sum: 0, known: 0, coded: 0, recoded: 0 }
      fonts.set(name, font)
    }
    return font
  }

  const learnGlyph = (font: FontWidths, glyph: unknown) => {
    if (typeof glyph !== 'object' || glyph === null) return
    const { unicode, width, originalCharCode } = glyph as Readonly<Record<string, unknown>>
    if (typeof unicode !== 'string' || typeof width !== 'number' || !Number.isFinite(width) || width < 0) return
    if (unicode.length === 1 && isAscii(unicode.charCodeAt(0))) {
      if (unicode.charCodeAt(0) === originalCharCode) font.coded++
      else font.recoded++
    }
    const written = unicode.normalize('NFKC')
    const each = width / Math.max(1, written.length)
    for (let i = 0; i < written.length; i++) learnWidth(font, written.charCodeAt(i), each)
    if (written !== unicode && unicode.length === 1) learnWidth(font, unicode.charCodeAt(0), width)
  }

  return {
    lacks(name, text) {
      const font = fontOf(name)
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        if (code > 32 && widthIn(font, code) === ABSENT) return true
      }
      return false
    },
    learn({ fnArray, argsArray }, fontOfPdfjs) {
      let font: FontWidths | undefined
      const used = new Set<string>()
      for (let i = 0; i < fnArray.length; i++) {
        const args = argsArray[i]
        if (!Array.isArray(args)) continue
        if (fnArray[i] === operators.setFont && typeof args[0] === 'string') {
          font = fontOf(args[0])
          used.add(args[0])
        } else if (fnArray[i] === operators.showText && font && Array.isArray(args[0])) {
          for (const glyph of args[0]) learnGlyph(font, glyph)
        }
      }
      for (const name of used) learnTable(fontOf(name), fontOfPdfjs(name))
    },
    giveUp(name, text) {
      const font = fontOf(name)
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        if (widthIn(font, code) === ABSENT) store(font, code, UNKNOWN)
      }
    },
    of(name) {
      const font = fontOf(name)
      const guess = font.known > 0 ? font.sum / font.known : USUAL_WIDTH
      return (code) => {
        const width = widthIn(font, code)
        return width < 0 ? guess : width
      }
    },
  }
}

const widthIn = (font: FontWidths, code: number): number =>
  code < TABLE ? (font.low[code] as number) : (font.high.get(code) ?? ABSENT)

function store(font: FontWidths, code: number, width: number): void {
  if (code < TABLE) font.low[code] = width
  else font.high.set(code, width)
}

/** Only of a font that has so far had every letter at the letter's own code, as most simple fonts do. */
function learnTable(font: FontWidths, held: unknown): void {
  if (font.coded < ENOUGH_CODED || font.recoded > 0 || typeof held !== 'object' || held === null) return
  const { widths } = held as { widths?: unknown }
  if (typeof widths !== 'object' || widths === null) return
  for (let code = 33; isAscii(code); code++) {
    const width: unknown = Reflect.get(widths, code)
    if (typeof width === 'number' && width > 0) learnWidth(font, code, width)
  }
}

/** The first width counts: a second glyph for the same character is a variant of it. */
function learnWidth(font: FontWidths, code: number, width: number): void {
  if (widthIn(font, code) >= 0) return
  store(font, code, width)
  font.sum += width
  font.known++
}
