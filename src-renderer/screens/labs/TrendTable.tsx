/** Every value of a measure, the latest first, those that are no numbers among them. */
import { useTranslation } from 'react-i18next'
import type { Series, SeriesPoint } from '#contract/facts.ts'
import { Chip } from '../../components/Chip.tsx'
import { FlaggedValue } from '../../facts/FlagSign.tsx'
import { formatFactDate, laterFirst } from '../../facts/fact-dates.ts'
import { textOfPoint, writtenOf } from '../../facts/fact-text.ts'
import { UncheckedMark } from '../../facts/UncheckedMark.tsx'

export interface TrendTableProps {
  readonly series: Series
  readonly unit: string
  readonly onPoint: (point: SeriesPoint) => void
}

export function TrendTable({ series, unit, onPoint }: TrendTableProps) {
  const { t } = useTranslation()
  const head = 'sticky top-0 bg-surface px-2 pb-1.5 text-start text-meta font-[550] text-ink-3 whitespace-nowrap'
  const label = t('labs.valuesOf', { name: series.name })
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and can be scrolled with keys
      tabIndex={0}
      aria-label={label}
      className="relative max-h-65 w-100 shrink-0 overflow-auto outline-offset-[-3px] max-[1000px]:w-full"
    >
      <table aria-label={label} className="num w-full">
        <thead>
          <tr>
            <th className={head}>{t('labs.date')}</th>
            <th className={head}>{unit === '' ? t('labs.value') : t('labs.valueIn', { unit })}</th>
            <th className={head}>{t('labs.range')}</th>
            <th className={head}>
              <span className="sr-only">{t('labs.source')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {series.points
            .toSorted((a, b) => laterFirst(a.happenedOn, b.happenedOn))
            .map((point) => (
              <tr key={point.factId} className="border-t border-line-soft">
                <td className="px-2 py-1 whitespace-nowrap text-ink-2">
                  {point.happenedOn === undefined ? t('fact.noDate') : formatFactDate(point.happenedOn)}
                </td>
                <td className="px-2 py-1">
                  <span className="flex flex-wrap items-center gap-x-1.5">
                    <FlaggedValue flag={point.flag} text={textOfPoint(point)} />
                    {point.isConverted && (
                      <span className="text-meta text-review">
                        {t('labs.convertedShort', { written: writtenOf(point) })}
                      </span>
                    )}
                    <UncheckedMark state={point.state} isShort />
                  </span>
                </td>
                <td className="px-2 py-1 text-ink-2">{point.rangeText ?? '–'}</td>
                <td className="px-2 py-1 text-end">
                  {point.state === 'entered' ? (
                    <Chip kind="entered">{t('fact.byYou')}</Chip>
                  ) : (
                    <Chip
                      kind="quoted"
                      label={t('labs.openPage', { name: `${textOfPoint(point)} ${unit}` })}
                      onPress={() => onPoint(point)}
                    >
                      {t('overview.page')}
                    </Chip>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
