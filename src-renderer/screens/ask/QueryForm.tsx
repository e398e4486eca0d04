/** Asks the same otherwise: what, of what, from when to when. Enter asks it. */
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { TypedQuery } from '#contract/typed-query.ts'
import { Button } from '../../components/Button.tsx'
import { Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { asksOf, editedQuery, editOfQuery, faultOf } from './query-edit.ts'

export interface QueryFormProps {
  readonly query: TypedQuery
  readonly canAsk: boolean
  readonly onAsk: (query: TypedQuery) => void
  readonly onCancel: () => void
}

export function QueryForm({ query, canAsk, onAsk, onCancel }: QueryFormProps) {
  const { t } = useTranslation()
  const [edit, setEdit] = useState(editOfQuery(query))
  const faults = { from: faultOf(edit, 'from'), to: faultOf(edit, 'to') }
  const isWhole = faults.from === undefined && faults.to === undefined
  const date = (which: 'from' | 'to') => {
    const fault = faults[which]
    return (
      <div className="min-w-36 flex-1">
        <TextField
          label={t(`ask.edit.${which}`)}
          value={edit[which]}
          onChange={(value) => setEdit({ ...edit, [which]: value })}
          placeholder={t('fact.dateExample')}
          hint={t('fact.dateHint')}
          maxLength={10}
          isMono
          error={fault && t(`ask.edit.fault.${fault}`)}
        />
      </div>
    )
  }
  return (
    <Form
      aria-label={t('ask.editTitle')}
      className="card settle mt-1 flex max-w-lg flex-col gap-3.5 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (canAsk && isWhole) onAsk(editedQuery(query, edit))
      }}
    >
      <Select
        label={t('ask.edit.ask')}
        value={edit.ask}
        onChange={(ask) => setEdit({ ...edit, ask })}
        choices={asksOf(query).map((id) => ({ id, label: t(`ask.edit.asks.${id}`) }))}
      />
      <TextField
        label={t('ask.edit.name')}
        value={edit.name}
        onChange={(name) => setEdit({ ...edit, name })}
        hint={t('ask.edit.nameHint', { kind: t(`fact.kind.${query.kinds[0] ?? 'note'}`) })}
        maxLength={200}
        autoFocus
      />
      <div className="flex flex-wrap gap-x-3 gap-y-3.5">
        {date('from')}
        {date('to')}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button look="main" type="submit" isDisabled={!canAsk || !isWhole}>
          {t('ask.edit.again')}
        </Button>
      </div>
    </Form>
  )
}
