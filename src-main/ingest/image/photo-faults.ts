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
const leastLetterHeight = 7.5
/** Width of a letter's edge as a share of its height, from which on letters run together. */
const mostBlur = 0.42
const viewSide = 640

/** `quad`: the sheet in the picture, when it was found. Only a photo can glare or be cut off. */
export function photoFaults(picture: Raster, quad: Quad | undefined, isPhoto: boolean): PageNotice[] {
  const view = findWriting(shrink(picture, viewSide))
  const scale = view.ink.width / picture.width
  const sheet = quad?.map(([x, y]) => [x * scale, y * scale] as const) as Quad | undefined
  const letters = measureLetters(picture, view, sheet)
  const notices: PageNotice[] = []
  if (letters.blur > mostBlur) notices.push('blurred')
  if (letters.height > 0 && letters.height < leastLetterHeight) notices.push('too-small')
  if (isPhoto && hasGlare(view, sheet)) notices.push('glare')
  if (isPhoto && isCutOff(view, sheet)) notices.push('cut-off')
  return notices
}
