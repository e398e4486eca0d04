/** A date of birth as people know it: a year, a month, or the day. Takes 1961, 1961-04 and 1961-04-30. */
import { useTranslation } from 'react-i18next'
import { TextField } from '../components/TextField.tsx'
import { formatPartialDate } from './format.ts'

export interface BirthDateFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Empty is right too: not everybody's is known. */
export function isBirthDate(typed: string): boolean {
  const date = typed.trim()
  if (date === '') return true
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (match === null) return false
  const [, year = '', month = '01', day = '01'] = match
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day) && made.getTime() <= Date.now()
}

export function BirthDateField({ value, onChange }: BirthDateFieldProps) {
  const { t } = useTranslation()
  const date = value.trim()
  const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(date)
  return (
    <TextField
      label={t('people.bornOn')}
      placeholder="1961-04-30"
      value={value}
      onChange={onChange}
      maxLength={10}
      isMono
      hint={date !== '' && isBirthDate(date) ? formatPartialDate(date) : t('people.bornOnHint')}
      error={!isBirthDate(date) && (isWhole || !/^\d{0,4}(-\d{0,2}){0,2}$/.test(date)) ? t('people.noDate') : undefined}
    />
  )
}
