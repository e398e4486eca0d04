/** Lines of a web page while it streams by: white space as a browser shows it, tables as rows, nested as they come. */
import { gap, type Line, rowLines, textLine } from './lines.ts'

interface Frame {
  readonly lines: Line[]
  text: string
}

export function createHtmlWriter() {
  const root: Frame = { lines: [], text: '' }
  const frames: Frame[] = [root]
  const rows: Line[][][] = []
  const top = () => frames.at(-1) ?? root

  const endLine = (frame = top()) => {
    const text = frame.text
      .replace(/[\u00a0\u2007\u202f]/g, ' ')
      .replace(/[\u00ad\u200b\ufeff\0]/g, '')
      .trim()
    if (text !== '') frame.lines.push(textLine(text))
    frame.text = ''
  }
  const addGap = () => {
    endLine()
    if (top().lines.at(-1)?.kind === 'text') top().lines.push(gap)
  }

  return {
    endLine: () => endLine(),
    addGap,
    write: (text: string) => {
      const frame = top()
      const shown = text.replace(/[ \t\r\n\f]+/g, ' ')
      frame.text += frame.text === '' || frame.text.endsWith(' ') ? shown.replace(/^ /, '') : shown
    },
    writeVerbatim: (text: string) => {
      const [first = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n')
      top().text += first
      for (const line of rest) {
        if (top().text.trim() === '') addGap()
        else endLine()
        top().text = line
      }
    },
    beginRow: () => rows.push([]),
    endRow: () => {
      const cells = rows.pop() ?? []
      endLine()
      for (const line of rowLines(cells)) top().lines.push(line)
    },
    beginCell: () => frames.push({ lines: [], text: '' }),
    endCell: (isShown: boolean) => {
      endLine()
      const lines = frames.length > 1 ? (frames.pop()?.lines ?? []) : []
      if (isShown) rows.at(-1)?.push(lines)
    },
    end: (): Line[] => {
      endLine()
      return root.lines
    },
  }
}
