/** The shape of what is being loaded, so that nothing jumps when it comes. Spoken once, as "loading". */
import { useTranslation } from 'react-i18next'

export function Skeleton({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" className="flex flex-col gap-3" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows without content
          key={at}
          className="breathe flex h-row items-center gap-4"
          style={{ opacity: 1 - at * 0.12 }}
        >
          <span className="size-7 rounded-sm bg-line-soft" />
          <span className="h-3 rounded-full bg-line-soft" style={{ width: `${46 - ((at * 17) % 23)}%` }} />
          <span className="ms-auto h-3 w-24 rounded-full bg-line-soft" />
        </div>
      ))}
    </div>
  )
}
