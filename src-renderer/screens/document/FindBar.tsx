/** Finds words in the document as they are typed: Enter and Shift+Enter go on, Esc leaves. */
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../app/format.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import type { Find } from './useFind.ts'

export function FindBar({ find, onClose }: { readonly find: Find; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { found, at, query, isReady, isAll } = find
  const isNowhere = query.trim() !== '' && isReady && found.length === 0
  return (
    <search
      className="flex flex-wrap items-center gap-1 border-b border-line bg-surface px-3 py-1.5"
      aria-label={t('document.find')}
      // before the field sees it: its own Esc would empty what is looked for, which the next finding begins with
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault()
          find.step(event.shiftKey ? -1 : 1)
        }
      }}
    >
      <div className="w-72 min-w-0 shrink">
        <SearchField label={t('document.find')} value={query} onChange={find.look} autoFocus />
      </div>
      <span role="status" className={`num min-w-24 px-2 text-meta ${isNowhere ? 'text-review' : 'text-ink-2'}`}>
        {at !== undefined &&
          t('document.foundAt', {
            at: formatCount(at + 1),
            count: found.length,
            total: formatCount(found.length) + (isAll ? '' : '+'),
          })}
        {isNowhere && t('document.foundNowhere')}
      </span>
      <IconButton
        label={t('document.previousFound')}
        keys="Shift+N"
        icon={<ChevronUp size={17} aria-hidden />}
        isDisabled={found.length === 0}
        onPress={() => find.step(-1)}
      />
      <IconButton
        label={t('document.nextFound')}
        keys="N"
        icon={<ChevronDown size={17} aria-hidden />}
        isDisabled={found.length === 0}
        onPress={() => find.step(1)}
      />
      <IconButton label={t('common.close')} keys="Escape" icon={<X size={16} aria-hidden />} onPress={onClose} />
    </search>
  )
}
