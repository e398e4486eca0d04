/** Strokes that look like hurried handwriting and say nothing: nobody can be expected to read them. */
import type { Random } from '../random.ts'
import type { HandwritingMark, Point } from './page.ts'

export interface HandwritingPlace {
  readonly x: number
  readonly baseline: number
  readonly width: number
  /** Height of a small letter, in points. */
  readonly height: number
  /** How far the line climbs, in radians. */
  readonly climb?: number
  readonly ink?: string
}

const BALLPOINT = '#26386e'

/** A line of words that look joined up. */
export function writeByHand(place: HandwritingPlace, random: Random): HandwritingMark {
  const { x, baseline, width, height, climb = 0, ink = BALLPOINT } = place
  const strokes: Point[][] = []
  let at = 0
  while (at < width - height) {
    const length = Math.min(width - at, height * random.between(25, 70) * 0.1)
    strokes.push(...cursiveWord(at, length, height, random))
    at += length + height * random.between(7, 12) * 0.1
  }
  const placed = strokes.map((stroke) =>
    stroke.map((point) => ({
      x: x + point.x * Math.cos(climb) + point.y * Math.sin(climb),
      y: baseline + point.y * Math.cos(climb) - point.x * Math.sin(climb),
    })),
  )
  return { kind: 'handwriting', strokes: placed, width: Math.max(0.7, height * 0.14), ink }
}

/** A name nobody can read: a large first loop, a long tail and a line under it. */
export function signByHand(place: HandwritingPlace, random: Random): HandwritingMark {
  const { x, baseline, width, height } = place
  const written = writeByHand({ ...place, x: x + height, width: width - height }, random)
  const loop = curve([
    { x: x, y: baseline - height * 0.4 },
    { x: x + height * 0.5, y: baseline - height * 3 },
    { x: x + height * 1.4, y: baseline - height * 2.2 },
    { x: x + height * 0.4, y: baseline + height * 0.8 },
    { x: x + height * 1.2, y: baseline },
  ])
  const tail = curve([
    { x: x + width * 0.95, y: baseline - height * 0.3 },
    { x: x + width * 0.6, y: baseline + height * 0.9 },
    { x: x + width * 0.2, y: baseline + height * 1.2 },
    { x: x + width, y: baseline + height * 0.8 },
  ])
  return { ...written, strokes: [loop, ...written.strokes, tail] }
}

/** Up and down strokes with loops, some tall, some hanging; now and then a dot or a bar. */
function cursiveWord(start: number, length: number, height: number, random: Random): Point[][] {
  const turns: Point[] = [{ x: start, y: -height * 0.1 }]
  const extra: Point[][] = []
  for (let at = start; at < start + length; at += height * random.between(38, 62) * 0.01) {
    const tall = random.chance(0.22)
    const top = -height * (tall ? random.between(19, 24) * 0.1 : random.between(8, 11) * 0.1)
    const bottom = random.chance(0.12) ? height * random.between(7, 10) * 0.1 : height * random.between(-2, 1) * 0.05
    turns.push({ x: at + height * 0.34, y: top }, { x: at + height * (tall ? 0.12 : 0.2), y: top * 0.9 })
    turns.push({ x: at + height * 0.22, y: bottom }, { x: at + height * 0.4, y: bottom - height * 0.12 })
    if (random.chance(0.1))
      extra.push(
        curve([
          { x: at + height * 0.3, y: -height * 1.5 },
          { x: at + height * 0.4, y: -height * 1.42 },
        ]),
      )
    if (tall && random.chance(0.4))
      extra.push(
        curve([
          { x: at - height * 0.1, y: top * 0.72 },
          { x: at + height * 0.75, y: top * 0.8 },
        ]),
      )
  }
  return [curve(turns), ...extra]
}

/** A smooth line through points (Catmull and Rom 1974). */
function curve(points: readonly Point[]): Point[] {
  const at = (i: number) => points[Math.min(points.length - 1, Math.max(0, i))] as Point
  const steps = 8
  return points.flatMap((_, i) =>
    i === points.length - 1
      ? [at(i)]
      : Array.from({ length: steps }, (_, step) => between(at(i - 1), at(i), at(i + 1), at(i + 2), step / steps)),
  )
}

function between(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const mix = (p: number, q: number, r: number, s: number) =>
    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t)
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) }
}
