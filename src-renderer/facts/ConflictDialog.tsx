/** Facts that contradict each other, side by side with the words of their papers; a person says which one stands, or leaves all. */
import { useTranslation } from 'react-i18next'
import type { Fact, Provenance } from '#contract/facts.ts'
import { useLoad } from '../api/useLoad.ts'
import { textOfError } from '../app/error-text.ts'
import { Button } from '../components/Button.tsx'
import { Chip } from '../components/Chip.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { FlaggedValue } from './FlagSign.tsx'
import { dateOfFact, unitOfFact } from './fact-text.ts'
import { UncheckedMark } from './UncheckedMark.tsx'
import type { Decide } from './useDecide.ts'
import { type Sources, useSources } from './useSources.ts'

export interface ConflictDialogProps {
  /** One of them. */
  readonly fact: Fact
  readonly decisions: Decide
  readonly onClose: () => void
  /** Those that are decided; called before it is done. */
  readonly onDecide?: (facts: readonly Fact[]) => void
  /** It could not be done, or was taken back. */
  readonly onUndone?: (facts: readonly Fact[]) => void
}

export const isInConflict = ({ doubts }: Pick<Fact, 'doubts'>): boolean => doubts.includes('conflict')

export function ConflictDialog({ fact, decisions, onClose, onDecide, onUndone }: ConflictDialogProps) {
  const { t } = useTranslation()
  const { personId, name } = fact
  const load = useLoad('facts.list', { filter: { personId, kinds: [fact.kind], name }, limit: 200 })
  const facts = load.kind === 'ready' ? load.value.items.filter((other) => isSameSlot(fact, other)) : []
  const sources = useSources(personId, facts)

  async function choose(kept: Fact): Promise<void> {
    const over = facts.filter(({ id }) => id !== kept.id)
    onDecide?.(facts)
    onClose()
    const said = t('fact.conflict.resolved', { name, value: `${kept.valueText} ${unitOfFact(kept)}`.trim() })
    const choice = { keep: kept.id, over: over.map(({ id }) => id) }
    if (!(await decisions.resolve(choice, said, () => onUndone?.(facts)))) onUndone?.(facts)
  }
  function open(source: Provenance): void {
    onClose()
    void sources.open(source)
  }
  return (
    <Dialog
      title={t('fact.conflict.title', { name, date: dateOfFact(fact, t) })}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <Button look="quiet" onPress={onClose}>
          {t('fact.conflict.later')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{t('fact.conflict.text')}</p>
        {load.kind === 'loading' && <Skeleton rows={4} />}
        {load.kind === 'failed' && (
          <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} isWhole />
        )}
        <ul className="grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-3">
          {facts.map((one) => (
            <li key={one.id}>
              <Side
                fact={one}
                sources={sources}
                canChoose={facts.length > 1}
                onOpen={open}
                onChoose={() => void choose(one)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

interface SideProps {
  readonly fact: Fact
  readonly sources: Sources
  readonly canChoose: boolean
  readonly onOpen: (source: Provenance) => void
  readonly onChoose: () => void
}

function Side({ fact, sources, canChoose, onOpen, onChoose }: SideProps) {
  const { t } = useTranslation()
  const { valueText, flag, rangeText, state, provenance } = fact
  const value = `${valueText} ${unitOfFact(fact)}`.trim()
  const sourceLabel = ({ documentId, page }: Provenance) =>
    t('fact.sourceLabel', { name: value, title: sources.titleOf(documentId), page })
  return (
    <article aria-label={value} className="card flex h-full flex-col items-start gap-2.5 p-4">
      <p className="text-title">
        <FlaggedValue flag={flag} text={valueText} unit={unitOfFact(fact)} isSpelledOut />
      </p>
      <p className="text-ink-2">
        {rangeText === undefined ? t('fact.flag.unknown') : t('labs.rangeOfReport', { range: rangeText })}
      </p>
      {provenance.map((source) => (
        <figure key={`${source.documentId} ${source.page} ${source.quote}`} className="flex flex-col items-start gap-1">
          <blockquote className="num select-text [overflow-wrap:anywhere]">
            <q>{source.quote.replace(/\s+/g, ' ').trim()}</q>
          </blockquote>
          <figcaption className="flex flex-wrap items-center gap-2 text-meta text-ink-3">
            <Chip kind="quoted" label={sourceLabel(source)} onPress={() => onOpen(source)}>
              {t('common.pageShort', { page: source.page })}
            </Chip>
            <span className="who-name">{sources.titleOf(source.documentId)}</span>
          </figcaption>
        </figure>
      ))}
      {provenance.length === 0 && <Chip kind="entered">{t('fact.byYou')}</Chip>}
      <UncheckedMark state={state} />
      <div className="mt-auto pt-1">
        <Button isDisabled={!canChoose} aria-label={t('fact.conflict.chooseThis', { value })} onPress={onChoose}>
          {t('fact.conflict.choose')}
        </Button>
      </div>
    </article>
  )
}

/** Of the same thing and day, and in conflict too: as the record groups them. */
const isSameSlot = (fact: Fact, other: Fact): boolean =>
  other.name.toLowerCase() === fact.name.toLowerCase() &&
  other.happenedOn === fact.happenedOn &&
  other.details.specimen?.toLowerCase() === fact.details.specimen?.toLowerCase() &&
  isInConflict(other)
