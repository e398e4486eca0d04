/** Documents in rows; Enter or a click opens one. */
import { Ellipsis } from 'lucide-react'
import { Button, Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { groupOfState } from '../../app/document-states.ts'
import { formatDay } from '../../app/format.ts'
import { useProgress } from '../../app/useProgress.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { Menu, type MenuAction } from '../../components/Menu.tsx'
import { StateBadge } from '../../components/StateBadge.tsx'
import { FormatIcon } from './FormatIcon.tsx'

export interface DocumentTableProps {
  readonly documents: readonly DocumentSummary[]
  readonly actionsOf: (document: DocumentSummary) => readonly MenuAction[]
  readonly onOpen: (document: DocumentSummary) => void
  readonly onTag: (tag: string) => void
}

const head = 'px-3 py-2 text-start text-meta font-[550] text-ink-3 whitespace-nowrap'
const cell = 'px-3 py-1.5'

export function DocumentTable({ documents, actionsOf, onOpen, onTag }: DocumentTableProps) {
  const { t } = useTranslation()
  const progress = useProgress()
  const byId = new Map<unknown, DocumentSummary>(documents.map((document) => [document.id, document]))
  return (
    <div className="card relative overflow-x-auto">
      <Table
        aria-label={t('library.title')}
        className="w-full min-w-180"
        onRowAction={(id) => {
          const document = byId.get(id)
          if (document !== undefined) onOpen(document)
        }}
      >
        <TableHeader className="border-b border-line">
          <Column isRowHeader className={head}>
            {t('library.document')}
          </Column>
          <Column className={head}>{t('library.kind')}</Column>
          <Column className={head}>{t('library.pagesHead')}</Column>
          <Column className={head}>{t('library.added')}</Column>
          <Column className={head}>{t('library.state')}</Column>
          <Column className={head}>
            <span className="sr-only">{t('common.moreActions')}</span>
          </Column>
        </TableHeader>
        <TableBody items={documents} dependencies={[progress]}>
          {(document) => {
            const far = progress.get(document.id)
            const group = groupOfState(document.state)
            return (
              <Row
                id={document.id}
                textValue={document.title}
                className="h-row cursor-default border-b border-line-soft outline-offset-[-2px] last:border-0 hover:bg-hover"
              >
                <Cell className={`${cell} w-full max-w-0`}>
                  <span className="flex items-center gap-x-2.5 max-[900px]:flex-wrap">
                    <FormatIcon format={document.format} />
                    <span className="who-name min-w-0 truncate font-[550]" title={document.title}>
                      {document.title}
                    </span>
                    <span className="flex shrink-0 gap-1">
                      {document.tags.slice(0, 3).map((tag) => (
                        <Button
                          key={tag}
                          onPress={() => onTag(tag)}
                          aria-label={t('library.filterByTag', { tag })}
                          className="min-h-6 max-w-32 cursor-default truncate rounded-full border border-line px-2 text-meta text-ink-2 hover:border-line-strong hover:text-ink"
                        >
                          {tag}
                        </Button>
                      ))}
                      {document.tags.length > 3 && (
                        <span className="text-meta text-ink-3">+{document.tags.length - 3}</span>
                      )}
                    </span>
                  </span>
                </Cell>
                <Cell className={`${cell} whitespace-nowrap text-ink-2`}>
                  {document.kind === undefined ? (
                    <span className="text-ink-3">{t('common.unknown')}</span>
                  ) : (
                    t(`library.kinds.${document.kind}`)
                  )}
                </Cell>
                <Cell className={`${cell} num text-ink-2`}>{document.pages === 0 ? '–' : document.pages}</Cell>
                <Cell className={`${cell} num whitespace-nowrap text-ink-2`}>{formatDay(document.importedAt)}</Cell>
                <Cell className={cell}>
                  <span className="flex items-center gap-2 whitespace-nowrap">
                    <StateBadge
                      group={
                        group === 'ready' && document.partlyReadPages + document.imageOnlyPages > 0
                          ? 'attention'
                          : group
                      }
                      label={
                        group === 'working' && far !== undefined && far.total !== null
                          ? t('library.pageOf', { page: Math.min(far.done + 1, far.total), total: far.total })
                          : group === 'ready' && document.partlyReadPages + document.imageOnlyPages > 0
                            ? t('library.partly')
                            : t(`library.states.${document.state}`)
                      }
                    />
                  </span>
                </Cell>
                <Cell className={`${cell} text-end`}>
                  <Menu
                    label={t('library.actions', { title: document.title })}
                    trigger={
                      <IconButton
                        label={t('library.actions', { title: document.title })}
                        icon={<Ellipsis size={17} aria-hidden />}
                      />
                    }
                    actions={actionsOf(document)}
                  />
                </Cell>
              </Row>
            )
          }}
        </TableBody>
      </Table>
    </div>
  )
}
