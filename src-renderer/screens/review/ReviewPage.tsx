/** The page a fact was read from, with its words lit and its value most; or what can be said where there is no page. */
import { useTranslation } from 'react-i18next'
import type { Fact } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import type { ShownPage } from '#contract/pages.ts'
import type { Load } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PagePane } from '../../components/page/PagePane.tsx'
import { spansOfFact } from '../../facts/lit-words.ts'
import { useSources } from '../../facts/useSources.ts'

export interface ReviewPageProps {
  readonly fact: Fact
  readonly page: Load<ShownPage>
  readonly personId: PersonId
}

export function ReviewPage({ fact, page: load, personId }: ReviewPageProps) {
  const { t } = useTranslation()
  const sources = useSources(personId, [fact])
  const [source] = fact.provenance
  if (source === undefined) return <p className="m-auto p-6 text-ink-2">{t('review.noPage')}</p>
  const page = load.kind === 'ready' ? load.value : undefined
  const lit = page && spansOfFact(page, source)
  return (
    <PagePane
      title={page?.title ?? sources.titleOf(source.documentId)}
      page={page}
      lit={{ spans: lit?.spans ?? [], boxes: source.boxes }}
      now={lit?.valueAt}
      reveal={`${fact.id} ${page === undefined ? '' : 'there'}`}
      {...(load.kind === 'failed' && {
        failure: <ErrorNotice code={load.code} text={textOfError(load.code)} onRetry={load.again} />,
      })}
      footer={
        <span className="ms-auto">
          <Button onPress={() => void sources.open(source)}>{t('ask.openDocument')}</Button>
        </span>
      }
    />
  )
}
