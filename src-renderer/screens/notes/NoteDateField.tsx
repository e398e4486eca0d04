/** The day a note is about, as far as it is known; today with one press. Empty is right too. */
import { useTranslation } from 'react-i18next'
import { formatPartialDate } from '../../app/format.ts'
import { isNoteDate, today } from '../../app/written-note.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface NoteDateFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

export function NoteDateField({ value, onChange }: NoteDateFieldProps) {
  const { t } = useTranslation()
  const date = value.trim()
  const isRight = isNoteDate(date)
  const isHalfTyped = /^\d{0,4}$|^\d{4}-\d{0,2}$|^\d{4}-\d{2}-\d?$/.test(date)
  return (
    <div className="flex items-start gap-2">
      <div className="w-64">
        <TextField
          label={t('notes.dateField')}
          placeholder={t('fact.dateExample')}
          value={value}
          onChange={onChange}
          maxLength={10}
          isMono
          hint={date !== '' && isRight ? formatPartialDate(date) : t('notes.dateHint')}
          error={!isRight && !isHalfTyped ? t('fact.dateWrong') : undefined}
        />
      </div>
      <div className="pt-6.5">
        <Button look="quiet" onPress={() => onChange(today())}>
          {t('notes.today')}
        </Button>
      </div>
    </div>
  )
}
