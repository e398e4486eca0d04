/** What the paper's own range or flag says of a value: a shape, a letter and a word, in one colour. Nothing where the paper says nothing. */
import { useTranslation } from 'react-i18next'
import type { FactFlag } from '#contract/facts.ts'
import { isOutOfRange } from './out-of-range.ts'

function FlagShape({ flag }: { readonly flag: FactFlag }) {
  if (!isOutOfRange(flag)) return null
  return (
    <svg viewBox="0 0 10 10" aria-hidden className="inline-block size-[0.62em] shrink-0 fill-current">
      {flag === 'high' && <path d="M5 0.6 9.8 9.4H0.2Z" />}
      {flag === 'low' && <path d="M5 9.4 0.2 0.6H9.8Z" />}
      {flag === 'abnormal' && <path d="M5 0 10 5 5 10 0 5Z" />}
      {flag === 'critical' && (
        <path d="M1.4 0h2.8L3.7 6.2H1.9ZM5.8 0h2.8L8.1 6.2H6.3ZM1.7 7.4h2.2V10H1.7ZM6.1 7.4h2.2V10H6.1Z" />
      )}
    </svg>
  )
}

export interface FlaggedValueProps {
  readonly flag: FactFlag
  readonly text: string
  readonly unit?: string | undefined
  /** Says the flag in a word beside the value, not by a letter. */
  readonly isSpelledOut?: boolean
}

export function FlaggedValue({ flag, text, unit, isSpelledOut = false }: FlaggedValueProps) {
  const { t } = useTranslation()
  const isOut = isOutOfRange(flag)
  return (
    <span className={`num whitespace-nowrap ${isOut ? 'font-[600] text-crit' : ''}`}>
      <FlagShape flag={flag} />
      {isOut && ' '}
      {text}
      {unit !== undefined && unit !== '' && (
        <span className="ms-0.5 font-[450] text-ink-2">
          {'\u202f'}
          {unit}
        </span>
      )}
      {isOut && (
        <>
          {' '}
          {isSpelledOut ? (
            <span className="text-meta font-[550]">{t(`fact.flag.${flag}`)}</span>
          ) : (
            <>
              <span aria-hidden className="text-[0.75em]" title={t(`fact.flag.${flag}`)}>
                {t(`fact.flagLetter.${flag as 'high'}`)}
              </span>
              <span className="sr-only">{t(`fact.flag.${flag}`)}</span>
            </>
          )}
        </>
      )}
    </span>
  )
}
