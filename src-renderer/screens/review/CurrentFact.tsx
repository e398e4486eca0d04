/** The fact that is looked at: what was read, why it may be wrong and what to do, and the three answers. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { factDoubtTexts } from '#contract/fact-doubt-text.ts'
import type { Fact, FactEdit } from '#contract/facts.ts'
import type { ShownPage } from '#contract/pages.ts'
import { Badge } from '../../components/Badge.tsx'
import { Button } from '../../components/Button.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { InkCrop } from '../../components/page/InkCrop.tsx'
import { isInConflict } from '../../facts/ConflictDialog.tsx'
import { FactForm } from '../../facts/FactForm.tsx'
import { editOf, faultsOf, valuesOfFact } from '../../facts/fact-fields.ts'
import { uprightBoxes } from '../../facts/lit-words.ts'
import { FactHeadline, FactParts } from './FactParts.tsx'
import { editOfSuggestion, needsInk } from './queue.ts'

export interface CurrentFactProps {
  readonly fact: Fact
  readonly page: ShownPage | undefined
  readonly isEditing: boolean
  readonly onAccept: () => void
  readonly onReject: () => void
  readonly onEdit: (isOn: boolean) => void
  readonly onCorrect: (edit: FactEdit) => void
  /** Shows what contradicts it beside it. */
  readonly onCompare: () => void
}

export function CurrentFact({ fact, page, isEditing, ...on }: CurrentFactProps) {
  const { t } = useTranslation()
  return (
    <article
      aria-label={t('review.current')}
      className="flex flex-col gap-3 rounded-lg border border-accent bg-surface p-4 shadow-low"
    >
      <header className="flex flex-wrap items-center gap-2">
        <span className="caps me-auto">{t(`fact.kind.${fact.kind}`)}</span>
        {fact.flag === 'critical' && <Badge tone="crit">{t('fact.flag.critical')}</Badge>}
        <span className="flex items-center gap-1" title={t('review.upAndDown')}>
          <Kbd keys="ArrowUp" />
          <Kbd keys="ArrowDown" />
        </span>
      </header>
      <p className="text-lead">
        <FactHeadline fact={fact} />
      </p>
      <Ink fact={fact} page={page} />
      {isEditing ? (
        <EditForm fact={fact} onCancel={() => on.onEdit(false)} onSave={on.onCorrect} />
      ) : (
        <>
          <FactParts fact={fact} />
          <Doubts
            fact={fact}
            onCompare={on.onCompare}
            onChoose={(suggestion) => on.onCorrect(editOfSuggestion(fact, suggestion))}
          />
          <div className="flex flex-wrap gap-2">
            <Button look="main" keys="A" onPress={on.onAccept}>
              {t('review.accept')}
            </Button>
            <Button keys="E" onPress={() => on.onEdit(true)}>
              {t('review.edit')}
            </Button>
            <Button keys="X" onPress={on.onReject}>
              {t('review.reject')}
            </Button>
          </div>
        </>
      )}
    </article>
  )
}

function Ink({ fact, page }: Pick<CurrentFactProps, 'fact' | 'page'>) {
  const { t } = useTranslation()
  const [source] = fact.provenance
  if (page === undefined || source === undefined || !needsInk(fact)) return null
  const boxes = uprightBoxes(page, source.valueBoxes.length > 0 ? source.valueBoxes : source.boxes)
  if (page.size === null || boxes.length === 0) return null
  return (
    <figure className="flex flex-col gap-1">
      <InkCrop page={page} boxes={boxes} label={t('review.inkOf', { name: fact.name })} />
      <figcaption className="text-meta text-ink-3">{t('review.ink')}</figcaption>
    </figure>
  )
}

interface DoubtsProps extends Pick<CurrentFactProps, 'fact' | 'onCompare'> {
  readonly onChoose: (suggestion: string) => void
}

function Doubts({ fact, onCompare, onChoose }: DoubtsProps) {
  const { t } = useTranslation()
  const { doubts, suggestions } = fact
  if (doubts.length + suggestions.length === 0) return null
  return (
    <div className="contrast-edge flex flex-col gap-2 rounded-md bg-review-soft px-3 py-2.5">
      <ul aria-label={t('review.doubts')} className="flex flex-col gap-1.5">
        {doubts.map((doubt) => (
          <li key={doubt}>
            <span className="font-[600] text-review">{factDoubtTexts[doubt].message}</span> {factDoubtTexts[doubt].next}
          </li>
        ))}
      </ul>
      {isInConflict(fact) && (
        <div>
          <Button keys="C" onPress={onCompare}>
            {t('fact.conflict.compare')}
          </Button>
        </div>
      )}
      {suggestions.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-ink-2">{t('review.meant')}</span>
          {suggestions.map((suggestion) => (
            <Button key={suggestion} onPress={() => onChoose(suggestion)}>
              {suggestion}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

interface EditFormProps {
  readonly fact: Fact
  readonly onSave: (edit: FactEdit) => void
  readonly onCancel: () => void
}

function EditForm({ fact, onSave, onCancel }: EditFormProps) {
  const { t } = useTranslation()
  const [values, setValues] = useState(valuesOfFact(fact))
  const edit = editOf(fact, values)
  const canSave = edit !== undefined && faultsOf(fact.kind, values).size === 0
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave) onSave(edit)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onCancel()
      }}
    >
      <FactForm kind={fact.kind} values={values} onChange={setValues} />
      <div className="flex flex-wrap gap-2">
        <Button look="main" type="submit" keys="Enter" isDisabled={!canSave}>
          {t('common.save')}
        </Button>
        <Button keys="Escape" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
