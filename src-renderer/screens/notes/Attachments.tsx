/** The papers that a note is about: each opens, or is taken away from the note and stays among the documents. */
import { FileText, Paperclip, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Note, NoteAttachment } from '#contract/notes.ts'
import { api } from '../../api/client.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { hrefOf } from '../../app/router.ts'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { IconButton } from '../../components/IconButton.tsx'

export function Attachments({ note, onAttach }: { readonly note: Note; readonly onAttach: () => void }) {
  const { t } = useTranslation()
  const { id, personId, attached } = note
  const detach = useAct('notes.detach')

  async function takeAway({ documentId, title }: NoteAttachment): Promise<void> {
    const done = await detach.run({ id, documentIds: [documentId] })
    if (done === undefined) return
    const again = () => void api.notes.attach({ id, documentIds: [documentId] }).catch(() => {}) // stays taken away
    say(t('notes.detached', { title }), again)
  }
  return (
    <section aria-label={t('notes.attached')} className="flex flex-col items-start gap-1.5">
      {attached.length > 0 && (
        <>
          <h3 className="caps">{t('notes.attached')}</h3>
          <ul className="w-full max-w-prose">
            {attached.map((one) => (
              <li key={one.documentId} className="flex items-center gap-2 border-b border-line-soft last:border-0">
                <FileText size={15} className="shrink-0 text-ink-3" aria-hidden />
                <a
                  href={hrefOf({ screen: 'document', personId, documentId: one.documentId })}
                  title={one.title}
                  className="who-name min-w-0 truncate py-1 font-[550] hover:text-accent hover:underline"
                >
                  {one.title}
                </a>
                <span className="num shrink-0 text-meta text-ink-3">
                  {t('library.pages', { count: one.pages, pages: one.pages })}
                </span>
                <span className="ms-auto">
                  <IconButton
                    label={t('notes.detach', { title: one.title })}
                    icon={<X size={15} aria-hidden />}
                    isDisabled={detach.isRunning}
                    onPress={() => void takeAway(one)}
                  />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {detach.code !== undefined && <ErrorNotice code={detach.code} text={textOfError(detach.code)} />}
      <div className="-ms-3 flex">
        <Button look="quiet" icon={<Paperclip size={15} aria-hidden />} onPress={onAttach}>
          {t('notes.attach')}
        </Button>
      </div>
    </section>
  )
}
