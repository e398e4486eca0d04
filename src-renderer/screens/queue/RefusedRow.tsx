/** A file that was not taken at all: nothing of it is in the vault. */
import { Ban, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '#contract/errors.ts'
import { textOfError } from '../../app/error-text.ts'
import { forgetImport } from '../../app/imports.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { fileNameOf } from './file-name.ts'
import { QueueRow } from './QueueRow.tsx'

export function RefusedRow({ path, code }: { readonly path: string; readonly code: ErrorCode }) {
  const { t } = useTranslation()
  const { message, next } = textOfError(code)
  return (
    <QueueRow
      icon={<Ban size={17} className="text-crit" />}
      title={fileNameOf(path)}
      text={
        <>
          {message} {next} <code className="select-text font-sans text-ink-3">{code}</code>
        </>
      }
      actions={
        <IconButton
          label={t('queue.forget', { name: fileNameOf(path) })}
          icon={<X size={17} aria-hidden />}
          onPress={() => forgetImport(path)}
        />
      }
    />
  )
}
