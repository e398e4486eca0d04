/** Asks one person's record; beside each sentence stands the page it was quoted from. Keys: 1 to 9 open a source. */
import { ClipboardCopy, MessagesSquare, SquarePen } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Citation } from '#contract/answers.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { useSettings } from '../../app/useSettings.ts'
import { useShortcuts } from '../../app/useShortcuts.ts'
import { SourcePane } from '../../citations/SourcePane.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { AnswerView } from './AnswerView.tsx'
import { ConversationList } from './ConversationList.tsx'
import { Examples } from './Examples.tsx'
import { QuestionBox } from './QuestionBox.tsx'
import { Spoken } from './Spoken.tsx'
import { sourcesOf } from './shown-answer.ts'
import { useAsking } from './useAsking.ts'
import { useCopyCited } from './useCopyCited.ts'

/** A source of one of the answers. */
interface Chosen {
  readonly answer: number
  readonly source: number
}

export function AskScreen({ place }: ScreenProps<'ask'>) {
  const { t } = useTranslation()
  const { personId } = place
  const person = useCurrentPerson()
  const conversationId = place.conversation as ConversationId | undefined
  const asking = useAsking(personId, conversationId, (id) =>
    go({ screen: 'ask', personId, conversation: id }, { replace: true }),
  )
  const [chosen, setChosen] = useState<Chosen>()
  const { answers } = asking
  const thread = useRef<HTMLDivElement>(null)
  const opener = useRef<Element>(null)
  const copyCited = useCopyCited()

  const sourceAt = (at: Chosen | undefined): Citation | undefined => {
    const answer = at && answers[at.answer]
    return answer && sourcesOf(answer)[at.source]
  }
  const open = (at: Chosen) => {
    if (sourceAt(at) === undefined) return
    if (chosen === undefined) opener.current = document.activeElement
    setChosen(at)
  }
  const close = () => {
    setChosen(undefined)
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  const ask = (question: string, query?: TypedQuery) => {
    setChosen(undefined)
    asking.ask(question, query)
  }
  useAskOnce(place.question, conversationId, ask)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation has other sources
  useEffect(() => setChosen(undefined), [conversationId])
  useLastInView(thread, `${answers.length} ${answers.at(-1)?.state} ${answers.at(-1)?.sentences.length}`)

  const last = answers.length - 1
  useShortcuts(
    {
      openCitation: (event) => open({ answer: chosen?.answer ?? last, source: Number(event?.key ?? 0) - 1 }),
      copyCited: () => {
        const answer = answers[chosen?.answer ?? last]
        if (answer !== undefined) copyCited.answer(answer)
      },
    },
    { letters: useSettings().letterKeys },
  )

  const source = sourceAt(chosen)
  const name = person?.name ?? ''
  return (
    <div className="@container relative flex min-h-0 flex-1">
      <div data-pane className="relative flex min-w-0 flex-1 flex-col">
        <header className="flex flex-wrap items-center gap-2 px-(--pad) py-2.5">
          <h1 className="min-w-0 flex-[1_1_12rem] truncate" title={asking.title}>
            {asking.title ?? t('ask.title')}
          </h1>
          {answers.length > 0 && (
            <Button
              look="quiet"
              icon={<SquarePen size={15} aria-hidden />}
              onPress={() => go({ screen: 'ask', personId })}
            >
              {t('ask.newQuestion')}
            </Button>
          )}
          {conversationId !== undefined && answers.length > 0 && (
            <IconButton
              label={t('ask.copyConversation')}
              icon={<ClipboardCopy size={16} aria-hidden />}
              isDisabled={asking.isRunning}
              onPress={() => copyCited.conversation(conversationId)}
            />
          )}
          <ConversationList
            personId={personId}
            current={conversationId}
            icon={<MessagesSquare size={15} aria-hidden />}
          />
        </header>
        <div ref={thread} className="relative flex min-h-0 flex-1 flex-col overflow-y-auto px-(--pad) pb-4">
          <div className="mx-auto flex w-full max-w-176 flex-1 flex-col gap-8">
            {conversationId !== undefined && asking.kept.kind === 'loading' && answers.length === 0 && (
              <Skeleton rows={4} />
            )}
            {conversationId !== undefined && asking.kept.kind === 'failed' && (
              <ErrorNotice
                code={asking.kept.code}
                text={textOfError(asking.kept.code)}
                onRetry={asking.kept.again}
                isWhole
              />
            )}
            {answers.length === 0 && conversationId === undefined && <Examples name={name} onAsk={ask} />}
            {answers.map((answer, at) => (
              <AnswerView
                key={answer.id ?? 'live'}
                answer={answer}
                personId={personId}
                chosen={chosen?.answer === at ? chosen.source : undefined}
                onSource={(index) => open({ answer: at, source: index })}
                canAsk={!asking.isRunning}
                onCopy={() => copyCited.answer(answer)}
                onAsk={(query) => ask(answer.question, query)}
              />
            ))}
          </div>
        </div>
        <div className="px-(--pad) pb-4">
          <div className="mx-auto w-full max-w-176">
            <QuestionBox name={name} isRunning={asking.isRunning} onAsk={ask} onStop={asking.stop} />
          </div>
        </div>
        <Spoken answer={asking.isRunning || answers[last]?.state === 'complete' ? answers[last] : undefined} />
      </div>
      {source !== undefined && chosen !== undefined && (
        <div className="absolute inset-y-0 end-0 z-10 flex w-full max-w-112 border-s border-line shadow-high @3xl:static @3xl:w-[45%] @3xl:max-w-2xl @3xl:min-w-105 @3xl:shadow-none">
          <SourcePane
            citation={source}
            number={chosen.source + 1}
            personId={personId}
            onStep={(step) => open({ ...chosen, source: chosen.source + step })}
            hasNext={sourceAt({ ...chosen, source: chosen.source + 1 }) !== undefined}
            onClose={close}
          />
        </div>
      )}
    </div>
  )
}

/** A question that came with the address is asked once, not again when one comes back. */
function useAskOnce(
  question: string | undefined,
  conversation: ConversationId | undefined,
  ask: (question: string) => void,
) {
  const done = useRef<string>(undefined)
  useEffect(() => {
    if (question === undefined || conversation !== undefined || done.current === question) return
    done.current = question
    ask(question)
  })
}

/** What was asked last stays at the top while its answer grows below it. */
function useLastInView(thread: React.RefObject<HTMLDivElement | null>, growth: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew whenever something came
  useEffect(() => {
    const articles = thread.current?.querySelectorAll('article')
    if (articles !== undefined && articles.length > 1) articles[articles.length - 1]?.scrollIntoView({ block: 'start' })
  }, [thread, growth])
}
