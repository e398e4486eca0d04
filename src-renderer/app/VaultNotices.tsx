/** What a person should know about the vault as a whole, above every screen until they have seen it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice as VaultNotice } from '#contract/vault.ts'
import { Button } from '../components/Button.tsx'
import { Notice } from '../components/Notice.tsx'

export function VaultNotices({ notices }: { readonly notices: readonly VaultNotice[] }) {
  const { t } = useTranslation()
  const [seen, setSeen] = useState<readonly VaultNotice[]>([])
  const shown = notices.filter((notice) => !seen.includes(notice))
  if (shown.length === 0) return null
  return (
    <div className="flex flex-col gap-2 border-b border-line-soft p-3">
      {shown.map((notice) => (
        <Notice
          key={notice}
          tone="review"
          actions={
            <Button look="quiet" onPress={() => setSeen([...seen, notice])}>
              {t('common.dismiss')}
            </Button>
          }
        >
          {t(`shell.notice.${notice.replace('vault/', '').replace('setting/', 'setting-') as 'header-restored'}`)}
        </Notice>
      ))}
    </div>
  )
}
