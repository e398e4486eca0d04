/** The fields of one kind of fact. Holds no state: what is typed is the caller's, and so is saving. */
import { useTranslation } from 'react-i18next'
import type { FactKind } from '#contract/facts.ts'
import { Checkbox } from '../components/Checkbox.tsx'
import { Select } from '../components/Select.tsx'
import { TextAreaField } from '../components/TextAreaField.tsx'
import { TextField } from '../components/TextField.tsx'
import { formatFactDate, isFactDate } from './fact-dates.ts'
import { type Field, type FieldId, type FormValues, fieldsOf } from './fact-fields.ts'

export interface FactFormProps {
  readonly kind: FactKind
  readonly values: FormValues
  readonly onChange: (values: FormValues) => void
}

export function FactForm({ kind, values, onChange }: FactFormProps) {
  return (
    <div className="@container">
      <div className="grid gap-x-4 gap-y-3.5 @xs:grid-cols-2">
        {fieldsOf(kind, values).map((field, at) => (
          <div key={field.id} className={field.isWide ? 'col-span-full' : ''}>
            <OneField
              kind={kind}
              field={field}
              value={values[field.id] ?? ''}
              isFirst={at === 0}
              onChange={(value) => onChange({ ...values, [field.id]: value })}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

interface OneFieldProps {
  readonly kind: FactKind
  readonly field: Field
  readonly value: string
  readonly isFirst: boolean
  readonly onChange: (value: string) => void
}

function OneField({ kind, field, value, isFirst, onChange }: OneFieldProps) {
  const { t } = useTranslation()
  const { id, look } = field
  const label = useLabel(kind, id)
  if (look === 'choice') return <Choice {...{ field, label, value, onChange }} />
  if (look === 'yes')
    return (
      <div className="py-1.5">
        <Checkbox isOn={value === 'yes'} onChange={(isOn) => onChange(isOn ? 'yes' : '')}>
          {label}
        </Checkbox>
      </div>
    )
  if (look === 'text')
    return <TextAreaField label={label} value={value} onChange={onChange} rows={5} maxLength={5000} />
  const isDate = look === 'date'
  const isWrong = isDate && !isFactDate(value) && !/^\d{0,4}(-\d{0,2}){0,2}$/.test(value.trim())
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      maxLength={isDate ? 16 : 500}
      isMono={isDate || id === 'value' || id === 'range'}
      {...(isFirst && { autoFocus: true })}
      {...(isDate && {
        placeholder: t('fact.dateExample'),
        hint:
          value.trim() !== '' && isFactDate(value)
            ? formatFactDate(value.trim(), { withTime: true })
            : t('fact.dateHint'),
      })}
      error={isWrong ? t('fact.dateWrong') : undefined}
    />
  )
}

function Choice({
  field,
  label,
  value,
  onChange,
}: Omit<OneFieldProps, 'kind' | 'isFirst'> & { readonly label: string }) {
  const { t } = useTranslation()
  const { id, choices = [], isRequired } = field
  const words = t(`fact.choices.${id as 'side'}`, { returnObjects: true }) as Readonly<Record<string, string>>
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      choices={[
        ...(isRequired ? [] : [{ id: '', label: t('fact.notSaid') }]),
        ...choices.map((one) => ({ id: one, label: words[one] ?? one })),
      ]}
    />
  )
}

/** Some fields are called otherwise in some kinds. */
function useLabel(kind: FactKind, id: FieldId): string {
  const { t } = useTranslation()
  if (id === 'name') return t(`fact.nameOf.${kind}`)
  if (id === 'value' && kind === 'note') return t('fact.fields.text')
  if (id === 'value' && kind === 'care-contact') return t('fact.fields.reach')
  if (id === 'date') return t(`fact.dateOf.${kind}`)
  return t(`fact.fields.${id}`)
}
