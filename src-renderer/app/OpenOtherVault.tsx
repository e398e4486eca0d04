/** Turns to a vault in another folder. Only where there is a desktop around the window to ask for one. */
import { FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../api/client.ts'
import { callPath } from '../api/paths.ts'
import { codeOf, useLoad } from '../api/useLoad.ts'
import { Button } from '../components/Button.tsx'
import { textOfError } from './error-text.ts'
import { say } from './toasts.ts'

export function OpenOtherVault({ label }: { readonly label?: string }) {
  const { t } = useTranslation()
  const about = useLoad('desktop.about', undefined)
  if (about.kind !== 'ready' || about.value.surroundings !== 'desktop') return null

  async function choose(): Promise<void> {
    try {
      const { folder } = await api.desktop.chooseVault()
      if (folder !== null) await callPath('desktop.useVault', { folder })
    } catch (error) {
      say(textOfError(codeOf(error)).message)
    }
  }
  return (
    <Button look="quiet" icon={<FolderOpen size={16} aria-hidden />} onPress={() => void choose()}>
      {label ?? t('welcome.openOther')}
    </Button>
  )
}
