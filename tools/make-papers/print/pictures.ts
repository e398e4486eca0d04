/** Ink that is not writing: a practice's logo, a barcode, a photographic picture. */
import type { Random } from '../random.ts'
import type { AreaMark, PictureMark, Point } from './page.ts'

interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A disc with a cross and three waves. */
export function drawLogo({ x, y, width, height }: Frame): PictureMark {
  const radius = Math.min(width, height) / 2
  const middle = { x: x + radius, y: y + radius }
  const arm = radius * 0.26
  const reach = radius * 0.68
  const waves = [0, 1, 2].map((i) =>
    wave(x + radius * 2.1, y + radius * (0.5 + i * 0.5), width - radius * 2.1, radius * 0.24),
  )
  return {
    kind: 'picture',
    areas: [
      { kind: 'area', corners: circle(middle, radius), ink: '#2f5f6f' },
      box(middle.x - arm, middle.y - reach, arm * 2, reach * 2, '#ffffff'),
      box(middle.x - reach, middle.y - arm, reach * 2, arm * 2, '#ffffff'),
      ...(width > radius * 3 ? waves : []),
    ],
  }
}

export function drawBarcode({ x, y, width, height }: Frame, random: Random): PictureMark {
  const areas: AreaMark[] = []
  for (let at = 0; at < width - 2; ) {
    const bar = random.between(1, 3) * 0.7
    areas.push(box(x + at, y, bar, height, '#101010'))
    at += bar + random.between(1, 3) * 0.7
  }
  return { kind: 'picture', areas }
}

/** Soft patches of grey on black, as an ultrasound or a radiograph is printed. */
export function drawPhotograph({ x, y, width, height }: Frame, random: Random): PictureMark {
  const areas: AreaMark[] = [box(x, y, width, height, '#181818')]
  const side = 3
  const hills = Array.from({ length: 7 }, () => ({
    x: x + (width * random.between(10, 90)) / 100,
    y: y + (height * random.between(10, 90)) / 100,
    spread: (Math.min(width, height) * random.between(10, 32)) / 100,
    light: random.between(60, 190),
  }))
  for (let row = 0; row < height; row += side)
    for (let column = 0; column < width; column += side) {
      const light = hills.reduce(
        (sum, hill) => {
          const distance = Math.hypot(x + column - hill.x, y + row - hill.y) / hill.spread
          return sum + hill.light * Math.exp(-distance * distance)
        },
        random.between(18, 46),
      )
      const grey = Math.min(230, Math.round(light))
      const [wide, high] = [Math.min(side, width - column), Math.min(side, height - row)]
      areas.push(box(x + column, y + row, wide, high, `rgb(${grey},${grey},${grey})`))
    }
  return { kind: 'picture', areas }
}

const box = (x: number, y: number, width: number, height: number, ink: string): AreaMark => ({
  kind: 'area',
  corners: [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ],
  ink,
})

const circle = ({ x, y }: Point, radius: number): Point[] =>
  Array.from({ length: 48 }, (_, i) => ({
    x: x + radius * Math.cos((i / 24) * Math.PI),
    y: y + radius * Math.sin((i / 24) * Math.PI),
  }))

function wave(x: number, y: number, width: number, thick: number): AreaMark {
  const rise = (i: number) => Math.sin((i / 20) * Math.PI * 2) * thick
  const upper = Array.from({ length: 21 }, (_, i) => ({ x: x + (width * i) / 20, y: y + rise(i) }))
  const lower = upper.map((point, i) => ({ x: point.x, y: y + rise(i) + thick * 0.9 })).reverse()
  return { kind: 'area', corners: [...upper, ...lower], ink: '#5b93a3' }
}
