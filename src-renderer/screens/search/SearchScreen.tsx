/**
 * Everything of one person by the words on the page, as they are typed; and where else one can go. ↑↓ moves, Enter opens
 * the page where it says so, Esc goes back to where one was.
 */
import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { back, go } from '../../app/router.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { useCurrentPerson } from '../../app/usePeople.ts'
import { useShortcuts } from '../../app/useShortcuts.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { HitPreview } from './HitPreview.tsx'
import { NothingFound } from './NothingFound.tsx'
import { ResultRow } from './ResultRow.tsx'
import { type Row, rowsOf } from './rows.ts'
import { useGoals } from './useGoals.ts'

const HITS = 20

export function SearchScreen({ place }: ScreenProps<'search'>) {
  const { t } = useTranslation()
  const { personId } = place
  const person = useCurrentPerson()
  const [query, setQuery] = useState(place.query ?? '')
  const [chosen, setChosen] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const wanted = query.trim()
  const load = useLoad(
    'answers.search',
    { personId, query: wanted, typing: true, limit: HITS },
    { enabled: wanted !== '', keepLast: true },
  )
  const goals = useGoals(personId)
  const hits = wanted !== '' && load.kind === 'ready' ? load.value.hits : []
  const rows = rowsOf({ query: wanted, hits, goals, t })
  const at = Math.min(chosen, rows.length - 1)
  const current = useDeferredValue(rows[at])

  useEffect(() => {
    document.querySelector(`[data-result="${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const focusField = () => {
    field.current?.focus()
    field.current?.select()
  }
  // the field is why one came here; and asking for it again takes all of what was typed
  useEffect(focusField, [])
  useShortcuts({ palette: focusField, search: focusField, goTo: focusField })

  const open = (row: Row | undefined) => {
    if (row === undefined) return
    if (wanted !== (place.query ?? '')) go({ ...place, query: wanted }, { replace: true })
    if (row.kind === 'goal') row.goal.run()
    else if (row.kind === 'ask') go({ screen: 'ask', personId, question: wanted })
    else {
      const { documentId, page, lit } = row.hit
      const span = lit.map(({ start, end }) => `${start}-${end}`).join()
      go({ screen: 'document', personId, documentId, page, ...(span !== '' && { span }) })
    }
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined && rows.length > 0) setChosen((at + move + rows.length) % rows.length)
    else if (event.key === 'Enter') open(rows[at])
    else if (event.key === 'Escape') back()
    else return
    event.preventDefault()
  }

  const isNothing = wanted !== '' && load.kind === 'ready' && !load.isOld && hits.length === 0
  return (
    <div className="@container flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-3 border-b border-line bg-surface px-(--pad) py-3">
        <h1 className="sr-only">{t('shell.search')}</h1>
        <Search size={20} className="shrink-0 text-ink-3" aria-hidden />
        <input
          ref={field}
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls="results"
          aria-autocomplete="list"
          {...(rows.length > 0 && { 'aria-activedescendant': `result-${at}` })}
          aria-label={t('search.label', { name: person?.name ?? '' })}
          placeholder={t('search.placeholder')}
          spellCheck={false}
          autoComplete="off"
          value={query}
          maxLength={1000}
          onChange={(event) => {
            setQuery(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
          className="min-h-9 min-w-0 flex-1 bg-transparent text-title text-ink outline-none placeholder:text-ink-3"
        />
        <span className="hidden items-center gap-1.5 text-meta text-ink-3 @2xl:flex">
          <Kbd keys="ArrowUp" />
          <Kbd keys="ArrowDown" /> <Kbd keys="Enter" /> {t('search.opens')} <Kbd keys="Escape" /> {t('search.leaves')}
        </span>
      </div>
      <div className="flex min-h-0 flex-1">
        <section
          data-pane
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and can be scrolled with keys
          tabIndex={0}
          aria-label={t('search.results')}
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto py-2 outline-offset-[-3px]"
        >
          {load.kind === 'failed' && (
            <div className="p-(--pad)">
              <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} />
            </div>
          )}
          {isNothing && load.kind === 'ready' && (
            <NothingFound query={wanted} searched={load.value.searched} personId={personId} />
          )}
          <div id="results" role="listbox" aria-label={t('search.results')}>
            {rows.map((row, index) => (
              <ResultRow
                key={row.key}
                row={row}
                index={index}
                isChosen={index === at}
                onChoose={() => setChosen(index)}
                onOpen={() => open(row)}
              />
            ))}
          </div>
          <p role="status" className="sr-only">
            {wanted !== '' && load.kind === 'ready' && !load.isOld && t('search.count', { count: hits.length })}
          </p>
        </section>
        {current?.kind === 'hit' && (
          <div className="hidden min-h-0 w-[44%] min-w-100 border-s border-line @4xl:flex">
            <HitPreview hit={current.hit} onOpen={() => open(current)} />
          </div>
        )}
      </div>
    </div>
  )
}
