/** Writes the original to a place the person chooses, as it was given; says what became of it. */
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#contract/documents.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'

export function useExport({ id, fileName }: DocumentSummary): () => void {
  const { t } = useTranslation()
  return () => {
    const work = async () => {
      const { path } = await api.desktop.chooseSavePath({ name: fileName })
      if (path === null) return
      await api.documents.exportOriginal({ id, to: path })
      say(t('document.exported'))
    }
    work().catch((error: unknown) => {
      const { message, next } = textOfError(codeOf(error))
      say(`${message} ${next}`)
    })
  }
}
