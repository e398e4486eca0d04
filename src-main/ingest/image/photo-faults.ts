/** What is wrong with a photo so that a person should take it again: blurred, too small, glaring, cut off. */
import type { PageNotice } from '#contract/documents.ts'
import { isCutOff } from './cut-off.ts'
import { hasGlare } from './glare.ts'
import { measureLetters } from './letter-sharpness.ts'
import type { Quad } from './quad.ts'
import type { Raster } from './raster.ts'
import { shrink } from './shrink.ts'
import { findWriting } from './writing.ts'

/** Height of small letters, in pixels, below which too many are misread. */
const leastLetterHeight = 6
/**
 * Width of the letters' edges, as a share of the height of small letters, from which on recognition loses words: with
 * 0.2 it still reads all, with 0.25 one word in ten is lost. Sharp photos have 0.12 to 0.17.
 */
const mostBlur = 0.23
/** Edges narrower than these many pixels are as sharp as pixels can show: such letters are small, not blurred. */
const [sharpEdge, sharpEdgeOfSmallLetters] = [2.4, 3]
const viewSide = 640

/** `quad`: the sheet in the picture, when it was found. Only a photo can glare or be cut off. */
export function photoFaults(picture: Raster, quad: Quad | undefined, isPhoto: boolean): PageNotice[] {
  const small = shrink(picture, viewSide)
  const view = findWriting(small)
  const scale = view.ink.width / picture.width
  const sheet = quad?.map(([x, y]) => [x * scale, y * scale] as const) as Quad | undefined
  const { height, blur } = measureLetters(picture, small, sheet)
  const isSmall = height > 0 && height < leastLetterHeight
  const notices: PageNotice[] = []
  if (blur > mostBlur && blur * height > (isSmall ? sharpEdgeOfSmallLetters : sharpEdge)) notices.push('blurred')
  if (isSmall) notices.push('too-small')
  if (isPhoto && hasGlare(view, sheet)) notices.push('glare')
  if (isPhoto && isCutOff(view, sheet)) notices.push('cut-off')
  return notices
}
