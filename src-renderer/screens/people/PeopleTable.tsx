/** People in rows; Enter or a click opens the record. */
import { Ellipsis, FileText, Pencil, Trash2 } from 'lucide-react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Person } from '#contract/people.ts'
import { ageOn, formatDay, formatPartialDate } from '../../app/format.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { Badge } from '../../components/Badge.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Menu } from '../../components/Menu.tsx'

export interface PeopleTableProps {
  readonly people: readonly Person[]
  readonly onOpen: (person: Person) => void
  readonly onEdit: (person: Person) => void
  readonly onDelete: (person: Person) => void
}

const head = 'px-3 py-2 text-start text-meta font-[550] text-ink-3'
const cell = 'px-3'
const figures = 'num px-3 text-ink-2'

export function PeopleTable({ people, onOpen, onEdit, onDelete }: PeopleTableProps) {
  const { t } = useTranslation()
  const byId = new Map<unknown, Person>(people.map((person) => [person.id, person]))
  return (
    <div className="card relative overflow-x-auto">
      <Table
        aria-label={t('people.title')}
        className="w-full min-w-160"
        onRowAction={(id) => {
          const person = byId.get(id)
          if (person !== undefined) onOpen(person)
        }}
      >
        <TableHeader className="border-b border-line">
          <Column isRowHeader className={head}>
            {t('people.name')}
          </Column>
          <Column className={head}>{t('people.bornOn')}</Column>
          <Column className={head}>{t('people.age')}</Column>
          <Column className={head}>{t('people.documents')}</Column>
          <Column className={head}>{t('people.lastImport')}</Column>
          <Column className={head}>
            <span className="sr-only">{t('common.moreActions')}</span>
          </Column>
        </TableHeader>
        <TableBody items={people}>
          {(person) => (
            <Row
              id={person.id}
              textValue={person.name}
              className="h-12 cursor-default border-b border-line-soft outline-offset-[-2px] last:border-0 hover:bg-hover"
            >
              <Cell className={cell}>
                <span className="flex items-center gap-2.5">
                  <Avatar name={person.name} id={person.id} />
                  <span className="who-name font-[600]">{person.name}</span>
                  {person.isSample && <Badge tone="review">{t('common.invented')}</Badge>}
                </span>
              </Cell>
              <Cell className={cell}>
                {person.bornOn === undefined ? (
                  <span className="text-ink-3">{t('common.unknown')}</span>
                ) : (
                  <span className="num who-name">{formatPartialDate(person.bornOn)}</span>
                )}
              </Cell>
              <Cell className={figures}>{person.bornOn && ageOn(person.bornOn, new Date())}</Cell>
              <Cell className={figures}>{person.documents}</Cell>
              <Cell className={figures}>
                {person.lastImportAt === undefined ? t('people.never') : formatDay(person.lastImportAt)}
              </Cell>
              <Cell className={`${cell} text-end`}>
                <Menu
                  label={t('people.actions', { name: person.name })}
                  trigger={
                    <IconButton
                      label={t('people.actions', { name: person.name })}
                      icon={<Ellipsis size={17} aria-hidden />}
                    />
                  }
                  actions={[
                    {
                      id: 'open',
                      label: t('people.open'),
                      icon: <FileText size={15} aria-hidden />,
                      onAction: () => onOpen(person),
                    },
                    {
                      id: 'edit',
                      label: t('people.correct'),
                      icon: <Pencil size={15} aria-hidden />,
                      onAction: () => onEdit(person),
                    },
                    {
                      id: 'delete',
                      label: t('people.delete'),
                      icon: <Trash2 size={15} aria-hidden />,
                      isDanger: true,
                      startsGroup: true,
                      onAction: () => onDelete(person),
                    },
                  ]}
                />
              </Cell>
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  )
}
