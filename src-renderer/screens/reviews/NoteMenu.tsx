/** What is done seldom with a review: another name, delete. */
import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Review } from '#contract/reviews.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { go } from '../../app/router.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Menu } from '../../components/Menu.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useRemoveReview } from './useRemoveReview.ts'

export function NoteMenu({ review }: { readonly review: Review }) {
  const { t } = useTranslation()
  const [isRenaming, setRenaming] = useState(false)
  const remove = useRemoveReview()
  return (
    <>
      <Menu
        label={t('common.moreActions')}
        trigger={<IconButton label={t('common.moreActions')} icon={<MoreHorizontal size={16} aria-hidden />} />}
        actions={[
          {
            ...{ id: 'rename', label: t('reviews.rename'), icon: <Pencil size={14} aria-hidden /> },
            onAction: () => setRenaming(true),
          },
          {
            ...{ id: 'delete', label: t('common.delete'), icon: <Trash2 size={14} aria-hidden /> },
            ...{ isDanger: true, startsGroup: true },
            onAction: () => {
              remove(review)
              go({ screen: 'reviews', personId: review.personId })
            },
          },
        ]}
      />
      {isRenaming && <RenameDialog review={review} onClose={() => setRenaming(false)} />}
    </>
  )
}

function RenameDialog({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(review.title)
  const rename = useAct('reviews.edit')
  const isEmpty = title.trim() === ''
  const save = async () => {
    if (!isEmpty && (await rename.run({ id: review.id, title })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('reviews.rename')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="main" isDisabled={isEmpty || rename.isRunning} onPress={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('reviews.name')}
          value={title}
          onChange={setTitle}
          maxLength={200}
          autoFocus
          error={rename.code && textOfError(rename.code).message}
        />
      </form>
    </Dialog>
  )
}
