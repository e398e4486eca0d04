/** Copies an answer with its sources, or a whole conversation as Markdown; says what became of it. */
import { useTranslation } from 'react-i18next'
import type { ConversationId } from '#contract/ids.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { copyText } from '../../app/copy-text.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatDay } from '../../app/format.ts'
import { say } from '../../app/toasts.ts'
import { isNotStated, type ShownAnswer, withCitations } from './shown-answer.ts'

export interface CopyCited {
  answer(answer: ShownAnswer): void
  conversation(id: ConversationId): void
}

export function useCopyCited(): CopyCited {
  const { t } = useTranslation()
  const run = (text: () => string | Promise<string>, done: string) => {
    const work = async () => {
      await copyText(await text())
      say(done)
    }
    work().catch((error: unknown) => say(textOfError(codeOf(error)).message))
  }
  return {
    answer(answer) {
      const day = formatDay(new Date().toISOString())
      const closing = t(`ask.copyClosing.${answer.engine ?? 'extractive'}`, {
        day,
        model: answer.why.model ?? t('ask.aModel'),
      })
      const nowhere = isNotStated(answer) ? t('ask.notStated') : t('ask.notFound')
      run(() => withCitations(answer, closing, nowhere), t('ask.copied'))
    },
    conversation: (id) =>
      run(async () => (await api.conversations.asMarkdown({ id })).markdown, t('ask.copiedConversation')),
  }
}
