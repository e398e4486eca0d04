/** The page of the chosen passage, lit, while one goes through the list. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '#contract/answers.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PagePane } from '../../components/page/PagePane.tsx'

/** Who types or runs down the list wants the words first. */
const PAUSE_MS = 220

export function HitPreview({ hit, onOpen }: { readonly hit: Hit; readonly onOpen: () => void }) {
  const { t } = useTranslation()
  const settled = useSettled(hit)
  const load = useLoad('documents.page', { id: settled.documentId, page: settled.page }, { keepLast: false })
  const isSettled = settled === hit
  return (
    <PagePane
      title={settled.title}
      page={load.kind === 'ready' ? load.value : undefined}
      lit={{ spans: settled.lit, boxes: settled.boxes }}
      reveal={isSettled ? `${settled.page} ${settled.start}` : ''}
      {...(load.kind === 'failed' && { failure: <ErrorNotice code={load.code} text={textOfError(load.code)} /> })}
      footer={
        <div className="ms-auto">
          <Button keys="Enter" onPress={onOpen}>
            {t('search.openDocument')}
          </Button>
        </div>
      }
    />
  )
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
