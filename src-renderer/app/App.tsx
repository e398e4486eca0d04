/** The whole window: which of welcome, unlock and the record is shown follows from the vault's state, never from the address. */
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { createQueryClient, followEvents } from '../api/query-client.ts'
import { useLoad } from '../api/useLoad.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { textOfError } from './error-text.ts'
import { forgetAll } from './forget-all.ts'
import { Shell } from './Shell.tsx'
import { useLook } from './useLook.ts'
import { useSettings } from './useSettings.ts'

const WelcomeScreen = lazy(async () => ({
  default: (await import('../screens/welcome/WelcomeScreen.tsx')).WelcomeScreen,
}))
const RestoreScreen = lazy(async () => ({
  default: (await import('../screens/restore/RestoreScreen.tsx')).RestoreScreen,
}))
const UnlockScreen = lazy(async () => ({ default: (await import('../screens/unlock/UnlockScreen.tsx')).UnlockScreen }))

export function App() {
  const [client] = useState(createQueryClient)
  const { i18n } = useTranslation()
  useEffect(() => followEvents(client, forgetAll), [client])
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale={i18n.language.startsWith('en') ? 'en-GB' : i18n.language}>
        <Gate />
      </I18nProvider>
    </QueryClientProvider>
  )
}

function Gate() {
  const status = useLoad('vault.status', undefined)
  const state = status.kind === 'ready' ? status.value.state : undefined
  /** True from the making of a vault until its recovery key is in safe hands. */
  const [isWelcoming, setWelcoming] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  useLook(useSettings(state === 'unlocked'))

  if (status.kind === 'failed')
    return (
      <main className="grid h-full p-8">
        <ErrorNotice code={status.code} text={textOfError(status.code)} onRetry={status.again} isWhole />
      </main>
    )
  if (status.kind === 'loading') return null
  if (isRestoring)
    return (
      <Suspense>
        <RestoreScreen isPlaceTaken={state === 'locked'} onLeave={() => setRestoring(false)} />
      </Suspense>
    )
  if (status.value.state === 'absent' || isWelcoming)
    return (
      <Suspense>
        <WelcomeScreen
          onMaking={() => setWelcoming(true)}
          onDone={() => setWelcoming(false)}
          onRestore={() => setRestoring(true)}
        />
      </Suspense>
    )
  if (status.value.state === 'locked')
    return (
      <Suspense>
        <UnlockScreen hasDeviceUnlock={status.value.deviceUnlock} onRestore={() => setRestoring(true)} />
      </Suspense>
    )
  return <Shell notices={status.value.notices} />
}
