/** The other facts of this page. Which of them have been on the screen is kept, since only those may be accepted together. */
import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact } from '#contract/facts.ts'
import type { FactId } from '#contract/ids.ts'
import { FactHeadline } from './FactParts.tsx'
import { mayGoTogether } from './queue.ts'

export interface PageFactListProps {
  readonly facts: readonly Fact[]
  readonly onChoose: (fact: Fact) => void
  readonly onSeen: (id: FactId) => void
}

export function PageFactList({ facts, onChoose, onSeen }: PageFactListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  const latest = useRef(onSeen)
  useEffect(() => {
    latest.current = onSeen
  })
  const ids = facts.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are watched anew
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) latest.current((target as HTMLElement).dataset.fact as FactId)
      },
      { threshold: 0.9 },
    )
    for (const row of list.current?.querySelectorAll('[data-fact]') ?? []) observer.observe(row)
    return () => observer.disconnect()
  }, [ids])
  if (facts.length === 0) return null
  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="caps">{t('review.alsoHere', { count: facts.length })}</h2>
      <ul ref={list} className="card">
        {facts.map((fact) => (
          <li key={fact.id} data-fact={fact.id} className="border-b border-line-soft last:border-0">
            <button
              type="button"
              onClick={() => onChoose(fact)}
              className="flex min-h-9 w-full cursor-default items-start gap-3 px-3.5 py-1.5 text-start hover:bg-hover"
            >
              <span className="w-20 shrink-0 text-ink-3">{t(`fact.kindShort.${fact.kind}`)}</span>
              <span className="min-w-0 flex-1">
                <FactHeadline fact={fact} isSmall />
              </span>
              {!mayGoTogether(fact) && (
                <span
                  className="mt-0.5 flex shrink-0 items-center gap-1 text-meta font-[550] text-review"
                  title={t('review.byItselfHint')}
                >
                  <CircleAlert size={13} aria-hidden />
                  {t('review.byItself')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
