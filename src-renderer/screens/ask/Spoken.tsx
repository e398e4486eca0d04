/** What a screen reader says while an answer comes in: each sentence once it is whole, and when it is over. */
import { useTranslation } from 'react-i18next'
import { isNotStated, type ShownAnswer, sourcesOf } from './shown-answer.ts'

export function Spoken({ answer }: { readonly answer: ShownAnswer | undefined }) {
  const { t } = useTranslation()
  const said = (): string => {
    if (answer === undefined) return ''
    if (answer.state === 'looking') return t('ask.looking')
    if (answer.isNotFound) return isNotStated(answer) ? t('ask.notStated') : t('ask.notFound')
    if (answer.state === 'complete') return t('ask.spokenEnd', { count: sourcesOf(answer).length })
    const { redFlags = [] } = answer.why
    return answer.sentences.at(-1)?.text ?? redFlags.map(({ text }) => text).join(' ')
  }
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {said()}
    </p>
  )
}
