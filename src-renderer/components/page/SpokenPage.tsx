/** The page for who hears it: its text in reading order, with what is lit. Not seen. */
import type { ShownPage } from '#contract/pages.ts'
import { MarkedText } from './MarkedText.tsx'
import type { TextSpan } from './page-geometry.ts'

export function SpokenPage({ page, spans }: { readonly page: ShownPage; readonly spans: readonly TextSpan[] }) {
  let start = 0
  const paragraphs = page.text.split('\n\n').map((text) => {
    const paragraph = { start, text }
    start += text.length + 2
    return paragraph
  })
  return (
    <div className="sr-only">
      {paragraphs.map(({ start: at, text }) => (
        <p key={at}>
          <MarkedText text={text} offset={at} spans={spans} />
        </p>
      ))}
    </div>
  )
}
