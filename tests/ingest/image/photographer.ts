/**
 * Photographs a drawn sheet on a drawn desk through a pinhole camera, in uneven light, and knows where the sheet's
 * corners came to lie. The same seed gives the same photo.
 */
import type { Raster } from '../../../src-main/ingest/image/raster.ts'
import { createRandom, type Random } from '../../../tools/make-papers/random.ts'
import { type DeskKind, deskKinds, drawClutter, drawDesk } from './desk.ts'
import { developFilm } from './develop-film.ts'
import { drawSheet, type SheetKind, sheetKinds } from './sheet-of-paper.ts'

export type Point = readonly [x: number, y: number]

export interface PhotoOptions {
  readonly desk?: DeskKind
  readonly sheet?: SheetKind
  readonly clutter?: boolean
  /** Long side of the picture in pixels. */
  readonly longSide?: number
  readonly maxTilt?: number
  /** Share of the picture's height or width that the sheet takes up. */
  readonly fill?: number
  /** Of the picture's size, by which the sheet is off the middle. */
  readonly shift?: Point
  readonly roll?: number
  readonly letters?: number
  /** Height of the sheet over its width, when it stands upright. */
  readonly ratio?: number
  readonly blur?: number
  /** Pixels that the camera moved, along x. */
  readonly motion?: number
  readonly glare?: boolean
  readonly noise?: number
  readonly shadow?: boolean
}

export interface Photo {
  readonly raster: Raster
  /** Of the sheet as it lies: top left, top right, bottom right, bottom left. */
  readonly corners: readonly [Point, Point, Point, Point]
  /** From the sheet as drawn, in fractions of it, to pixels of the photo. */
  readonly place: (x: number, y: number) => Point
  readonly told: Required<Pick<PhotoOptions, 'desk' | 'sheet' | 'clutter'>>
}

export function takePhoto(seed: number, options: PhotoOptions = {}): Photo {
  const random = createRandom(seed)
  const desk = options.desk ?? random.pick(deskKinds)
  const sheet = options.sheet ?? random.pick(sheetKinds)
  const clutter = options.clutter ?? random.chance(0.4)
  const longSide = options.longSide ?? 1400
  const upright = random.chance(0.75)
  const width = upright ? longSide * 0.75 : longSide
  const height = upright ? longSide : longSide * 0.75
  const scene = layOut(random, { ...options, desk, sheet, clutter, longSide })
  const camera = aim(random, { ...options, width, height, ...scene.half })
  const raster = developFilm(random, scene.picture, camera.toScene, { ...options, width, height })
  const place = (x: number, y: number) =>
    camera.toPhoto((2 * x - 1) * scene.half.halfWidth, (2 * y - 1) * scene.half.halfHeight)
  return {
    raster,
    corners: [place(0, 0), place(1, 0), place(1, 1), place(0, 1)],
    place,
    told: { desk, sheet, clutter },
  }
}

interface SceneOptions extends Pick<PhotoOptions, 'letters' | 'ratio'> {
  readonly desk: DeskKind
  readonly sheet: SheetKind
  readonly clutter: boolean
  readonly longSide: number
}

/** The desk with everything on it, seen from straight above; the sheet lies in its middle. */
function layOut(random: Random, { desk, sheet, clutter, longSide, ...options }: SceneOptions) {
  const tall = Math.round(longSide * 0.85)
  const usual = random.pick([Math.SQRT2, 11 / 8.5, Math.SQRT2, 1.2])
  const ratio = options.ratio ?? usual
  const height = random.chance(0.85) ? tall : Math.round(tall / ratio)
  const width = height === tall ? Math.round(tall / ratio) : tall
  const size = Math.round(tall * 2.4)
  const canvas = drawDesk(random, desk, size)
  const pen = canvas.getContext('2d')
  if (clutter) drawClutter(pen, random, size, { x: width / 2 + size * 0.08, y: height / 2 + size * 0.08 })
  const light = (random.between(0, 360) * Math.PI) / 180
  pen.shadowColor = `rgba(0,0,0,${random.between(35, 70) / 100})`
  pen.shadowBlur = (tall / 297) * random.between(2, 6)
  pen.shadowOffsetX = (Math.cos(light) * tall) / 297
  pen.shadowOffsetY = (Math.sin(light) * tall) / 297
  const paper = desk === 'white' ? random.between(228, 244) : random.between(215, 248)
  const drawn = drawSheet(random, { kind: sheet, width, height, paper, ...options })
  pen.drawImage(drawn, (size - width) / 2, (size - height) / 2)
  const rgba = pen.getImageData(0, 0, size, size).data
  const data = new Uint8Array(size * size)
  for (let i = 0; i < data.length; i += 1) data[i] = rgba[4 * i] as number
  const picture = { width: size, height: size, data }
  return { picture, half: { halfWidth: width / 2, halfHeight: height / 2 } }
}

