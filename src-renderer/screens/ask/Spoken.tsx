/** What a screen reader says while an answer comes in: each sentence once it is whole, and when it is over. */
import { useTranslation } from 'react-i18next'
import { type ShownAnswer, sourcesOf } from './shown-answer.ts'

export function Spoken({ answer }: { readonly answer: ShownAnswer | undefined }) {
  const { t } = useTranslation()
  const said = (): string => {
    if (answer === undefined) return ''
    if (answer.state === 'looking') return t('ask.looking')
    if (answer.isNotFound) return t('ask.notFound')
    if (answer.state === 'complete') return t('ask.spokenEnd', { count: sourcesOf(answer).length })
    return answer.sentences.at(-1)?.text ?? ''
  }
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {said()}
    </p>
  )
}
