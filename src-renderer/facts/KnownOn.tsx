/** Looking at the record as its papers of a day told it: the day is asked for here, and said for as long as it holds. */
import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#contract/ids.ts'
import { PartialDate } from '#contract/vault.ts'
import { formatPartialDate } from '../../app/format.ts'
import { go } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextField } from '../../components/TextField.tsx'

/** `onClose`: the day is not asked for any more. */
export function AskKnownOn({ personId, onClose }: { readonly personId: PersonId; readonly onClose: () => void }) {
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
        go({ screen: 'overview', personId, asKnownOn: day })
        onClose()
      }}
    >
      <div className="w-80">
        <TextField
          label={t('overview.knownDay')}
          hint={isRight ? formatPartialDate(day) : t('overview.knownDayHint')}
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
          {t('overview.knownShow')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('overview.knownCancel')}
        </Button>
      </div>
    </form>
  )
}

export function KnownOnNotice({ personId, day }: { readonly personId: PersonId; readonly day: string }) {
  const { t } = useTranslation()
  return (
    <Notice
      tone="review"
      icon={<History size={17} aria-hidden />}
      title={t('overview.knownTitle', { date: formatPartialDate(day) })}
      actions={<Button onPress={() => go({ screen: 'overview', personId })}>{t('overview.knownToday')}</Button>}
    >
      {t('overview.knownText')}
    </Notice>
  )
}
