/** What narrows the list: a word of the name, a kind, a tag, how far it is. */
import { useTranslation } from 'react-i18next'
import { DocumentKind } from '#contract/documents.ts'
import type { PersonId } from '#contract/ids.ts'
import { useLoad } from '../../api/useLoad.ts'
import { atWork, endedUnread, needsAttention, type StateGroup } from '../../app/document-states.ts'
import { Button } from '../../components/Button.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Select } from '../../components/Select.tsx'

export interface FilterValues {
  readonly name: string
  readonly kind: DocumentKind | 'any'
  /** Empty: any. */
  readonly tag: string
  readonly state: StateGroup | 'any'
}
export const noFilters: FilterValues = { name: '', kind: 'any', tag: '', state: 'any' }

const statesOf = { working: atWork, attention: needsAttention, failed: endedUnread, ready: ['indexed'] } as const

/** As the contract takes it; nothing where nothing was chosen. */
export const queryOf = ({ name, kind, tag, state }: FilterValues) => ({
  ...(name.trim() !== '' && { name: name.trim().slice(0, 200) }),
  ...(kind !== 'any' && { kinds: [kind] }),
  ...(tag !== '' && { tags: [tag] }),
  ...(state !== 'any' && { states: [...statesOf[state]] }),
})

export interface FiltersProps {
  readonly personId: PersonId
  readonly value: FilterValues
  readonly onChange: (value: FilterValues) => void
}

export function Filters({ personId, value, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const tags = useLoad('documents.tags', { personId })
  const known = tags.kind === 'ready' ? tags.value.tags : []
  const set = (change: Partial<FilterValues>) => onChange({ ...value, ...change })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="w-64">
        <SearchField label={t('library.filterName')} value={value.name} onChange={(name) => set({ name })} />
      </div>
      <Select
        label={t('library.kind')}
        hasHiddenLabel
        value={value.kind}
        onChange={(kind) => set({ kind })}
        choices={[
          { id: 'any', label: t('library.anyKind') },
          ...DocumentKind.options.map((kind) => ({ id: kind, label: t(`library.kinds.${kind}`) })),
        ]}
      />
      <Select
        label={t('library.state')}
        hasHiddenLabel
        value={value.state}
        onChange={(state) => set({ state })}
        choices={[
          { id: 'any', label: t('library.anyState') },
          ...(['ready', 'working', 'attention', 'failed'] as const).map((state) => ({
            id: state,
            label: t(`library.groups.${state}`),
          })),
        ]}
      />
      {(known.length > 0 || value.tag !== '') && (
        <Select
          label={t('library.tags')}
          hasHiddenLabel
          value={value.tag}
          onChange={(tag) => set({ tag })}
          choices={[
            { id: '', label: t('library.anyTag') },
            ...known.map(({ tag, documents }) => ({ id: tag, label: `${tag} (${documents})` })),
          ]}
        />
      )}
      {value !== noFilters && (
        <Button look="quiet" onPress={() => onChange(noFilters)}>
          {t('library.clearFilters')}
        </Button>
      )}
    </div>
  )
}
