/**
 * The originals of what was added lie where they were, unencrypted. Says so, once a folder, and shows them in the system's
 * own file manager. They go to the trash only when a person says so, and after a proof.
 */
import { FolderOpen, LockOpen, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { codeOf, useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import type { Imported } from '../../app/imports.ts'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { folderOf } from './file-name.ts'
import { type Kept, TrashDialog } from './TrashDialog.tsx'

export function UnprotectedFiles({ imports }: { readonly imports: readonly Imported[] }) {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  const [seen, setSeen] = useState(0)
  const [gone, setGone] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<string>()
  const files = imports.filter((one): one is Kept => one.kind !== 'refused' && !gone.includes(one.path))
  if (files.length === 0 || files.length === seen) return null
  const byFolder = Map.groupBy(files, ({ path }) => folderOf(path))
  const canShow = about.kind === 'ready' && about.value.surroundings === 'desktop'
  const show = (path: string) => {
    api.desktop.showFile({ path }).catch((error: unknown) => say(textOfError(codeOf(error)).message))
  }
  return (
    <Notice
      icon={<LockOpen size={17} className="text-review" aria-hidden />}
      title={t('queue.unprotected', { count: files.length })}
      actions={
        <Button look="quiet" onPress={() => setSeen(files.length)}>
          {t('common.dismiss')}
        </Button>
      }
    >
      <p>{t('queue.unprotectedText')}</p>
      <ul className="mt-1.5 flex flex-col gap-1">
        {[...byFolder].slice(0, 5).map(([folder, inside]) => (
          <li key={folder} className="num flex flex-wrap items-center gap-x-3">
            <span className="min-w-0 select-text break-all text-ink">{folder}</span>
            <span className="text-meta text-ink-3">{t('queue.filesThere', { count: inside.length })}</span>
            {canShow && (
              <>
                <Button
                  look="quiet"
                  icon={<FolderOpen size={15} aria-hidden />}
                  onPress={() => show(inside[0]?.path ?? folder)}
                >
                  {t('queue.show')}
                </Button>
                <Button look="quiet" icon={<Trash2 size={15} aria-hidden />} onPress={() => setAsked(folder)}>
                  {t('queue.trash')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <TrashDialog
          folder={asked}
          files={byFolder.get(asked) ?? []}
          onTrashed={(paths) => setGone([...gone, ...paths])}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Notice>
  )
}
