/** A clinician's duties, retention, erasure and the intended use, in plain words. */
import { Archive, ClipboardCheck, Eraser, Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const parts = [
  ['use', ClipboardCheck],
  ['duty', Scale],
  ['retention', Archive],
  ['erasure', Eraser],
] as const

export function Duties() {
  const { t } = useTranslation()
  return (
    <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {parts.map(([part, Icon]) => (
        <div key={part} className="flex gap-3">
          <Icon size={18} className="mt-0.5 shrink-0 text-accent" aria-hidden />
          <div>
            <dt className="font-[600]">{t(`welcome.duties.${part}Title`)}</dt>
            <dd className="text-meta text-ink-2">{t(`welcome.duties.${part}`)}</dd>
          </div>
        </div>
      ))}
    </dl>
  )
}
