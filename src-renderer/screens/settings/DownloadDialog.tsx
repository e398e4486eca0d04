/** What would be fetched, from where, and under which terms; nothing is fetched before it is agreed to here. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DownloadOffer, Model } from '#contract/models.ts'
import { formatBytes } from '../../app/format.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Dialog } from '../../components/Dialog.tsx'

export interface DownloadDialogProps {
  readonly model: Model
  readonly offer: DownloadOffer
  readonly onClose: () => void
  readonly onAgree: (offer: DownloadOffer) => void
}

export function DownloadDialog({ model, offer, onClose, onAgree }: DownloadDialogProps) {
  const { t } = useTranslation()
  const [hasAccepted, setAccepted] = useState(!model.hasTerms)
  const facts = [
    [t('settings.models.from'), offer.host],
    [t('settings.models.size'), formatBytes(offer.bytes)],
    [t('settings.models.hash'), offer.sha256 ?? t('common.unknown')],
    [t('settings.models.licence'), model.licence],
  ] as const
  return (
    <Dialog
      title={t('settings.models.downloadTitle', { title: model.title })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="main" isDisabled={!hasAccepted} onPress={() => onAgree(offer)}>
            {t('settings.models.download')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{t('settings.models.downloadText')}</p>
        <dl className="num grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd className="select-text break-all">{value}</dd>
            </div>
          ))}
        </dl>
        {model.hasTerms && (
          <Checkbox isOn={hasAccepted} onChange={setAccepted}>
            {t('settings.models.terms', { url: model.licenceUrl ?? model.licence })}
          </Checkbox>
        )}
      </div>
    </Dialog>
  )
}
