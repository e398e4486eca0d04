/**
 * Prints a page and scans it on a flatbed: laid down askew, sampled through a lens, grey, with the dust, noise and
 * uneven light of an office scanner. Every step that moves ink moves the truth with it.
 */
import type { Random } from '../random.ts'
import { type Affine, drawPage, mapped, scaled } from './draw-page.ts'
import { encodeJpeg, encodePng, type ImageFile } from './encode.ts'
import { addNoise, addSpecks } from './grain.ts'
import { blurred, gathered } from './optics.ts'
import type { Page, Point } from './page.ts'
import type { Plane } from './plane.ts'
import { type Quarters, turned, turnedPoint } from './quarter-turn.ts'
import { type Truth, truthOf } from './truth.ts'

export interface ScanOptions {
  readonly dpi: number
  /** Down the page, when it differs. */
  readonly dpiDown?: number
  /** Clockwise. */
  readonly skewDegrees?: number
  /** Standard deviation of the noise, in grey levels. */
  readonly noise?: number
  /** Of the optics, in pixels of the scan. */
  readonly blur?: number
  /** The part of pixels where a speck begins. */
  readonly specks?: number
  /** Grey of the blank paper. */
  readonly paper?: number
  /** How the sheet lay in the scanner: the whole image comes out turned by so many quarters clockwise. */
  readonly turn?: Quarters
  /** Absent: a PNG, without loss. */
  readonly jpegQuality?: number
}

export interface Printed extends ImageFile {
  readonly width: number
  readonly height: number
  readonly truth: Truth
}

/** How much finer than the scan the page is printed. */
const FINER = 2

export async function printScan(page: Page, options: ScanOptions, random: Random): Promise<Printed> {
  const { plane, truth } = scanPage(page, options, random)
  const { dpi, jpegQuality } = options
  const file = await (jpegQuality === undefined
    ? encodePng(plane, dpi)
    : encodeJpeg(plane, { quality: jpegQuality, dpi }))
  return { ...file, width: plane.width, height: plane.height, truth }
}

/** The same before it is a file. */
export function scanPage(page: Page, options: ScanOptions, random: Random): { plane: Plane; truth: Truth } {
  const { dpi, dpiDown = dpi, skewDegrees = 0, noise = 0, blur = 0.45, specks = 0, paper = 247, turn = 0 } = options
  const width = Math.round((page.width * dpi) / 72)
  const height = Math.round((page.height * dpiDown) / 72)
  const laid = laidDown(page, dpi / 72, (skewDegrees * Math.PI) / 180)
  const squeeze = dpiDown / dpi
  const mapping = { ...laid, b: laid.b * squeeze, d: laid.d * squeeze, f: laid.f * squeeze }
  const fine = drawPage(page, scaled(mapping, FINER), { width: width * FINER, height: height * FINER, channels: 1 })
  const scan = blurred(gathered(fine, FINER), blur)
  light(scan, paper, random)
  addSpecks(scan, specks, random)
  addNoise(scan, noise, random)
  const plane = turned(scan, turn)
  const toImage = (point: Point) => turnedPoint(mapped(mapping, point), scan, turn)
  return { plane, truth: truthOf(page, toImage, plane) }
}

/** Scales, and turns the sheet about its middle. */
function laidDown({ width, height }: Page, scale: number, angle: number): Affine {
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
  const [middleX, middleY] = [width / 2, height / 2]
  return {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: middleX * scale - cos * middleX + sin * middleY,
    f: middleY * scale - sin * middleX - cos * middleY,
  }
}

/** White becomes the grey of the paper under a lamp that is a little stronger at one end; black does not get darker. */
function light({ width, height, data }: Plane, paper: number, random: Random) {
  const [across, down] = [random.between(-4, 4), random.between(-4, 4)]
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const white = paper + across * (x / width - 0.5) + down * (y / height - 0.5)
      data[at] = Math.min(255, 12 + ((data[at] as number) * (white - 12)) / 255)
    }
}
