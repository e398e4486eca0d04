/** All measures by all days, the names always in view. A value leads to its page, a name to its trend. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeriesPoint } from '#contract/facts.ts'
import { hrefOf } from '../../app/router.ts'
import type { Place } from '../../app/routes.ts'
import { FlaggedValue } from '../../facts/FlagSign.tsx'
import { formatFactDate } from '../../facts/fact-dates.ts'
import { textOfPoint, writtenOf } from '../../facts/fact-text.ts'
import { UncheckedMark } from '../../facts/UncheckedMark.tsx'
import { unitOfSeries } from '../../facts/unit-text.ts'
import type { Matrix, MatrixRow } from './matrix.ts'

type LabsPlace = Extract<Place, { screen: 'labs' }>

export interface LabMatrixProps {
  readonly matrix: Matrix
  readonly place: LabsPlace
  /** The key of the row whose trend is open. */
  readonly open: string | undefined
  readonly onPoint: (point: SeriesPoint) => void
}

export function LabMatrix({ matrix: { columns, rows }, place, open, onPoint }: LabMatrixProps) {
  const { t } = useTranslation()
  const head =
    'sticky top-0 z-2 border-b border-line bg-surface px-3 py-2 text-start text-meta font-[550] whitespace-nowrap text-ink-2'
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and can be scrolled with keys
      tabIndex={0}
      aria-label={t('labs.matrix')}
      className={`card relative min-h-56 overflow-auto outline-offset-[-3px] ${open === undefined ? '' : 'flex-1'}`}
    >
      <table className="num min-w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className={`${head} start-0 z-3 border-e ps-4`}>
              {t('labs.measure')}
            </th>
            {columns.map((on) => (
              <th key={on} scope="col" className={head}>
                {on === '' ? t('fact.noDate') : formatFactDate(on)}
              </th>
            ))}
            <th aria-hidden className={`${head} w-full`} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} {...{ row, columns, place, onPoint }} isOpen={row.key === open} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly row: MatrixRow
  readonly columns: readonly string[]
  readonly place: LabsPlace
  readonly isOpen: boolean
  readonly onPoint: (point: SeriesPoint) => void
}

function Row({ row: { series, cells }, columns, place, isOpen, onPoint }: RowProps) {
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const { name, unit } = series
  const { name: _, unit: __, ...whose } = place
  const look = isOpen ? 'bg-accent-soft' : 'bg-surface group-hover:bg-sunken'
  return (
    <tr ref={row} className="group scroll-mt-10">
      <th
        scope="row"
        className={`sticky start-0 z-1 h-row max-w-72 min-w-56 border-e max-[700px]:min-w-36 border-b border-e-line border-b-line-soft px-3 ps-4 text-start font-[450] ${look}`}
      >
        <a
          href={hrefOf({ ...whose, name, ...(unit !== undefined && { unit }) })}
          {...(isOpen && { 'aria-current': true })}
          className="flex min-h-6 flex-wrap items-baseline gap-x-1.5 hover:text-accent"
        >
          <span className="font-[600]">{name}</span>
          <span className="text-meta text-ink-2">{unitOfSeries(series)}</span>
        </a>
      </th>
      {columns.map((on) => (
        <td key={on} className={`border-b border-line-soft px-1.5 ${look}`}>
          {(cells.get(on) ?? []).map((point) => (
            <Cell key={point.factId} {...{ point, name, onPoint }} />
          ))}
        </td>
      ))}
      <td className={`border-b border-line-soft ${look}`} />
    </tr>
  )
}

interface CellProps {
  readonly point: SeriesPoint
  readonly name: string
  readonly onPoint: (point: SeriesPoint) => void
}

/** What was entered by hand has no page to go to. */
function Cell({ point, name, onPoint }: CellProps) {
  const { t } = useTranslation()
  const text = (
    <>
      <FlaggedValue flag={point.flag} text={textOfPoint(point)} />
      {point.isConverted && (
        <span className="text-meta text-review" title={t('labs.converted', { written: writtenOf(point) })}>
          ≈<span className="sr-only">{t('labs.converted', { written: writtenOf(point) })}</span>
        </span>
      )}
      <UncheckedMark state={point.state} isShort />
    </>
  )
  const look = 'flex min-h-6 items-center gap-1.5 rounded-sm px-1.5 text-start whitespace-nowrap'
  if (point.state === 'entered')
    return (
      <span className={look} title={t('fact.state.entered')}>
        {text}
      </span>
    )
  return (
    <button
      type="button"
      onClick={() => onPoint(point)}
      title={t('labs.openPage', { name })}
      className={`${look} cursor-pointer hover:bg-hover hover:underline`}
    >
      {text}
    </button>
  )
}
