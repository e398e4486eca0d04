/** Reads the whole vault back, when asked, and says what does not hold. */

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerifyReport } from '#contract/vault.ts'
import { useAct } from '../../api/useAct.ts'
import { textOfError } from '../../app/error-text.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Notice } from '../../components/Notice.tsx'

export function VerifyVault() {
  const { t } = useTranslation()
  const verify = useAct('vault.verify')
  const [report, setReport] = useState<VerifyReport>()

  async function run(): Promise<void> {
    setReport(undefined)
    setReport(await verify.run(undefined))
  }

  return (
    <Card
      title={t('settings.security.verify')}
      hint={t('settings.security.verifyText')}
      actions={
        <Button isDisabled={verify.isRunning} onPress={() => void run()}>
          {verify.isRunning ? t('settings.security.verifying') : t('settings.security.verifyNow')}
        </Button>
      }
    >
      <div aria-live="polite" className="empty:hidden">
        {report?.ok === true && (
          <Notice>{t('settings.security.intact', { documents: report.documents, acts: report.auditRows })}</Notice>
        )}
        {report?.ok === false && (
          <Notice tone="crit" title={t('settings.security.damaged', { count: report.problems.length })}>
            <ul className="list-disc ps-4">
              {report.problems.slice(0, 20).map(({ part, id }) => (
                <li key={`${part}-${id ?? ''}`}>
                  {t(`settings.security.part.${part}`)} {id !== undefined && <code className="select-text">{id}</code>}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {verify.code !== undefined && <ErrorNotice code={verify.code} text={textOfError(verify.code)} />}
      </div>
    </Card>
  )
}
