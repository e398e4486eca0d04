/** Fills a paper from the top down with lines, prose and rows, and turns the page when there is no more room. */
import type { Style } from '../print/page.ts'
import type { Run, Scribe } from './scribe.ts'

export interface Flow {
  readonly left: number
  readonly width: number
  readonly style: Style
  y(): number
  /** Where the next baseline is, `points` below the last one; on a new page when it would not fit there. */
  down(points?: number): number
  /** Turns the page unless so many points are left. */
  need(points: number): void
  line(text: string, style?: Style): void
  heading(text: string): void
  prose(runs: readonly Run[], place?: { readonly indent?: number; readonly mark?: string }): void
  gap(points: number): void
}

interface Place {
  readonly left: number
  readonly width: number
  readonly top: number
  /** The last baseline that is used. */
  readonly bottom: number
  readonly style: Style
  /** Draws what stands at the top of every further page and gives the first baseline below it. */
  readonly onNewPage: (page: number) => number
}

const LEADING = 1.34

export function createFlow(scribe: Scribe, { left, width, top, bottom, style, onNewPage }: Place): Flow {
  let y = top
  let page = 1
  const turn = () => {
    scribe.turn()
    page += 1
    y = onNewPage(page)
  }
  const flow: Flow = {
    left,
    width,
    style,
    y: () => y,
    down(points = style.size * LEADING) {
      y += points
      if (y > bottom) turn()
      return y
    },
    need(points) {
      if (y + points > bottom) turn()
    },
    line(text, as = style) {
      scribe.text(text, left, flow.down(as.size * LEADING), as)
    },
    heading(text) {
      flow.need(style.size * LEADING * 4)
      y += style.size * 0.7
      scribe.text(text, left, flow.down(style.size * LEADING * 1.1), { ...style, bold: true, size: style.size + 0.8 })
    },
    prose(runs, { indent = 0, mark } = {}) {
      for (const [i, line] of scribe.lay(runs, width - indent, style).entries()) {
        const baseline = flow.down()
        if (i === 0 && mark !== undefined) scribe.text(mark, left + indent - 14, baseline, style)
        scribe.drawLine(line, left + indent, baseline, style)
      }
    },
    gap(points) {
      y += points
    },
  }
  return flow
}
