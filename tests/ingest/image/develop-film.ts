/** What lens, light and sensor make of a scene: uneven light, shadows, blur, glare and noise. */
import type { Raster } from '../../../src-main/ingest/image/raster.ts'
import type { Random } from '../../../tools/make-papers/random.ts'

interface FilmOptions {
  readonly width: number
  readonly height: number
  readonly blur?: number
  readonly motion?: number
  readonly glare?: boolean
  readonly noise?: number
  readonly shadow?: boolean
}

/** `toScene`: the nine numbers of the homography from pixels of the photo to the scene, whose middle is its origin. */
export function developFilm(random: Random, scene: Raster, toScene: readonly number[], options: FilmOptions): Raster {
  const { width, height } = options
  const seen = expose(scene, toScene, width, height)
  lightUp(random, seen, width, height, options.shadow ?? random.chance(0.6))
  const sharp = options.blur ?? random.between(40, 90) / 100
  let lit = gaussian(seen, width, height, sharp)
  if (options.motion) lit = along(lit, width, height, box(options.motion))
  if (options.glare) glare(random, lit, width, height)
  const noise = options.noise ?? random.between(10, 45) / 10
  const grain = Float32Array.from({ length: 40_009 }, () => noise * nearlyNormal(random))
  const data = new Uint8Array(lit.length)
  for (let y = 0, at = 0; y < height; y += 1) {
    // each row starts elsewhere in the same grain
    let next = random.between(0, grain.length - 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      next = next === 0 ? grain.length - 1 : next - 1
      data[at] = Math.min(255, Math.max(0, Math.round((lit[at] as number) + (grain[next] as number))))
    }
  }
  return { width, height, data }
}

function nearlyNormal(random: Random): number {
  return (random.between(0, 1000) + random.between(0, 1000) + random.between(0, 1000) - 1500) / 500
}

function expose(scene: Raster, m: readonly number[], width: number, height: number): Float32Array {
  const out = new Float32Array(width * height)
  const [a, b, c, d, e, f, g, h, i] = m as [number, number, number, number, number, number, number, number, number]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const w = g * x + h * y + i
      out[y * width + x] = sample(
        scene,
        (a * x + b * y + c) / w + scene.width / 2,
        (d * x + e * y + f) / w + scene.height / 2,
      )
    }
  return out
}

function sample({ width, height, data }: Raster, x: number, y: number): number {
  const u = Math.min(width - 1.001, Math.max(0, x - 0.5))
  const v = Math.min(height - 1.001, Math.max(0, y - 0.5))
  const at = (v | 0) * width + (u | 0)
  const fx = u - (u | 0)
  const top = (data[at] as number) * (1 - fx) + (data[at + 1] as number) * fx
  const bottom = (data[at + width] as number) * (1 - fx) + (data[at + width + 1] as number) * fx
  return top + (bottom - top) * (v - (v | 0))
}

/** A slope of light, darker corners, and now and then the shadow of a hand or a head. */
function lightUp(random: Random, lit: Float32Array, width: number, height: number, shadow: boolean): void {
  const slope = [random.between(-25, 25) / 100, random.between(-25, 25) / 100] as const
  const vignette = random.between(0, 20) / 100
  const edge = (random.between(0, 359) * Math.PI) / 180
  const [nx, ny] = [Math.cos(edge), Math.sin(edge)]
  const [at, soft, depth] = [random.between(-30, 30) / 100, random.between(2, 15) / 100, random.between(15, 45) / 100]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [x / width - 0.5, y / height - 0.5]
      let light = (1 + slope[0] * u + slope[1] * v) * (1 - vignette * 2 * (u * u + v * v))
      if (shadow)
        light *=
          1 - depth / (1 + Math.exp(-(u * nx + v * ny - at + 0.04 * Math.sin(9 * (u * ny - v * nx))) / (soft / 4)))
      lit[y * width + x] = (lit[y * width + x] ?? 0) * light
    }
}

/** A lamp mirrored in glossy paper: blown out in the middle, hazy round it. */
function glare(random: Random, lit: Float32Array, width: number, height: number): void {
  const [cx, cy] = [width * (random.between(42, 58) / 100), height * (random.between(42, 58) / 100)]
  const radius = Math.min(width, height) * (random.between(10, 16) / 100)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const away = Math.hypot(x - cx, (y - cy) * 1.3) / radius
      if (away < 2.5) lit[y * width + x] = (lit[y * width + x] ?? 0) + 420 * Math.exp(-(away ** 3))
    }
}

const box = (length: number) =>
  new Float32Array(Math.max(1, Math.round(length))).fill(1 / Math.max(1, Math.round(length)))

function gaussian(image: Float32Array, width: number, height: number, sigma: number): Float32Array {
  if (sigma < 0.2) return image
  const reach = Math.ceil(sigma * 3)
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  )
  const sum = kernel.reduce((a, b) => a + b, 0)
  for (let i = 0; i < kernel.length; i += 1) kernel[i] = (kernel[i] ?? 0) / sum
  const rows = along(image, width, height, kernel)
  return transpose(along(transpose(rows, width, height), height, width, kernel), height, width)
}

function along(image: Float32Array, width: number, height: number, kernel: Float32Array): Float32Array {
  const out = new Float32Array(image.length)
  const reach = kernel.length >> 1
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let k = 0; k < kernel.length; k += 1)
        sum += (kernel[k] as number) * (image[y * width + Math.min(width - 1, Math.max(0, x + k - reach))] as number)
      out[y * width + x] = sum
    }
  return out
}

function transpose(image: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(image.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) out[x * height + y] = image[y * width + x] as number
  return out
}
