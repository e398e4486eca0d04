/** What can be done from the overview: files first, the rest behind one button, so that the head stays on one line. */
import { Ellipsis, NotebookPen, PenLine, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Menu } from '../../components/Menu.tsx'
import { KnownOnButton } from '../../facts/KnownOn.tsx'

export interface HeaderActionsProps {
  readonly onKnownOn: () => void
  readonly onNote: () => void
  readonly onHand: () => void
  readonly onFiles: () => void
}

export function HeaderActions({ onKnownOn, onNote, onHand, onFiles }: HeaderActionsProps) {
  const { t } = useTranslation()
  return (
    <>
      <KnownOnButton onPress={onKnownOn} />
      <Menu
        label={t('common.moreActions')}
        trigger={<IconButton label={t('common.moreActions')} icon={<Ellipsis size={17} aria-hidden />} />}
        actions={[
          {
            id: 'note',
            label: t('notes.write'),
            icon: <NotebookPen size={15} aria-hidden />,
            keys: 'Mod+N',
            onAction: onNote,
          },
          { id: 'hand', label: t('fact.add'), icon: <PenLine size={15} aria-hidden />, onAction: onHand },
        ]}
      />
      <Button look="main" icon={<Plus size={16} aria-hidden />} keys="Mod+O" onPress={onFiles}>
        {t('library.addFiles')}
      </Button>
    </>
  )
}
