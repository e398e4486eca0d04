/** Copies an answer with its sources; through the program where it can, so that it leaves the clipboard again. */
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatDay } from '../../app/format.ts'
import { say } from '../../app/toasts.ts'
import { type ShownAnswer, withCitations } from './shown-answer.ts'

export function useCopyCited(): (answer: ShownAnswer) => void {
  const { t } = useTranslation()
  return (answer) => {
    const closing = t('ask.copyClosing', { day: formatDay(new Date().toISOString()) })
    const text = withCitations(answer, closing, t('ask.notFound'))
    const copy = async () => {
      try {
        await api.desktop.copy({ text })
      } catch (error) {
        if (codeOf(error) !== 'desktop/absent') throw error
        await navigator.clipboard.writeText(text)
      }
      say(t('ask.copied'))
    }
    copy().catch((error: unknown) => say(textOfError(codeOf(error)).message))
  }
}
