/**
 * Prints a page, lays it on a desk and photographs it with a phone: perspective, uneven light, a shadow, the blur and
 * noise of a small sensor. The truth goes through the same camera.
 */
import type { Random } from '../random.ts'
import { type Homography, inverse, lookAt, type Pose, seen } from './camera.ts'
import { cast, type LightOptions } from './daylight.ts'
import { type DeskKind, drawDesk } from './desk.ts'
import { drawPage } from './draw-page.ts'
import { encodeJpeg } from './encode.ts'
import { type ExifOrientation, storedAs } from './exif-orientation.ts'
import { addNoise } from './grain.ts'
import { blurred } from './optics.ts'
import type { Page, PaperSize, Point } from './page.ts'
import type { Plane } from './plane.ts'
import type { Printed } from './print-scan.ts'
import { truthOf } from './truth.ts'

export interface PhotoOptions {
  /** Pixels as shown, after the EXIF orientation. */
  readonly size: PaperSize
  readonly pose: Pose
  readonly light?: Partial<LightOptions>
  readonly desk?: DeskKind
  /** Of lens, focus and hand, in pixels of the photo. */
  readonly blur?: number
  readonly noise?: number
  readonly jpegQuality: number
  readonly exifOrientation?: ExifOrientation
}

/** How much finer than the photo the page is printed. The lens blurs more than this can alias. */
const FINER = 1.2

export async function printPhoto(page: Page, options: PhotoOptions, random: Random): Promise<Printed> {
  const { size, pose, light, desk = 'plain', blur = 0.7, noise = 3, jpegQuality, exifOrientation = 1 } = options
  const camera = lookAt(page, size, pose)
  const photo = drawDesk(desk, size, random)
  layOn(photo, page, camera)
  cast(photo, { falloff: 0.3, shadow: 0.25, glare: 0, tint: [1, 0.97, 0.91], ...light }, random)
  const taken = blurred(photo, blur)
  addNoise(taken, noise, random)
  const truth = truthOf(page, (point) => seen(camera, point), size)
  const file = await encodeJpeg(storedAs(taken, exifOrientation), {
    quality: jpegQuality,
    orientation: exifOrientation,
  })
  return { ...file, width: size.width, height: size.height, truth }
}

/** Puts the page into the picture, with the soft dark edge that a sheet has on a table. */
function layOn(photo: Plane, page: Page, camera: Homography) {
  const detail = FINER * pixelsPerPoint(page, camera)
  const sheet = {
    width: Math.ceil(page.width * detail),
    height: Math.ceil(page.height * detail),
  }
  const print = drawPage(page, { a: detail, b: 0, c: 0, d: detail, e: 0, f: 0 }, { ...sheet, channels: 3 })
  const back = inverse(camera)
  const margin = 7 * detail
  const { width, height, data } = photo
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 3) {
      const point = seen(back, { x: x + 0.5, y: y + 0.5 })
      const [u, v] = [point.x * detail - 0.5, point.y * detail - 0.5]
      if (u >= 0 && v >= 0 && u < sheet.width - 1 && v < sheet.height - 1) sample(print, u, v, data, at)
      else darken(data, at, Math.hypot(outside(u, sheet.width), outside(v, sheet.height)) / margin)
    }
}

/** Bilinear. White paper is not as white as light itself. */
function sample({ width, data: from }: Plane, u: number, v: number, to: Uint8Array, at: number) {
  const [column, row] = [Math.floor(u), Math.floor(v)]
  const [right, down] = [u - column, v - row]
  const i = (row * width + column) * 3
  const below = i + width * 3
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = (from[i + channel] as number) * (1 - right) + (from[i + 3 + channel] as number) * right
    const lower = (from[below + channel] as number) * (1 - right) + (from[below + 3 + channel] as number) * right
    to[at + channel] = (upper * (1 - down) + lower * down) * 0.93
  }
}

function darken(data: Uint8Array, at: number, distance: number) {
  if (distance >= 1) return
  const factor = 0.55 + 0.45 * distance
  for (let i = at; i < at + 3; i += 1) data[i] = (data[i] as number) * factor
}

const outside = (value: number, size: number) => Math.max(0, -value, value - size)

function pixelsPerPoint(page: Page, camera: Homography): number {
  const [left, right] = [
    seen(camera, { x: 0, y: page.height / 2 }),
    seen(camera, { x: page.width, y: page.height / 2 }),
  ]
  return distance(left, right) / page.width
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)
