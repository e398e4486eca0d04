/**
 * The originals of what was added lie where they were, unencrypted. Says so, once a folder, and shows them in the system's
 * own file manager. Nothing is moved or removed from here.
 */
import { FolderOpen, LockOpen } from 'lucide-react'
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

export function UnprotectedFiles({ imports }: { readonly imports: readonly Imported[] }) {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  const [seen, setSeen] = useState(0)
  const paths = imports.flatMap((one) => (one.kind === 'refused' ? [] : [one.path]))
  if (paths.length === 0 || paths.length === seen) return null
  const byFolder = Map.groupBy(paths, folderOf)
  const canShow = about.kind === 'ready' && about.value.surroundings === 'desktop'
  const show = (path: string) => {
    api.desktop.showFile({ path }).catch((error: unknown) => say(textOfError(codeOf(error)).message))
  }
  return (
    <Notice
      icon={<LockOpen size={17} className="text-review" aria-hidden />}
      title={t('queue.unprotected', { count: paths.length })}
      actions={
        <Button look="quiet" onPress={() => setSeen(paths.length)}>
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
              <Button
                look="quiet"
                icon={<FolderOpen size={15} aria-hidden />}
                onPress={() => show(inside[0] ?? folder)}
              >
                {t('queue.show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
