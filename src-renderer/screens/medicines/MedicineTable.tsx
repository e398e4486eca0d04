/** Medicines in rows: as written, never corrected; how each stands; the page that says so. */
import { useTranslation } from 'react-i18next'
import type { Fact, MedicineLine } from '#contract/facts.ts'
import { FactMenu } from '../../facts/FactMenu.tsx'
import { detailsOfFact } from '../../facts/fact-text.ts'
import { isPast, standingText } from '../../facts/medicine-standing.ts'
import { SourceChips } from '../../facts/SourceChips.tsx'
import { UncheckedMark } from '../../facts/UncheckedMark.tsx'
import type { Decide } from '../../facts/useDecide.ts'
import type { Sources } from '../../facts/useSources.ts'

export interface MedicineTableProps {
  readonly title: string
  readonly hint: string
  readonly empty: string
  readonly lines: readonly MedicineLine[]
  readonly tools: {
    readonly sources: Sources
    readonly decisions: Decide
    readonly onEdit: (fact: Fact) => void
  }
}

const head = 'px-3 py-1.5 text-start text-meta font-[550] text-ink-3 whitespace-nowrap first:ps-4'
const cell = 'px-3 py-1.5 first:ps-4'

export function MedicineTable({ title, hint, empty, lines, tools }: MedicineTableProps) {
  const { t } = useTranslation()
  return (
    <section className="card flex flex-col">
      <header className="flex flex-wrap items-baseline gap-x-3 px-4 pt-3 pb-1.5">
        <h2>{title}</h2>
        <p className="text-meta text-ink-3">{hint}</p>
      </header>
      {lines.length === 0 && <p className="px-4 pb-3 text-ink-2">{empty}</p>}
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and can be scrolled with keys
        <section tabIndex={0} aria-label={title} className="relative overflow-x-auto">
          <table className="w-full min-w-160 table-fixed">
            <thead className="border-b border-line-soft">
              <tr>
                <th className={`${head} w-[22%]`}>{t('medicines.medicine')}</th>
                <th className={`${head} w-[26%]`}>{t('medicines.how')}</th>
                <th className={head}>{t('medicines.standingHead')}</th>
                <th className={`${head} w-24`}>{t('medicines.source')}</th>
                <th className="w-12">
                  <span className="sr-only">{t('common.moreActions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.fact.id} line={line} tools={tools} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function Line({ line, tools }: { readonly line: MedicineLine; readonly tools: MedicineTableProps['tools'] }) {
  const { t } = useTranslation()
  const { fact } = line
  return (
    <tr className="h-row border-b border-line-soft last:border-0">
      <th scope="row" className={`${cell} text-start font-[600] [overflow-wrap:anywhere]`}>
        <span className={isPast(line) ? 'text-ink-2' : ''}>{fact.name}</span>
      </th>
      <td className={`${cell} [overflow-wrap:anywhere]`}>
        {detailsOfFact(fact, t) || <span className="text-ink-3">{t('fact.notSaid')}</span>}
      </td>
      <td className={`${cell} num text-ink-2`}>
        <span className="flex flex-wrap items-center gap-x-2.5">
          {standingText(line, t)}
          <UncheckedMark state={fact.state} />
        </span>
      </td>
      <td className={cell}>
        <SourceChips fact={fact} sources={tools.sources} />
      </td>
      <td className="pe-2 text-end">
        <FactMenu fact={fact} {...tools} />
      </td>
    </tr>
  )
}
