/** The page before the record: one column, the name of the program, one task, and the promise at its foot. */
import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface GatePageProps {
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly foot?: ReactNode
}

export function GatePage({ aside, children, foot }: GatePageProps) {
  const { t } = useTranslation()
  return (
    <div className="flex h-full flex-col overflow-auto bg-bg">
      <header className="flex items-center gap-2.5 px-8 pt-7 [-webkit-app-region:drag]">
        <Mark />
        <span className="font-[640] text-lead">{t('common.appName')}</span>
      </header>
      <main
        className={`mx-auto grid w-full flex-1 content-center gap-x-14 gap-y-8 px-8 py-8 ${aside === undefined ? 'max-w-md' : 'max-w-5xl md:grid-cols-[13rem_minmax(0,1fr)]'}`}
      >
        {aside}
        {children}
      </main>
      <footer className="flex flex-wrap items-center gap-2 px-8 pb-6 text-meta text-ink-3">
        <ShieldCheck size={15} className="text-ok" aria-hidden />
        {t('shell.offline')}
        <span className="ms-auto">{foot}</span>
      </footer>
    </div>
  )
}

/** A page with a line that is lit: what the program does. */
export function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <rect x="0.5" y="0.5" width="25" height="25" rx="7" className="fill-accent" />
      <path d="M8 6.5h7.2L18.5 10v9.5H8z" className="fill-accent-ink" />
      <path d="M10 12.6h6.4" className="stroke-lit" strokeWidth="2.4" />
      <path d="M10 16.2h4.6" className="stroke-accent" strokeWidth="1.4" opacity="0.7" />
    </svg>
  )
}
