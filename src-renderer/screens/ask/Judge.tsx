/** What a person thinks of an answer: helpful, wrong or incomplete; pressed again it is taken back. It stays in the vault. */
import { CircleEllipsis, CircleX, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Feedback } from '#contract/conversations.ts'
import type { AnswerId } from '#contract/ids.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'

export interface JudgeProps {
  readonly answerId: AnswerId
  /** As it is kept. */
  readonly feedback: Feedback | null
}

const judgements = [
  { feedback: 'helpful', Icon: ThumbsUp },
  { feedback: 'wrong', Icon: CircleX },
  { feedback: 'incomplete', Icon: CircleEllipsis },
] as const

export function Judge({ answerId, feedback }: JudgeProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Feedback | null>()
  const shown = chosen === undefined ? feedback : chosen
  const choose = async (wanted: Feedback | null) => {
    setChosen(wanted)
    try {
      await api.conversations.judge({ answerId, feedback: wanted })
    } catch (error) {
      setChosen(undefined)
      say(textOfError(codeOf(error)).message)
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws what a row of buttons need not have
    <div role="group" aria-label={t('ask.judge.title')} className="flex flex-wrap gap-1" title={t('ask.judge.hint')}>
      {judgements.map(({ feedback: one, Icon }) => (
        <ToggleButton
          key={one}
          isSelected={shown === one}
          onChange={(isOn) => void choose(isOn ? one : null)}
          className="inline-flex min-h-8 cursor-default items-center gap-1.5 rounded-md border border-transparent px-2.5 py-1 text-ink-2 hover:bg-hover hover:text-ink data-[selected]:border-accent-line data-[selected]:bg-accent-soft data-[selected]:font-[600] data-[selected]:text-accent"
        >
          <Icon size={14} aria-hidden />
          {t(`ask.judge.${one}`)}
        </ToggleButton>
      ))}
    </div>
  )
}
