/** Lines of a web page while it streams by: white space as a browser shows it, tables as rows, nested as they come. */
import { visible } from './characters.ts'
import { gap, type Line, rowLines, textLine } from './lines.ts'

interface Frame {
  readonly lines: Line[]
  text: string
  /** What white space that follows would join; a line begins as after a space. */
  ends: 'space' | 'word'
}

export function createHtmlWriter() {
  const root: Frame = { lines: [], text: '', ends: 'space' }
  const frames: Frame[] = [root]
  const rows: Line[][][] = []
  const top = () => frames.at(-1) ?? root

  const endLine = (keepsEmpty = false) => {
    const frame = top()
    const text = visible(frame.text).replaceAll('\0', '').trim()
    if (text !== '') frame.lines.push(textLine(text))
    else if (keepsEmpty && frame.lines.at(-1)?.kind === 'text') frame.lines.push(gap)
    frame.text = ''
    frame.ends = 'space'
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
      const added = frame.ends === 'space' ? shown.replace(/^ /, '') : shown
      if (added === '') return
      frame.text += added
      frame.ends = added.endsWith(' ') ? 'space' : 'word'
    },
    writeVerbatim: (text: string) => {
      text.split(/\r\n?|\n/).forEach((line, index) => {
        if (index > 0) endLine(true)
        const frame = top()
        frame.text += line
        frame.ends = 'word'
      })
    },
    beginRow: () => rows.push([]),
    endRow: () => {
      const cells = rows.pop() ?? []
      endLine()
      for (const line of rowLines(cells)) top().lines.push(line)
    },
    beginCell: () => frames.push({ lines: [], text: '', ends: 'space' }),
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
