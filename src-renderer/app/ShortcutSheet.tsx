/** Every shortcut, from the table that also makes the menu. */
import { useTranslation } from 'react-i18next'
import { type ShortcutPlace, shortcuts } from '#contract/shortcuts.ts'
import { Dialog } from '../components/Dialog.tsx'
import { Kbd } from '../components/Kbd.tsx'

const places: readonly ShortcutPlace[] = ['everywhere', 'list', 'viewer', 'answer', 'review', 'note']

export function ShortcutSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('shortcut.sheet')} isOpen={isOpen} onClose={onClose} width="wide">
      <ShortcutList />
    </Dialog>
  )
}

export function ShortcutList() {
  const { t } = useTranslation()
  return (
    <div className="columns-1 gap-10 sm:columns-2">
      {places.map((place) => (
        <section key={place} className="mb-5 break-inside-avoid-column">
          <h2 className="caps mb-1">{t(`shortcut.where.${place}`)}</h2>
          <dl>
            {shortcuts
              .filter(({ where }) => where === place)
              .map(({ id, label, keys }) => (
                <div key={id} className="flex min-h-8 items-center gap-3 border-b border-line-soft">
                  <dt className="flex-1">{t(label)}</dt>
                  <dd className="flex flex-wrap justify-end gap-1.5">
                    {keys.length > 3 ? (
                      <>
                        <Kbd keys={keys[0]} /> – <Kbd keys={keys.at(-1) ?? ''} />
                      </>
                    ) : (
                      keys.map((key) => <Kbd key={key} keys={key} />)
                    )}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
