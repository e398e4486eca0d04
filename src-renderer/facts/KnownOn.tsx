/** Looking at the record as its papers of a day told it: the day is asked for here, and said for as long as it holds. */
import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PartialDate } from '#contract/vault.ts'
import { formatPartialDate } from '../app/format.ts'
import { go } from '../app/router.ts'
import type { PastPlace } from '../app/routes.ts'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Notice } from '../components/Notice.tsx'
import { TextField } from '../components/TextField.tsx'

export interface KnownOnProps {
  /** With a day: it is shown as of then. */
  readonly place: PastPlace
  readonly isAsking: boolean
  /** The day is not asked for any more. */
  readonly onClose: () => void
}

export function KnownOn({ place, isAsking, onClose }: KnownOnProps) {
  if (place.asKnownOn !== undefined) return <PastNotice place={place} day={place.asKnownOn} />
  return isAsking ? <AskDay place={place} onClose={onClose} /> : null
}

export function KnownOnButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation()
  return <IconButton label={t('fact.known.ask')} icon={<History size={17} aria-hidden />} onPress={onPress} />
}

/** In place of a screen on which nothing stands of that day. */
export function NothingKnown() {
  const { t } = useTranslation()
  return <p className="text-ink-2">{t('fact.known.nothing')}</p>
}

function AskDay({ place, onClose }: Pick<KnownOnProps, 'place' | 'onClose'>) {
  const { t } = useTranslation()
  const [written, setWritten] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const day = written.trim()
  const isRight = PartialDate.safeParse(day).success
  return (
    <form
      className="card flex flex-wrap items-start gap-3 px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault()
        setIsAsked(true)
        if (!isRight) return
        go({ ...place, asKnownOn: day })
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <div className="w-80">
        <TextField
          label={t('fact.known.day')}
          hint={isRight ? formatPartialDate(day) : t('fact.known.dayHint')}
          placeholder={t('fact.dateExample')}
          value={written}
          onChange={setWritten}
          maxLength={10}
          isMono
          autoFocus
          error={isAsked && !isRight ? t('fact.dateWrong') : undefined}
        />
      </div>
      <div className="flex gap-2 pt-6.5">
        <Button look="main" type="submit">
          {t('fact.known.show')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

function PastNotice({ place, day }: { readonly place: PastPlace; readonly day: string }) {
  const { t } = useTranslation()
  const { asKnownOn: _, ...today } = place
  return (
    <Notice
      tone="review"
      icon={<History size={17} aria-hidden />}
      title={t('fact.known.title', { date: formatPartialDate(day) })}
      actions={<Button onPress={() => go(today)}>{t('fact.known.today')}</Button>}
    >
      {t('fact.known.text')}
    </Notice>
  )
}
