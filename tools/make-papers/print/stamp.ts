/** A rubber stamp: words in a frame, put down by hand and so a little askew. Its words are words of the page. */
import type { Random } from '../random.ts'
import { advanceOf } from './faces.ts'
import type { Mark, Page, Point, Style } from './page.ts'

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** `at` is the left end of the first line's baseline. */
export function stamped(page: Page, at: Point, random: Random): Page {
  const style: Style = { face: 'sans', size: 13, bold: true, ink: random.pick(['#54597a', '#7a4a50', '#4c4c54']) }
  const small: Style = { ...style, size: 9 }
  const angle = (random.between(-40, 40) / 10) * (Math.PI / 180)
  const ink = style.ink ?? ''
  const turn = ({ x, y }: Point): Point => ({
    x: at.x + x * Math.cos(angle) - y * Math.sin(angle),
    y: at.y + x * Math.sin(angle) + y * Math.cos(angle),
  })
  const marks: Mark[] = []
  const write = (text: string, y: number, cut: Style) => {
    let x = 0
    for (const word of text.split(' ')) {
      const start = turn({ x, y })
      marks.push({ kind: 'word', text: word, x: start.x, baseline: start.y, style: cut, angle })
      x += advanceOf(`${word} `, cut)
    }
    return x
  }
  const date = `${random.between(1, 28)} ${random.pick(months)} ${random.between(2019, 2024)}`
  const wide = Math.max(
    write(random.pick(['RECEIVED', 'SCANNED', 'COPY SENT', 'FILED']), 0, style),
    write(date, 13, small),
  )
  const corners = [turn({ x: -6, y: -15 }), turn({ x: wide, y: -15 }), turn({ x: wide, y: 19 }), turn({ x: -6, y: 19 })]
  for (const [i, from] of corners.entries())
    marks.push({ kind: 'line', from, to: corners[(i + 1) % 4] as Point, width: 1.4, ink })
  return { ...page, marks: [...page.marks, ...marks] }
}
