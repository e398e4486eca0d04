/** A paper that names somebody who may not be the person it was added for: nothing of it enters a record before a person says. */
import { UserRoundSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import type { PersonId } from '#contract/ids.ts'
import { useAct } from '../../api/useAct.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Select } from '../../components/Select.tsx'
import { QueueRow } from './QueueRow.tsx'

/** Not chosen yet. */
const NOBODY = 'nobody'

export function WhoseRow({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation()
  const people = useLoad('people.list', { filter: {}, limit: 200 })
  const answer = useAct('documents.answerPerson')
  const all = people.kind === 'ready' ? people.value.items : []
  const given = all.find(({ id }) => id === document.personId)
  const others = all.filter(({ id, isSample }) => id !== document.personId && !isSample)
  const named = (document.namedPeople ?? []).map(({ name, bornOn }) =>
    bornOn === undefined ? name : `${name}, ${bornOn}`,
  )

  async function give(personId: PersonId): Promise<void> {
    const kept = await answer.run({ id: document.id, personId })
    const whose = all.find(({ id }) => id === kept?.personId)
    if (kept !== undefined && whose !== undefined)
      say(t('queue.whoseAnswered', { title: kept.title, name: whose.name }))
  }

  return (
    <QueueRow
      icon={<UserRoundSearch size={17} className="text-review" />}
      title={document.title}
      text={named.length === 0 ? t('queue.needsAnswer') : t('queue.names', { names: named.join(' · ') })}
      actions={
        <Button
          look="quiet"
          onPress={() => go({ screen: 'document', personId: document.personId, documentId: document.id })}
        >
          {t('queue.look')}
        </Button>
      }
    >
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {given !== undefined && (
          <Button isDisabled={answer.isRunning} onPress={() => void give(given.id)}>
            {t('queue.isOf', { name: given.name })}
          </Button>
        )}
        {others.length > 0 && (
          <Select<PersonId | typeof NOBODY>
            label={t('queue.isOfAnother')}
            hasHiddenLabel
            choices={[
              { id: NOBODY, label: t('queue.isOfAnother') },
              ...others.map(({ id, name }) => ({ id, label: name })),
            ]}
            value={NOBODY}
            onChange={(id) => void (id !== NOBODY && give(id))}
          />
        )}
      </div>
      {answer.code !== undefined && <ErrorNotice code={answer.code} text={textOfError(answer.code)} />}
    </QueueRow>
  )
}
