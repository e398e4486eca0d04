/** Over the whole window while files are dragged: names who will receive them, so that no paper goes to the wrong person. */
import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#contract/people.ts'
import { Avatar } from '../components/Avatar.tsx'

export function DropOverlay({ person }: { readonly person: Person | undefined }) {
  const { t } = useTranslation()
  return (
    <div role="status" className="pointer-events-none fixed inset-0 z-40 grid bg-veil p-4">
      <div className="grid place-items-center rounded-xl border-2 border-dashed border-accent bg-surface/92">
        <div className="flex flex-col items-center gap-4 text-center">
          <FileDown size={40} className="text-accent" aria-hidden />
          {person === undefined ? (
            <p className="text-title font-[600]">{t('shell.dropNobody')}</p>
          ) : (
            <>
              <p className="flex items-center gap-3 text-title font-[600]">
                <Avatar name={person.name} id={person.id} size="large" />
                {t('shell.dropFor', { name: person.name })}
              </p>
              <p className="max-w-md text-ink-2">{t('shell.dropText')}</p>
            </>
          )}
        </div>
      </div>
    </div>
  )
}
