/** Removing a person takes their name, typed: it cannot be undone. The invented one goes with one click. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#contract/people.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { TextField } from '../../components/TextField.tsx'

export function DeletePersonDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const remove = useAct('people.delete')
  const [typed, setTyped] = useState('')
  const isConfirmed = person.isSample || typed.trim() === person.name.trim()

  async function confirm(): Promise<void> {
    if ((await remove.run({ id: person.id })) === undefined) return
    say(t('people.deleted', { name: person.name }))
    onClose()
  }

  return (
    <Dialog
      title={t('people.deleteTitle', { name: person.name })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose} autoFocus={person.isSample}>
            {t('common.cancel')}
          </Button>
          <Button look="danger" isDisabled={!isConfirmed || remove.isRunning} onPress={() => void confirm()}>
            {remove.isRunning ? t('people.deleting') : t('people.deleteNow')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{person.isSample ? t('people.deleteSampleText') : t('people.deleteText', { count: person.documents })}</p>
        {!person.isSample && (
          <TextField label={t('people.typeName', { name: person.name })} value={typed} onChange={setTyped} autoFocus />
        )}
        {remove.code !== undefined && <ErrorNotice code={remove.code} text={textOfError(remove.code)} />}
      </div>
    </Dialog>
  )
}
