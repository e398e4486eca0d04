/** A piece of a page's text with what is lit in it. */
import type { TextSpan } from './page-geometry.ts'

export interface MarkedTextProps {
  readonly text: string
  /** Where the piece begins in the text that the spans count in. */
  readonly offset?: number
  readonly spans: readonly TextSpan[]
  /** Of the spans, the one that was gone to last. */
  readonly now?: number | undefined
}

export function MarkedText({ text, offset = 0, spans, now }: MarkedTextProps) {
  const pieces: { start: number; text: string; span?: number }[] = []
  let at = 0
  spans.forEach((span, index) => {
    const start = Math.max(at, span.start - offset)
    const end = Math.min(text.length, span.end - offset)
    if (end <= start) return
    if (start > at) pieces.push({ start: at, text: text.slice(at, start) })
    pieces.push({ start, text: text.slice(start, end), span: index })
    at = end
  })
  if (at < text.length) pieces.push({ start: at, text: text.slice(at) })
  return (
    <>
      {pieces.map(({ start, text: piece, span }) =>
        span === undefined ? (
          <span key={start}>{piece}</span>
        ) : (
          <mark key={start} data-lit={span} {...(span === now && { 'data-now': true })}>
            {piece}
          </mark>
        ),
      )}
    </>
  )
}
