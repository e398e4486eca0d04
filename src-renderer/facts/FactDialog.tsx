/** Entering a fact by hand, or correcting one from a list. What is corrected keeps its page. */
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type Fact, FactKind } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import { useAct } from '../api/useAct.ts'
import { textOfError } from '../app/error-text.ts'
import { say } from '../app/toasts.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Select } from '../components/Select.tsx'
import { FactForm } from './FactForm.tsx'
import { editOf, emptyValues, faultsOf, newFactOf, valuesOfFact } from './fact-fields.ts'
import type { Decide } from './useDecide.ts'

/** A new fact of a kind, or one to correct. */
export type FactTask = { readonly kind: FactKind; readonly fact?: undefined } | { readonly fact: Fact }

export interface FactDialogProps {
  readonly personId: PersonId
  readonly task: FactTask
  readonly decisions: Decide
  readonly onClose: () => void
}

/** Notes have a place of their own, where their versions are kept; those entered before as facts can still be corrected. */
const enteredKinds = FactKind.options.filter((kind) => kind !== 'note')

export function FactDialog({ personId, task, decisions, onClose }: FactDialogProps) {
  const { t } = useTranslation()
  const { fact } = task
  const enter = useAct('facts.enter')
  const [kind, setKind] = useState(fact?.kind ?? (task as { kind: FactKind }).kind)
  const [values, setValues] = useState(fact === undefined ? emptyValues(kind) : valuesOfFact(fact))
  const [isSaving, setSaving] = useState(false)
  const canSave = faultsOf(kind, values).size === 0 && !isSaving

  async function save(): Promise<void> {
    setSaving(true)
    const isDone = fact === undefined ? await saveNew() : await saveEdit(fact)
    setSaving(false)
    if (isDone) onClose()
  }
  async function saveNew(): Promise<boolean> {
    const entered = await enter.run(newFactOf(personId, kind, values, t('fact.noneName')))
    if (entered !== undefined) say(t('fact.entered', { name: entered.name }))
    return entered !== undefined
  }
  async function saveEdit(old: Fact): Promise<boolean> {
    const edit = editOf(old, values)
    if (edit === undefined) return true
    return decisions.decide(
      [{ act: 'correct', id: old.id, edit }],
      t('fact.corrected', { name: edit.name ?? old.name }),
    )
  }

  return (
    <Dialog
      title={fact === undefined ? t('fact.addTitle') : t('fact.correctTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="main" type="submit" form="fact" isDisabled={!canSave}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        id="fact"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) void save()
        }}
      >
        {fact === undefined && (
          <Select
            label={t('fact.kindLabel')}
            value={kind}
            onChange={(next) => {
              setKind(next)
              setValues(emptyValues(next))
            }}
            choices={enteredKinds.map((each) => ({ id: each, label: t(`fact.kind.${each}`) }))}
          />
        )}
        <FactForm key={kind} kind={kind} values={values} onChange={setValues} />
        <p className="text-meta text-ink-3">{fact === undefined ? t('fact.enteredHint') : t('fact.correctedHint')}</p>
        {enter.code !== undefined && <ErrorNotice code={enter.code} text={textOfError(enter.code)} />}
      </Form>
    </Dialog>
  )
}
