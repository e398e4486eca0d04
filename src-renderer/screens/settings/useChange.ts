/** Changes a setting and says so when it could not be kept. */
import type { Settings } from '#contract/settings.ts'
import { codeOf } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'
import { useSetSetting } from '../../app/useSettings.ts'

export function useChange() {
  const set = useSetSetting()
  return <N extends keyof Settings>(name: N, value: Settings[N]): void => {
    set(name, value).catch((error: unknown) => {
      const { message, next } = textOfError(codeOf(error))
      say(`${message} ${next}`)
    })
  }
}
