/** The desks that the photographer lays sheets on: plain and patterned, empty and cluttered. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../../tools/make-papers/random.ts'
import { drawSheet } from './sheet-of-paper.ts'

export type DeskKind = 'dark' | 'grey' | 'white' | 'wood' | 'planks' | 'tiles' | 'cloth' | 'marble'
export const deskKinds: readonly DeskKind[] = ['dark', 'grey', 'white', 'wood', 'planks', 'tiles', 'cloth', 'marble']

export function drawDesk(random: Random, kind: DeskKind, size: number): Canvas {
  const canvas = createCanvas(size, size)
  desks[kind](canvas.getContext('2d'), random, size)
  return canvas
}

const grey = (level: number, alpha = 1) => `rgba(${level},${level},${level},${alpha})`

const desks: Record<DeskKind, (pen: SKRSContext2D, random: Random, size: number) => void> = {
  dark: (pen, random, size) => flat(pen, random.between(25, 70), size),
  grey: (pen, random, size) => flat(pen, random.between(90, 170), size),
  white: (pen, random, size) => flat(pen, random.between(215, 248), size),
  wood: (pen, random, size) => grain(pen, random, size, random.between(90, 185), 0),
  planks: (pen, random, size) => grain(pen, random, size, random.between(90, 170), size / random.between(6, 14)),
  tiles(pen, random, size) {
    flat(pen, random.between(130, 210), size)
    const step = size / random.between(5, 12)
    pen.lineWidth = size / 300
    pen.strokeStyle = grey(random.between(60, 120))
    for (let at = step / 3; at < size; at += step) {
      line(pen, at, 0, at, size)
      line(pen, 0, at, size, at)
    }
  },
  cloth(pen, random, size) {
    flat(pen, random.between(140, 200), size)
    const step = size / random.between(20, 50)
    pen.fillStyle = grey(random.between(50, 120), 0.4)
    for (let at = 0; at < size; at += 2 * step) {
      pen.fillRect(at, 0, step, size)
      pen.fillRect(0, at, size, step)
    }
  },
  marble(pen, random, size) {
    flat(pen, random.between(190, 230), size)
    for (let vein = 0; vein < 40; vein += 1) {
      pen.strokeStyle = grey(random.between(90, 170), 0.35)
      pen.lineWidth = random.between(1, 8)
      let [x, y] = [random.between(0, size), random.between(0, size)]
      pen.beginPath()
      pen.moveTo(x, y)
      for (let step = 0; step < 20; step += 1) {
        x += random.between(-size / 20, size / 15)
        y += random.between(-size / 20, size / 15)
        pen.lineTo(x, y)
      }
      pen.stroke()
    }
  },
}

function flat(pen: SKRSContext2D, level: number, size: number): void {
  pen.fillStyle = grey(level)
  pen.fillRect(0, 0, size, size)
}

function line(pen: SKRSContext2D, x0: number, y0: number, x1: number, y1: number): void {
  pen.beginPath()
  pen.moveTo(x0, y0)
  pen.lineTo(x1, y1)
  pen.stroke()
}

/** Wavy streaks along x; with `plank` also the joints between boards of that width, each of its own tone. */
function grain(pen: SKRSContext2D, random: Random, size: number, level: number, plank: number): void {
  flat(pen, level, size)
  for (let y = 0; plank > 0 && y < size; y += plank) {
    pen.fillStyle = grey(level + random.between(-20, 20), 0.7)
    pen.fillRect(0, y, size, plank)
    pen.fillStyle = grey(30, 0.8)
    pen.fillRect(0, y, size, size / 500)
  }
  for (let streak = 0; streak < 500; streak += 1) {
    const y = random.between(0, size)
    pen.strokeStyle = grey(random.chance(0.6) ? level - 45 : level + 25, random.between(10, 45) / 100)
    pen.lineWidth = random.between(1, 5)
    pen.beginPath()
    pen.moveTo(0, y)
    for (let x = 0; x <= size; x += size / 12) pen.lineTo(x, y + random.between(-size / 150, size / 150))
    pen.stroke()
  }
}

/** Things round the sheet (whose middle is the desk's): they may lie against it, and `under` it. */
export function drawClutter(pen: SKRSContext2D, random: Random, size: number, reach: { x: number; y: number }): void {
  const things = random.between(4, 8)
  for (let thing = 0; thing < things; thing += 1) {
    const side = random.between(0, 3)
    const along = random.between(-100, 100) / 100
    const away = random.between(90, 150) / 100
    const across = side % 2 === 0 ? [away, along] : [along, away]
    const sign = side < 2 ? 1 : -1
    pen.save()
    pen.translate(size / 2 + sign * (across[0] as number) * reach.x, size / 2 + sign * (across[1] as number) * reach.y)
    pen.rotate((random.between(0, 360) * Math.PI) / 180)
    pen.shadowColor = grey(0, 0.5)
    pen.shadowBlur = size / 150
    random.pick([otherSheet, ballpen, keyboard, mug, telephone])(pen, random, size)
    pen.restore()
  }
}

function otherSheet(pen: SKRSContext2D, random: Random, size: number): void {
  const [width, height] = [Math.round(size * 0.3), Math.round(size * 0.42)]
  const paper = random.between(190, 245)
  pen.drawImage(drawSheet(random, { kind: 'letter', width, height, paper, letters: 0.02 }), -width / 2, -height / 2)
}

function ballpen(pen: SKRSContext2D, random: Random, size: number): void {
  pen.lineCap = 'round'
  pen.lineWidth = size / 90
  pen.strokeStyle = grey(random.between(10, 220))
  line(pen, -size * 0.09, 0, size * 0.09, 0)
}

function keyboard(pen: SKRSContext2D, random: Random, size: number): void {
  const key = size / 45
  pen.fillStyle = grey(random.between(20, 200))
  pen.fillRect(-key * 7.5, -key * 2.5, key * 15, key * 5)
  pen.shadowBlur = 0
  pen.fillStyle = grey(random.between(20, 235))
  for (let row = 0; row < 4; row += 1)
    for (let column = 0; column < 14; column += 1)
      pen.fillRect((column - 7.2) * key, (row - 2.2) * key, key * 0.85, key * 0.85)
}

function mug(pen: SKRSContext2D, random: Random, size: number): void {
  for (const [radius, level] of [
    [size / 16, random.between(60, 240)],
    [size / 19, random.between(20, 60)],
  ] as const) {
    pen.fillStyle = grey(level)
    pen.beginPath()
    pen.arc(0, 0, radius, 0, 7)
    pen.fill()
  }
}

function telephone(pen: SKRSContext2D, _random: Random, size: number): void {
  pen.fillStyle = grey(15)
  pen.beginPath()
  pen.roundRect(-size * 0.05, -size * 0.1, size * 0.1, size * 0.2, size / 80)
  pen.fill()
}
