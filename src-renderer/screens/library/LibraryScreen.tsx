/** One person's documents: all of them, or those that fit the filters; opened, named, tagged, removed. */
import { FileStack, FolderPlus, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { useLoadAll } from '../../api/useLoadAll.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatCount } from '../../app/format.ts'
import { useRemovals } from '../../app/removals.ts'
import { go } from '../../app/router.ts'
import { focusRow } from '../../app/row-focus.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useImport } from '../../app/useImport.ts'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { useSettings } from '../../app/useSettings.ts'
import { useShortcuts } from '../../app/useShortcuts.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { DocumentDialog } from './DocumentDialog.tsx'
import { DocumentTable } from './DocumentTable.tsx'
import { Filters, noFilters, queryOf } from './Filters.tsx'
import { useDocumentActions } from './useDocumentActions.tsx'

export function LibraryScreen({ place: { personId } }: ScreenProps<'library'>) {
  const { t } = useTranslation()
  const person = useCurrentPerson()
  const imports = useImport(person)
  const [filters, setFilters] = useState(noFilters)
  const [edited, setEdited] = useState<DocumentSummary>()
  const documents = useLoadAll('documents.list', { filter: { personId, ...queryOf(filters) }, limit: 100 })
  const removals = useRemovals()
  const actionsOf = useDocumentActions({ onEdit: setEdited })
  const isFiltered = filters !== noFilters
  useShortcuts({ nextRow: () => focusRow(1), previousRow: () => focusRow(-1) }, { letters: useSettings().letterKeys })

  const shown = documents.kind === 'ready' ? documents.items.filter(({ id }) => !removals.has(id)) : []
  const isEmpty = documents.kind === 'ready' && shown.length === 0
  const pages = shown.reduce((sum, document) => sum + document.pages, 0)
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto p-(--pad)">
      <PageHeader
        title={t('library.title')}
        {...(shown.length > 0 && {
          facts: `${t('library.count', { count: shown.length })}${documents.kind === 'ready' && documents.more ? '+' : ''} · ${t('library.pages', { count: pages, pages: formatCount(pages) })}`,
        })}
        actions={
          !(isEmpty && !isFiltered) && (
            <>
              <Button icon={<FolderPlus size={16} aria-hidden />} onPress={() => void imports?.choose('folder')}>
                {t('library.addFolder')}
              </Button>
              <Button
                look="main"
                icon={<Plus size={16} aria-hidden />}
                keys="Mod+O"
                onPress={() => void imports?.choose('files')}
              >
                {t('library.addFiles')}
              </Button>
            </>
          )
        }
      />
      {(!isEmpty || isFiltered) && <Filters personId={personId} value={filters} onChange={setFilters} />}
      {documents.kind === 'loading' && <Skeleton rows={8} />}
      {documents.kind === 'failed' && (
        <ErrorNotice code={documents.code} text={textOfError(documents.code)} onRetry={documents.again} isWhole />
      )}
      {isEmpty && !isFiltered && (
        <EmptyState
          icon={<FileStack size={24} aria-hidden />}
          title={t('library.emptyTitle', { name: person?.name ?? '' })}
          text={t('library.emptyText')}
          action={
            <>
              <Button
                look="main"
                icon={<Plus size={16} aria-hidden />}
                keys="Mod+O"
                onPress={() => void imports?.choose('files')}
              >
                {t('library.addFiles')}
              </Button>
              <Button icon={<FolderPlus size={16} aria-hidden />} onPress={() => void imports?.choose('folder')}>
                {t('library.addFolder')}
              </Button>
            </>
          }
          example={t('library.emptyExample')}
        />
      )}
      {isEmpty && isFiltered && (
        <EmptyState
          icon={<SearchX size={24} aria-hidden />}
          title={t('library.noneTitle')}
          text={t('library.noneText')}
          action={<Button onPress={() => setFilters(noFilters)}>{t('library.clearFilters')}</Button>}
        />
      )}
      {shown.length > 0 && (
        <DocumentTable
          documents={shown}
          actionsOf={actionsOf}
          onOpen={({ id }) => go({ screen: 'document', personId, documentId: id })}
          onTag={(tag) => setFilters({ ...filters, tag })}
        />
      )}
      {documents.kind === 'ready' && documents.more !== undefined && (
        <div className="flex justify-center">
          <Button onPress={documents.more}>{t('common.more')}</Button>
        </div>
      )}
      {edited !== undefined && <DocumentDialog document={edited} onClose={() => setEdited(undefined)} />}
    </div>
  )
}
