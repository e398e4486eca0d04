/** Everything that was read of a fact, part by part, to be held against the page. */
import { useTranslation } from 'react-i18next'
import type { Fact } from '#contract/facts.ts'
import { FlaggedValue } from '../../facts/FlagSign.tsx'
import { formatFactDate } from '../../facts/fact-dates.ts'
import { fieldsOf, valuesOfFact } from '../../facts/fact-fields.ts'
import { unitOfFact } from '../../facts/fact-text.ts'

export function FactParts({ fact }: { readonly fact: Fact }) {
  const { t } = useTranslation()
  const { kind, name, nameText, happenedOn, dateKind, rangeText, correctedFrom, provenance } = fact
  const quote = provenance[0]?.quote.replace(/\s+/g, ' ').trim()
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
      {nameText !== name && nameText !== '' && <Part label={t('review.writtenAs')}>{nameText}</Part>}
      {rangeText !== undefined && <Part label={t('fact.fields.range')}>{rangeText}</Part>}
      {fieldsOf(kind, {}).flatMap(({ id, look }) => {
        const value = valuesOfFact(fact)[id]
        if (value === undefined || ['name', 'value', 'unit', 'range', 'date', 'noneKnown', 'category'].includes(id))
          return []
        const words = look === 'choice' ? t(`fact.choices.${id as 'side'}`, { returnObjects: true }) : {}
        const text =
          look === 'yes'
            ? t('review.yes')
            : look === 'date'
              ? formatFactDate(value)
              : ((words as Readonly<Record<string, string>>)[value] ?? value)
        return [
          <Part key={id} label={t(`fact.fields.${id as 'dose'}`)}>
            {text}
          </Part>,
        ]
      })}
      <Part label={t(`fact.dateOf.${kind}`)}>
        {happenedOn === undefined ? (
          <span className="text-ink-3">{t('fact.noDate')}</span>
        ) : (
          <>
            {formatFactDate(happenedOn, { withTime: true })}
            {dateKind !== undefined && <span className="text-ink-3">, {t(`review.dateKind.${dateKind}`)}</span>}
          </>
        )}
      </Part>
      {correctedFrom !== undefined && <Part label={t('review.correctedFrom')}>{correctedFrom}</Part>}
      {quote !== undefined && quote !== '' && (
        <Part label={t('review.onThePage')}>
          <q className="text-ink-2">{quote}</q>
        </Part>
      )}
    </dl>
  )
}

function Part({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="num select-text [overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}

/** Name and value in one line. */
export function FactHeadline({ fact, isSmall = false }: { readonly fact: Fact; readonly isSmall?: boolean }) {
  const { t } = useTranslation()
  const { kind, name, valueText, flag, isNoneKnown } = fact
  const { dose, frequency, relation, reaction } = fact.details
  const more = [dose, frequency, reaction, relation].filter((each) => each !== undefined).join(', ')
  return (
    <span className="[overflow-wrap:anywhere]">
      <span className="font-[620]">{isNoneKnown && kind === 'allergy' ? t('fact.noneKnownAllergy') : name}</span>{' '}
      {kind === 'observation' && (
        <FlaggedValue flag={flag} text={valueText} unit={unitOfFact(fact)} isSpelledOut={!isSmall} />
      )}
      {kind !== 'observation' && more !== '' && <span className="num text-ink-2">{more}</span>}
    </span>
  )
}
