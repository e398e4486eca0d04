/** Gathers lines while a document streams by: paragraphs, rows of cells, text boxes and notes, nested as they come. */

import type { Style } from './docx-styles.ts'
import { gap, type Line, type PageCause, rowLines, textLine } from './lines.ts'

interface Paragraph extends Style {
  text: string
  /** What hangs on it and comes after it: text boxes and marks of notes. */
  readonly floats: Line[]
  /** Its end is deleted, so the next paragraph continues it. */
  continues: boolean
  /** It was broken by the end of a page. */
  broken: boolean
}

interface Frame {
  readonly lines: Line[]
  paragraph: Paragraph | undefined
}

interface Row {
  readonly cells: Line[][]
  deleted: boolean
}

export function createGatherer() {
  const root: Frame = { lines: [], paragraph: undefined }
  const frames: Frame[] = [root]
  const rows: Row[] = []
  const top = () => frames.at(-1) ?? root
  const fresh = (): Paragraph => ({
    text: '',
    floats: [],
    continues: false,
    broken: false,
    heading: false,
    hidden: false,
  })

  const flush = ({ lines }: Frame, paragraph: Paragraph) => {
    const texts = paragraph.text.split('\n').map((line) => line.trim())
    if (texts.every((line) => line === '')) {
      if (!paragraph.broken) lines.push(gap)
    } else {
      if (paragraph.heading) lines.push(gap)
      for (const line of texts) lines.push(line === '' ? gap : textLine(line))
    }
    for (const line of paragraph.floats) lines.push(line)
  }
  const endParagraph = (frame = top(), last = false) => {
    const { paragraph } = frame
    if (paragraph === undefined || (paragraph.continues && !last)) return
    flush(frame, paragraph)
    frame.paragraph = undefined
  }
  const endFrame = (): Line[] => {
    endParagraph(top(), true)
    return frames.length > 1 ? (frames.pop()?.lines ?? []) : []
  }

  return {
    beginParagraph: () => {
      const frame = top()
      if (frame.paragraph?.continues) frame.paragraph.continues = false
      else {
        endParagraph(frame, true)
        frame.paragraph = fresh()
      }
    },
    endParagraph: () => endParagraph(),
    change: (what: Partial<Style & Pick<Paragraph, 'continues'>>) => {
      const { paragraph } = top()
      if (paragraph !== undefined) top().paragraph = { ...paragraph, ...what }
    },
    /** Says whether it is shown. Text that stands in no paragraph, as it never should, begins one. */
    write: (text: string, isHidden: boolean | undefined): boolean => {
      const frame = top()
      frame.paragraph ??= fresh()
      const { paragraph } = frame
      if (isHidden ?? paragraph.hidden) return false
      paragraph.text += text
      return true
    },
    note: (id: string) => top().paragraph?.floats.push({ kind: 'note', id }),
    breakPage: (cause: PageCause) => {
      const frame = top()
      const { paragraph } = frame
      if (paragraph !== undefined) {
        flush(frame, { ...paragraph, broken: true })
        frame.paragraph = { ...paragraph, text: '', floats: [], broken: true }
      }
      frame.lines.push({ kind: 'page', cause })
    },
    gap: () => top().lines.push(gap),
    beginRow: () => rows.push({ cells: [], deleted: false }),
    deleteRow: () => {
      const row = rows.at(-1)
      if (row !== undefined) row.deleted = true
    },
    endRow: () => {
      const row = rows.pop()
      if (row !== undefined && !row.deleted) for (const line of rowLines(row.cells)) top().lines.push(line)
    },
    /** For a cell, a text box or a note: what follows is kept apart until its end. */
    beginFrame: () => frames.push({ lines: [], paragraph: undefined }),
    endCell: () => {
      const lines = endFrame()
      const row = rows.at(-1)
      if (row !== undefined) row.cells.push(lines)
      else for (const line of lines) top().lines.push(line)
    },
    endBox: () => {
      const box = [gap, ...endFrame().filter(({ kind }) => kind !== 'page'), gap]
      const { lines, paragraph } = top()
      for (const line of box) (paragraph?.floats ?? lines).push(line)
    },
    endFrame,
    end: (): Line[] => {
      while (frames.length > 1) endFrame()
      endParagraph(root, true)
      return root.lines
    },
  }
}
