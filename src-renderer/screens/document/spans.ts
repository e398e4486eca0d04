/** What an address lights: `12-30,40-44`, offsets in the page's text. */
import type { TextSpan } from '../../components/page/page-geometry.ts'

export const spansOf = (span: string | undefined): TextSpan[] =>
  (span ?? '')
    .split(',')
    .flatMap((part) => {
      const [start, end] = part.split('-').map(Number)
      return start !== undefined && end !== undefined && end > start ? [{ start, end }] : []
    })
    .sort((a, b) => a.start - b.start)
