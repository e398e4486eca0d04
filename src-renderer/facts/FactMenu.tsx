/** What can be done with a fact from its row: correct it, say that it is right or not so, go to its page. */
import { Check, Columns2, Ellipsis, FileText, Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact } from '#contract/facts.ts'
import { IconButton } from '../components/IconButton.tsx'
import { Menu } from '../components/Menu.tsx'
import { ConflictDialog, isInConflict } from './ConflictDialog.tsx'
import type { Decide } from './useDecide.ts'
import type { Sources } from './useSources.ts'

export interface FactMenuProps {
  readonly fact: Fact
  readonly sources: Sources
  readonly decisions: Decide
  readonly onEdit: (fact: Fact) => void
}

export function FactMenu({ fact, sources, decisions, onEdit }: FactMenuProps) {
  const { t } = useTranslation()
  const { id, name, state, provenance } = fact
  const label = t('fact.actions', { name })
  const [isComparing, setComparing] = useState(false)
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton label={label} icon={<Ellipsis size={17} aria-hidden />} />}
        actions={[
          ...provenance.slice(0, 1).map((source) => ({
            id: 'open',
            label: t('fact.openPage'),
            icon: <FileText size={15} aria-hidden />,
            onAction: () => void sources.open(source),
          })),
          ...(isInConflict(fact)
            ? [
                {
                  id: 'compare',
                  label: t('fact.conflict.compare'),
                  icon: <Columns2 size={15} aria-hidden />,
                  onAction: () => setComparing(true),
                },
              ]
            : []),
          ...(state === 'proposed'
            ? [
                {
                  id: 'accept',
                  label: t('fact.accept'),
                  icon: <Check size={15} aria-hidden />,
                  onAction: () => void decisions.decide([{ act: 'accept', id }], t('fact.accepted', { name })),
                },
              ]
            : []),
          {
            id: 'edit',
            label: t('fact.correct'),
            icon: <Pencil size={15} aria-hidden />,
            onAction: () => onEdit(fact),
          },
          {
            id: 'reject',
            label: t('fact.reject'),
            icon: <X size={15} aria-hidden />,
            isDanger: true,
            startsGroup: true,
            onAction: () => void decisions.decide([{ act: 'reject', id }], t('fact.rejected', { name })),
          },
        ]}
      />
      {isComparing && <ConflictDialog {...{ fact, decisions }} onClose={() => setComparing(false)} />}
    </>
  )
}
