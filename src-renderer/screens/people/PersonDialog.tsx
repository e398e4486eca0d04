/** A person's name and date of birth, new or corrected. */
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Person } from '#contract/people.ts'
import { useAct } from '../../api/useAct.ts'
import { BirthDateField, isBirthDate } from '../../app/BirthDateField.tsx'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { TextField } from '../../components/TextField.tsx'

export function PersonDialog({
  person,
  onClose,
}: {
  readonly person: Person | undefined
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const add = useAct('people.add')
  const edit = useAct('people.edit')
  const [name, setName] = useState(person?.name ?? '')
  const [bornOn, setBornOn] = useState(person?.bornOn ?? '')
  const code = add.code ?? edit.code
  const canSave = name.trim() !== '' && isBirthDate(bornOn) && !add.isRunning && !edit.isRunning

  async function save(): Promise<void> {
    const date = bornOn.trim() === '' ? null : bornOn.trim()
    const saved =
      person === undefined
        ? await add.run({ name, ...(date !== null && { bornOn: date }) })
        : await edit.run({ id: person.id, name, bornOn: date })
    if (saved === undefined) return
    onClose()
    if (person === undefined) go({ screen: 'library', personId: saved.id })
  }

  return (
    <Dialog
      title={person === undefined ? t('people.addTitle') : t('people.correctTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="main" type="submit" form="person" isDisabled={!canSave}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        id="person"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) void save()
        }}
      >
        <TextField
          label={t('people.name')}
          hint={t('welcome.nameHint')}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
        />
        <BirthDateField value={bornOn} onChange={setBornOn} />
        {code !== undefined && <ErrorNotice code={code} text={textOfError(code)} />}
      </Form>
    </Dialog>
  )
}
