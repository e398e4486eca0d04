/** Chooses documents of the same person to attach to a note. What is attached already, and the note itself, is not offered. */
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentId } from '#contract/ids.ts'
import type { Note } from '#contract/notes.ts'
import { useAct } from '../../api/useAct.ts'
import { useLoadAll } from '../../api/useLoadAll.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatDay } from '../../app/format.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'

/** As many as one call takes. */
const MOST = 50

export function AttachDialog({ note, onClose }: { readonly note: Note; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { id, personId, attached } = note
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<DocumentId>>(new Set())
  const name = useDeferredValue(query.trim().slice(0, 200))
  const documents = useLoadAll('documents.list', { filter: { personId, ...(name !== '' && { name }) }, limit: 50 })
  const attach = useAct('notes.attach')
  const taken = new Set<DocumentId>([id, ...attached.map(({ documentId }) => documentId)])
  const offered = documents.kind === 'ready' ? documents.items.filter((one) => !taken.has(one.id)) : []

  const choose = (documentId: DocumentId, isOn: boolean) =>
    setChosen(isOn ? new Set([...chosen, documentId]) : new Set([...chosen].filter((other) => other !== documentId)))
  async function save(): Promise<void> {
    if ((await attach.run({ id, documentIds: [...chosen] })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('notes.attach')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            look="main"
            isDisabled={chosen.size === 0 || chosen.size > MOST || attach.isRunning}
            onPress={() => void save()}
          >
            {chosen.size === 0 ? t('notes.attachSome') : t('notes.attachNow', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pt-1">
        <SearchField label={t('library.filterName')} value={query} onChange={setQuery} autoFocus />
        {attach.code !== undefined && <ErrorNotice code={attach.code} text={textOfError(attach.code)} />}
        {documents.kind === 'loading' && <Skeleton rows={4} />}
        {documents.kind === 'failed' && (
          <ErrorNotice code={documents.code} text={textOfError(documents.code)} onRetry={documents.again} />
        )}
        {documents.kind === 'ready' && offered.length === 0 && (
          <p className="text-ink-2">{name === '' ? t('notes.attachNone') : t('notes.attachNoneFound')}</p>
        )}
        <ul className="flex flex-col">
          {offered.map((one) => (
            <li key={one.id} className="border-b border-line-soft py-1.5 last:border-0">
              <Checkbox isOn={chosen.has(one.id)} onChange={(isOn) => choose(one.id, isOn)}>
                <span className="who-name font-[550] [overflow-wrap:anywhere]">{one.title}</span>{' '}
                <span className="num text-meta text-ink-3">{formatDay(one.importedAt)}</span>
              </Checkbox>
            </li>
          ))}
        </ul>
        {documents.kind === 'ready' && documents.more !== undefined && (
          <Button look="quiet" wide onPress={documents.more}>
            {t('common.more')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
