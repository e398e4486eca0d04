/** Models on this disk, and those that could be brought. None is needed, and none is fetched without a shown, agreed offer. */
import { FolderInput, HardDriveDownload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Model } from '#contract/models.ts'
import { api } from '../../api/client.ts'
import { codeOf, useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { ModelCard } from './ModelCard.tsx'

const roles = ['embedder', 'reranker', 'writer'] as const

export function ModelsSection() {
  const { t } = useTranslation()
  const models = useLoad('models.list', { filter: {}, limit: 200 })
  const about = useLoad('desktop.about', undefined)
  const canChoose = about.kind === 'ready' && about.value.surroundings === 'desktop'

  async function bring(what: 'files' | 'folder'): Promise<void> {
    try {
      const { paths } = await api.desktop.chooseFiles({ what })
      const [path] = paths
      if (path === undefined) return
      const model = await api.models.import({ path })
      say(t('settings.models.brought', { title: model.title }))
    } catch (error) {
      const { message, next } = textOfError(codeOf(error))
      say(`${message} ${next}`)
    }
  }

  return (
    <>
      <Notice>{t('settings.models.text')}</Notice>
      {canChoose && (
        <div className="flex flex-wrap gap-2">
          <Button icon={<HardDriveDownload size={16} aria-hidden />} onPress={() => void bring('files')}>
            {t('settings.models.bringFile')}
          </Button>
          <Button icon={<FolderInput size={16} aria-hidden />} onPress={() => void bring('folder')}>
            {t('settings.models.bringFolder')}
          </Button>
        </div>
      )}
      {models.kind === 'loading' && <Skeleton rows={4} />}
      {models.kind === 'failed' && (
        <ErrorNotice code={models.code} text={textOfError(models.code)} onRetry={models.again} />
      )}
      {models.kind === 'ready' &&
        roles.map((role) => (
          <RoleModels key={role} role={role} models={models.value.items.filter(({ kind }) => kind === role)} />
        ))}
    </>
  )
}

function RoleModels({ role, models }: { readonly role: Model['kind']; readonly models: readonly Model[] }) {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col gap-2">
      <h2>{t(`settings.models.role.${role}`)}</h2>
      <p className="text-meta text-ink-3">{t(`settings.models.roleText.${role}`)}</p>
      {models.length === 0 && <p className="text-ink-3">{t('settings.models.none')}</p>}
      <ul className="flex flex-col gap-2">
        {models.map((model) => (
          <ModelCard key={model.id} model={model} />
        ))}
      </ul>
    </section>
  )
}
