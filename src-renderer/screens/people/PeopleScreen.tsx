/** Everybody whose papers are here: find one, add one, correct a name, remove one. */
import { FlaskConical, UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#contract/people.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { usePeople } from '../../app/usePeople.ts'
import { useSettings } from '../../app/useSettings.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { DeletePersonDialog } from './DeletePersonDialog.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonDialog } from './PersonDialog.tsx'

type Doing = { readonly kind: 'adding' } | { readonly kind: 'editing' | 'deleting'; readonly person: Person }

export function PeopleScreen(_: ScreenProps<'people'>) {
  const { t } = useTranslation()
  const people = usePeople()
  const { audience } = useSettings()
  const sample = useAct('people.addSample')
  const [wanted, setWanted] = useState('')
  const [doing, setDoing] = useState<Doing>()

  async function trySample(): Promise<void> {
    const person = await sample.run(undefined)
    if (person !== undefined) go({ screen: 'library', personId: person.id })
  }

  const all = people.kind === 'ready' ? people.value : []
  const real = all.filter(({ isSample }) => !isSample).length
  const shown = all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-auto p-(--pad)">
      <PageHeader
        title={audience === 'patients' ? t('people.patients') : t('people.title')}
        {...(people.kind === 'ready' && real > 0 && { facts: t('people.count', { count: real }) })}
        actions={
          <>
            {all.length > 6 && (
              <div className="w-60">
                <SearchField label={t('people.find')} value={wanted} onChange={setWanted} />
              </div>
            )}
            <Button look="main" icon={<UserPlus size={16} aria-hidden />} onPress={() => setDoing({ kind: 'adding' })}>
              {t('people.add')}
            </Button>
          </>
        }
      />
      {sample.code !== undefined && <ErrorNotice code={sample.code} text={textOfError(sample.code)} />}
      {people.kind === 'loading' && <Skeleton />}
      {people.kind === 'failed' && (
        <ErrorNotice code={people.code} text={textOfError(people.code)} onRetry={people.again} isWhole />
      )}
      {people.kind === 'ready' && all.length === 0 && (
        <EmptyState
          icon={<Users size={24} aria-hidden />}
          title={t('people.emptyTitle')}
          text={t('people.emptyText')}
          action={
            <Button
              icon={<FlaskConical size={16} aria-hidden />}
              isDisabled={sample.isRunning}
              onPress={() => void trySample()}
            >
              {sample.isRunning ? t('welcome.samplePreparing') : t('welcome.sample')}
            </Button>
          }
          example={t('people.emptyExample')}
        />
      )}
      {people.kind === 'ready' && all.length > 0 && (
        <>
          <PeopleTable
            people={shown}
            onOpen={({ id }) => go({ screen: 'overview', personId: id })}
            onEdit={(person) => setDoing({ kind: 'editing', person })}
            onDelete={(person) => setDoing({ kind: 'deleting', person })}
          />
          {shown.length === 0 && <p className="text-ink-2">{t('people.nobody', { name: wanted })}</p>}
        </>
      )}
      {doing !== undefined && doing.kind !== 'deleting' && (
        <PersonDialog
          person={doing.kind === 'editing' ? doing.person : undefined}
          onClose={() => setDoing(undefined)}
        />
      )}
      {doing?.kind === 'deleting' && <DeletePersonDialog person={doing.person} onClose={() => setDoing(undefined)} />}
    </div>
  )
}
