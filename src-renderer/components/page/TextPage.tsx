/** A page that is made of text: laid out here, rows of cells as tables, what is lit as marks. */
import { useTranslation } from 'react-i18next'
import type { ShownPage } from '#contract/pages.ts'
import { MarkedText } from './MarkedText.tsx'
import type { TextSpan } from './page-geometry.ts'

export interface TextPageProps {
  readonly page: ShownPage
  readonly spans: readonly TextSpan[]
  readonly now?: number | undefined
}

interface Line {
  readonly start: number
  readonly text: string
}

export function TextPage({ page, spans, now }: TextPageProps) {
  const { t } = useTranslation()
  const blocks = blocksOf(page.text)
  if (page.text.trim() === '') return <p className="p-10 text-ink-3">{t('document.blankPage')}</p>
  return (
    <div className="select-text p-10 text-lead leading-relaxed" data-text-page={page.number}>
      {blocks.map((block) =>
        block.some(({ text }) => text.includes('\t')) ? (
          <div key={block[0]?.start} className="my-3 overflow-x-auto">
            <table className="num border-collapse">
              <tbody>
                {block.map((line) => (
                  <tr key={line.start} className="border-b border-line-soft">
                    {cellsOf(line).map((cell) => (
                      <td key={cell.start} className="py-1 pe-6 align-top">
                        <MarkedText text={cell.text} offset={cell.start} spans={spans} now={now} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <p key={block[0]?.start} className="my-3 whitespace-pre-wrap">
            <MarkedText
              text={block.map(({ text }) => text).join('\n')}
              offset={block[0]?.start ?? 0}
              spans={spans}
              now={now}
            />
          </p>
        ),
      )}
    </div>
  )
}

/** Parts set apart by empty lines, and rows of a table from what stands around them. */
function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = []
  let start = 0
  let isOpen = false
  let wasTable = false
  for (const line of text.split('\n')) {
    const isTable = line.includes('\t')
    if (line.trim() === '') isOpen = false
    else {
      if (isOpen && isTable === wasTable) blocks.at(-1)?.push({ start, text: line })
      else blocks.push([{ start, text: line }])
      isOpen = true
      wasTable = isTable
    }
    start += line.length + 1
  }
  return blocks
}

function cellsOf({ start, text }: Line): Line[] {
  let at = start
  return text.split('\t').map((cell) => {
    const placed = { start: at, text: cell }
    at += cell.length + 1
    return placed
  })
}
