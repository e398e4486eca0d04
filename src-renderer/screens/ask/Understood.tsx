/** How a question was understood, in one line; the way to ask it otherwise, and what the word in it means. */
import { BookOpen, Pencil } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Explanation } from '#contract/glossary.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { useLoad } from '../../api/useLoad.ts'
import { Button } from '../../components/Button.tsx'
import { Explained } from './Explained.tsx'
import { QueryForm } from './QueryForm.tsx'

export interface UnderstoodProps {
  readonly query: TypedQuery
  /** The query in words. */
  readonly text: string
  /** A word of it may be explained; it is not when the answer does so itself. */
  readonly canExplain: boolean
  readonly canAsk: boolean
  readonly onAsk: (query: TypedQuery) => void
}

export function Understood({ query, text, canExplain, canAsk, onAsk }: UnderstoodProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'form' | 'explanation'>()
  const shownId = useId()
  const explanation = useExplanation(canExplain ? query.name : undefined)
  const opener = useRef<Element>(null)
  const toggle = (what: 'form' | 'explanation') => {
    opener.current = document.activeElement
    setOpen(open === what ? undefined : what)
  }
  const close = () => {
    setOpen(undefined)
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  return (
    <div className="-my-1">
      <div className="flex flex-wrap items-center gap-x-1 text-meta text-ink-3">
        <p className="num min-w-0 select-text pe-1 [overflow-wrap:anywhere]">
          {t('ask.understoodAs')} <span className="text-ink-2">{text}</span>
        </p>
        <Button
          look="quiet"
          icon={<Pencil size={13} aria-hidden />}
          aria-label={t('ask.editQuery', { edit: t('common.edit'), text })}
          aria-expanded={open === 'form'}
          aria-controls={shownId}
          onPress={() => toggle('form')}
        >
          {t('common.edit')}
        </Button>
        {explanation !== undefined && (
          <Button
            look="quiet"
            icon={<BookOpen size={13} aria-hidden />}
            aria-expanded={open === 'explanation'}
            aria-controls={shownId}
            onPress={() => toggle('explanation')}
          >
            {t('ask.explain', { term: explanation.term })}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the form within come here */}
      <div
        id={shownId}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return
          event.preventDefault()
          close()
        }}
      >
        {open === 'form' && (
          <QueryForm
            query={query}
            canAsk={canAsk}
            onCancel={close}
            onAsk={(edited) => {
              close()
              onAsk(edited)
            }}
          />
        )}
        {open === 'explanation' && explanation !== undefined && <Explained {...explanation} />}
      </div>
    </div>
  )
}

/** Undefined: none is known, or not yet. */
function useExplanation(name: string | undefined): Explanation | undefined {
  const load = useLoad('glossary.explain', { term: name ?? '-' }, { enabled: name !== undefined })
  return load.kind === 'ready' && name !== undefined ? (load.value.entry ?? undefined) : undefined
}
