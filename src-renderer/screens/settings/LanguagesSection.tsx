/** Languages in which pages can be recognised: those installed, and how another one is brought. */
import { Languages, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { useAct } from '../../api/useAct.ts'
import { codeOf, useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatBytes } from '../../app/format.ts'
import { say } from '../../app/toasts.ts'
import { Badge } from '../../components/Badge.tsx'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'

export function LanguagesSection() {
  const { t } = useTranslation()
  const languages = useLoad('languages.list', { filter: {}, limit: 200 })
  const about = useLoad('desktop.about', undefined)
  const install = useAct('languages.install')
  const remove = useAct('languages.remove')
  const [removing, setRemoving] = useState<{ code: string; name: string }>()
  const code = install.code ?? remove.code
  const canChoose = about.kind === 'ready' && about.value.surroundings === 'desktop'

  async function bring(): Promise<void> {
    remove.forget()
    try {
      const [path] = (await api.desktop.chooseFiles({ what: 'files' })).paths
      if (path === undefined) return
      const language = await install.run({ path })
      if (language !== undefined) say(t('settings.languages.installed', { name: language.name }))
    } catch (error) {
      say(textOfError(codeOf(error)).message)
    }
  }

  return (
    <Card
      title={t('settings.languages.title')}
      hint={t('settings.languages.text')}
      actions={
        canChoose && (
          <Button icon={<Plus size={16} aria-hidden />} isDisabled={install.isRunning} onPress={() => void bring()}>
            {install.isRunning ? t('settings.languages.installing') : t('settings.languages.install')}
          </Button>
        )
      }
    >
      {languages.kind === 'loading' && <Skeleton rows={3} />}
      {languages.kind === 'failed' && (
        <ErrorNotice code={languages.code} text={textOfError(languages.code)} onRetry={languages.again} />
      )}
      {languages.kind === 'ready' && (
        <ul className="divide-y divide-line-soft">
          {languages.value.items.map((language) => (
            <li key={language.code} className="num flex min-h-11 items-center gap-3">
              <Languages size={16} className="text-ink-3" aria-hidden />
              <span className="font-[550]">{language.name}</span>
              <code className="font-sans text-meta text-ink-3">{language.code}</code>
              <span className="text-meta text-ink-3">{formatBytes(language.sizeBytes)}</span>
              {!language.isIntact && <Badge tone="crit">{t('settings.languages.notIntact')}</Badge>}
              <span className="ms-auto">
                {language.installedFrom === 'built-in' ? (
                  <Badge>{t('settings.languages.builtIn')}</Badge>
                ) : (
                  <Button look="quiet" isDisabled={remove.isRunning} onPress={() => setRemoving(language)}>
                    {t('common.remove')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {removing !== undefined && (
        <ConfirmDialog
          title={t('settings.languages.removeTitle', { name: removing.name })}
          act={t('common.remove')}
          isRunning={remove.isRunning}
          onConfirm={() => {
            install.forget()
            void remove.run({ code: removing.code }).then(() => setRemoving(undefined))
          }}
          onClose={() => setRemoving(undefined)}
        >
          <p>{t('settings.languages.removeText')}</p>
        </ConfirmDialog>
      )}
      {code !== undefined && <ErrorNotice code={code} text={textOfError(code)} />}
    </Card>
  )
}