interface Aim extends PhotoOptions {
  readonly width: number
  readonly height: number
  readonly halfWidth: number
  readonly halfHeight: number
}

/** A pinhole camera whose picture the sheet fills to the share asked for; scene coordinates start at the sheet's middle. */
function aim(random: Random, options: Aim) {
  const { width, height, halfWidth, halfHeight, maxTilt = 20 } = options
  const tilt = ((random.between(0, 100) / 100) * maxTilt * Math.PI) / 180
  const around = (random.between(0, 359) * Math.PI) / 180
  const roll = ((options.roll ?? random.between(-14, 14)) * Math.PI) / 180
  const fill = options.fill ?? random.between(58, 92) / 100
  const [shiftX, shiftY] = options.shift ?? [random.between(-3, 3) / 100, random.between(-3, 3) / 100]
  const focal = (Math.max(width, height) * random.between(72, 100)) / 100
  const rotation = rotate(tilt, around, roll)
  const project = (distance: number, x: number, y: number): Point => {
    const [a, b, c] = rotation
    const depth = c[0] * x + c[1] * y + distance
    return [(focal * (a[0] * x + a[1] * y)) / depth, (focal * (b[0] * x + b[1] * y)) / depth]
  }
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x, y]) => [(x as number) * halfWidth, (y as number) * halfHeight] as const)
  const reach = (distance: number) => {
    const seen = corners.map(([x, y]) => project(distance, x, y))
    const span = (axis: 0 | 1) => Math.max(...seen.map((p) => p[axis])) - Math.min(...seen.map((p) => p[axis]))
    return Math.max(span(0) / width, span(1) / height)
  }
  let [near, far] = [halfHeight, halfHeight * 40]
  for (let step = 0; step < 50; step += 1) {
    const middle = (near + far) / 2
    if (reach(middle) > fill) near = middle
    else far = middle
  }
  const seen = corners.map(([x, y]) => project(far, x, y))
  const middle = (axis: 0 | 1) => (Math.max(...seen.map((p) => p[axis])) + Math.min(...seen.map((p) => p[axis]))) / 2
  const [dx, dy] = [width * (0.5 + shiftX) - middle(0), height * (0.5 + shiftY) - middle(1)]
  const toPhoto = (x: number, y: number): Point => {
    const [u, v] = project(far, x, y)
    return [u + dx, v + dy]
  }
  const [a, b, c] = rotation
  // The plane's three columns are the homography from scene to photo; its inverse brings photo pixels to the scene.
  const toScene = invert([
    focal * a[0] + dx * c[0],
    focal * a[1] + dx * c[1],
    dx * far,
    focal * b[0] + dy * c[0],
    focal * b[1] + dy * c[1],
    dy * far,
    c[0],
    c[1],
    far,
  ])
  return { toPhoto, toScene }
}

type Row = readonly [number, number]

/** The first two columns of the rotation: roll about the view axis, then a tilt about an axis in the picture. */
function rotate(tilt: number, around: number, roll: number): readonly [Row, Row, Row] {
  const [s, c] = [Math.sin(tilt), Math.cos(tilt)]
  const [ux, uy] = [Math.cos(around), Math.sin(around)]
  const turn = [
    [c + ux * ux * (1 - c), ux * uy * (1 - c)],
    [ux * uy * (1 - c), c + uy * uy * (1 - c)],
    [-uy * s, ux * s],
  ] as const
  const [sr, cr] = [Math.sin(roll), Math.cos(roll)]
  return turn.map(([x, y]) => [x * cr + y * sr, -x * sr + y * cr] as const) as unknown as readonly [Row, Row, Row]
}

function invert(m: readonly number[]): number[] {
  const [a, b, c, d, e, f, g, h, i] = m as [number, number, number, number, number, number, number, number, number]
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}
