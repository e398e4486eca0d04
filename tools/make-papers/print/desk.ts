/** What lies around a sheet in a photo: a table top, and on a cluttered one other things, none of which can be read. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../random.ts'
import { colourOf } from './draw-page.ts'
import type { PaperSize } from './page.ts'
import type { Plane } from './plane.ts'

export type DeskKind = 'plain' | 'cluttered'

const tops = ['#5a4636', '#8a7358', '#3d4247', '#77797a', '#2f2622', '#a08c74', '#4d5a56', '#d6d2c9']

export function drawDesk(kind: DeskKind, { width, height }: PaperSize, random: Random): Plane {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = random.pick(tops)
  context.fillRect(0, 0, width, height)
  drawGrain(context, random)
  if (kind === 'cluttered') {
    const draws = [drawPaper, drawMug, drawPen, drawKeyboard, drawCable, drawNote]
    for (const draw of draws) if (random.chance(0.75)) draw(context, random)
  }
  return { width, height, channels: 3, data: colourOf(context.getImageData(0, 0, width, height).data) }
}

/** Long streaks, lighter and darker, as of wood. */
function drawGrain(context: SKRSContext2D, random: Random) {
  const { width, height } = context.canvas
  for (let i = 0; i < 160; i += 1) {
    const y = random.between(0, height)
    context.strokeStyle = random.chance(0.5) ? 'rgba(0,0,0,0.05)' : 'rgba(255,255,255,0.035)'
    context.lineWidth = random.between(2, Math.round(height / 90))
    context.beginPath()
    context.moveTo(0, y)
    context.bezierCurveTo(width / 3, y + random.between(-60, 60), width * 0.66, y + random.between(-60, 60), width, y)
    context.stroke()
  }
}

/** A blank sheet or envelope under the page, white like it. */
function drawPaper(context: SKRSContext2D, random: Random) {
  const { width, height } = context.canvas
  at(
    context,
    random.pick([0.02, 0.95]) * width,
    (random.between(10, 90) / 100) * height,
    random.between(-40, 40),
    () => {
      context.fillStyle = random.pick(['#e9e7e0', '#d9cfb4', '#f1f1ee'])
      context.fillRect(-width * 0.2, -height * 0.15, width * 0.4, height * 0.3)
    },
  )
}

function drawMug(context: SKRSContext2D, random: Random) {
  const { width, height } = context.canvas
  const radius = width * 0.11
  at(context, random.pick([0.04, 0.97]) * width, random.pick([0.06, 0.5, 0.94]) * height, 0, () => {
    for (const [part, ink] of [
      [1, '#dcd8d0'],
      [0.86, '#8d8a84'],
      [0.8, '#3a2416'],
    ] as const) {
      context.fillStyle = ink
      context.beginPath()
      context.arc(0, 0, radius * part, 0, Math.PI * 2)
      context.fill()
    }
  })
}

function drawPen(context: SKRSContext2D, random: Random) {
  const { width, height } = context.canvas
  at(
    context,
    random.pick([0.05, 0.94]) * width,
    (random.between(20, 80) / 100) * height,
    random.between(60, 120),
    () => {
      context.fillStyle = random.pick(['#1d3f8a', '#111111', '#a51d1d'])
      context.fillRect(-width * 0.16, -width * 0.008, width * 0.32, width * 0.016)
      context.fillStyle = '#c7c7c7'
      context.fillRect(width * 0.12, -width * 0.01, width * 0.05, width * 0.02)
    },
  )
}

function drawKeyboard(context: SKRSContext2D, random: Random) {
  const { width } = context.canvas
  at(context, width * 0.5, -width * 0.02, random.between(-8, 8), () => {
    context.fillStyle = '#26282b'
    context.fillRect(-width * 0.5, -width * 0.12, width, width * 0.18)
    context.fillStyle = '#44484d'
    for (let row = 0; row < 3; row += 1)
      for (let key = 0; key < 15; key += 1)
        context.fillRect(width * (-0.48 + key * 0.064), width * (-0.1 + row * 0.052), width * 0.054, width * 0.042)
  })
}

function drawCable(context: SKRSContext2D, random: Random) {
  const { width, height } = context.canvas
  const x = random.pick([0.02, 0.98]) * width
  context.strokeStyle = random.pick(['#e6e6e6', '#1a1a1a'])
  context.lineWidth = width * 0.012
  context.beginPath()
  context.moveTo(x, 0)
  context.bezierCurveTo(x - width * 0.08, height * 0.3, x + width * 0.1, height * 0.6, x, height)
  context.stroke()
}

function drawNote(context: SKRSContext2D, random: Random) {
  const { width, height } = context.canvas
  at(
    context,
    random.pick([0.04, 0.96]) * width,
    (random.between(5, 95) / 100) * height,
    random.between(-20, 20),
    () => {
      context.fillStyle = random.pick(['#e8d95a', '#e79ab0', '#8fd0e0'])
      context.fillRect(-width * 0.09, -width * 0.09, width * 0.18, width * 0.18)
    },
  )
}

function at(context: SKRSContext2D, x: number, y: number, degrees: number, draw: () => void) {
  context.save()
  context.translate(x, y)
  context.rotate((degrees * Math.PI) / 180)
  draw()
  context.restore()
}
