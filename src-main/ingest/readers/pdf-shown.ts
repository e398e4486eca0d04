/**
 * Which words of a text layer the page shows: a word that makes no difference to the drawing is hidden, however it was
 * hidden (invisible, white, covered, clipped, transparent). Over an image only recognition can tell.
 */
import type { PositionedWord } from '../layout/positioned-word.ts'
import type { Drawing } from './pdf-draw.ts'
import type { ImagePlace } from './pdf-ink.ts'
import { lettersOf } from './text-quality.ts'

export interface ShownWords {
  readonly shown: readonly PositionedWord[]
  /** Not drawn, but standing on ink of an image, as the words of a scanner's own recognition do; or one over another. */
  readonly unsure: readonly PositionedWord[]
  readonly hidden: readonly PositionedWord[]
}

/** Differences of a colour channel below this are no ink to the eye. */
const VISIBLE = 12
/** Part of a word's length that must show; of a dot or a dash anything. */
const ENOUGH = 0.25
/** No eye reads letters smaller than this, in points on paper of ordinary size. */
const SMALLEST = 2

/** `scale`: pixels of the drawings per unit of the page; `point`: units of the page per point. */
export function sortByShown(
  words: readonly PositionedWord[],
  [drawn, bare]: readonly [whole: Drawing, withoutText: Drawing],
  { scale, point, images }: { scale: number; point: number; images: readonly ImagePlace[] },
): ShownWords {
  const sorted = { shown: [] as PositionedWord[], unsure: [] as PositionedWord[], hidden: [] as PositionedWord[] }
  const doubled = overprinted(words)
  for (const word of words) {
    const box = pixelsOf(word, scale, drawn)
    if (word.size >= SMALLEST * point && differs(drawn, bare, box)) {
      sorted[doubled.has(word) ? 'unsure' : 'shown'].push(word)
    } else if (images.some((image) => holds(image, word)) && hasContrast(drawn, box)) sorted.unsure.push(word)
    else sorted.hidden.push(word)
  }
  return sorted
}

/** True when any ink of the text that was left out lies in the box, given in units of the page. */
export function showsText(
  { x, y, width, height }: Pick<PositionedWord, 'x' | 'y' | 'width' | 'height'>,
  [drawn, bare]: readonly [whole: Drawing, withoutText: Drawing],
  scale: number,
): boolean {
  const box = { x, y, width, height, text: '', size: 0 }
  return differs(drawn, bare, pixelsOf(box, scale, drawn))
}

interface Edges {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** The word runs down or up the page. */
  readonly upended: boolean
  readonly least: number
}

function pixelsOf(word: PositionedWord, scale: number, { width, height }: Drawing): Edges {
  return {
    left: Math.max(0, Math.floor(word.x * scale)),
    top: Math.max(0, Math.floor(word.y * scale)),
    right: Math.min(width, Math.ceil((word.x + word.width) * scale)),
    bottom: Math.min(height, Math.ceil((word.y + word.height) * scale)),
    upended: word.turn === 1 || word.turn === 3,
    least: lettersOf(word.text) > 0 ? ENOUGH : 0,
  }
}

/** True when enough of the word's length, cut into slices one pixel thick, differs between the drawings. */
function differs(a: Drawing, b: Drawing, box: Edges): boolean {
  return sliced(box, (x, y) => {
    const i = y * a.width + x
    const [p, q] = [a.pixels[i] as number, b.pixels[i] as number]
    return p !== q && difference(p, q) >= VISIBLE
  })
}

function difference(p: number, q: number): number {
  return Math.max(
    Math.abs((p & 255) - (q & 255)),
    Math.abs(((p >>> 8) & 255) - ((q >>> 8) & 255)),
    Math.abs(((p >>> 16) & 255) - ((q >>> 16) & 255)),
  )
}

function sliced(
  { left, top, right, bottom, upended, least }: Edges,
  isInk: (x: number, y: number) => boolean,
): boolean {
  const [from, to, low, high] = upended ? [top, bottom, left, right] : [left, right, top, bottom]
  let hit = 0
  for (let along = from; along < to; along++) {
    for (let across = low; across < high; across++) {
      if (upended ? isInk(across, along) : isInk(along, across)) {
        hit++
        break
      }
    }
  }
  return hit > 0 && hit >= least * (to - from)
}

/** True when the box holds marks that stand out from its lightest part. */
function hasContrast(drawn: Drawing, box: Edges): boolean {
  let lightest = 0
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) lightest = Math.max(lightest, green(drawn, x, y))
  }
  return sliced(box, (x, y) => green(drawn, x, y) < lightest - 40)
}

const green = ({ pixels, width }: Drawing, x: number, y: number) => ((pixels[y * width + x] as number) >>> 8) & 255

function holds(image: ImagePlace, word: PositionedWord): boolean {
  const x = word.x + word.width / 2 - image.x
  const y = word.y + word.height / 2 - image.y
  return x >= 0 && y >= 0 && x <= image.width && y <= image.height
}

/** Words of about one size that lie over each other and say different things: not both can be read. */
function overprinted(words: readonly PositionedWord[]): Set<PositionedWord> {
  const found = new Set<PositionedWord>()
  const sorted = words.filter((word) => word.turn !== 4 && lettersOf(word.text) > 0).sort((a, b) => a.y - b.y)
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i] as PositionedWord
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j] as PositionedWord
      if (b.y > a.y + a.height * 0.5) break
      if (liesOver(a, b) && !a.text.includes(b.text) && !b.text.includes(a.text)) found.add(a).add(b)
    }
  }
  return found
}

function liesOver(a: PositionedWord, b: PositionedWord): boolean {
  if (Math.max(a.size, b.size) > 1.6 * Math.min(a.size, b.size)) return false
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return across > 0.25 * Math.min(a.width, b.width) && down > 0.6 * Math.min(a.height, b.height)
}
