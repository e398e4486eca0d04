/** A new passphrase, twice, with how strong it is. Used where one is made: first run, recovery, change. */
import { useTranslation } from 'react-i18next'
import { StrengthMeter } from '../components/StrengthMeter.tsx'
import { TextField } from '../components/TextField.tsx'
import { missingCharacters, strengthOf } from './passphrase-strength.ts'

export interface NewPassphrase {
  readonly first: string
  readonly again: string
}

export interface PassphraseFieldsProps {
  readonly value: NewPassphrase
  readonly onChange: (value: NewPassphrase) => void
  readonly autoFocus?: boolean
  /** What main has to say against it. */
  readonly error?: string | undefined
}

export const isAcceptable = ({ first, again }: NewPassphrase): boolean => strengthOf(first) >= 2 && first === again

export function PassphraseFields({ value, onChange, autoFocus = false, error }: PassphraseFieldsProps) {
  const { t } = useTranslation()
  const strength = strengthOf(value.first)
  const missing = missingCharacters(value.first)
  const words =
    value.first === ''
      ? t('welcome.strengthRule')
      : strength < 2
        ? t('welcome.strengthMissing', { count: missing })
        : t(`welcome.strength.${strength as 2 | 3 | 4}`)
  const differs = value.again !== '' && !value.first.startsWith(value.again) && value.first !== value.again
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <TextField
          label={t('welcome.passphrase')}
          type="password"
          value={value.first}
          onChange={(first) => onChange({ ...value, first })}
          autoFocus={autoFocus}
          error={error}
        />
        <StrengthMeter label={t('welcome.strengthLabel')} strength={strength} words={words} />
      </div>
      <TextField
        label={t('welcome.passphraseAgain')}
        type="password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={differs ? t('welcome.differs') : undefined}
      />
    </div>
  )
}
