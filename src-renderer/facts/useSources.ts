/** The papers that facts come from: what they are called, and the way to the page with the words lit. */
import type { Fact, Provenance } from '#contract/facts.ts'
import type { DocumentId, FactId, PersonId } from '#contract/ids.ts'
import { api } from '../api/client.ts'
import { codeOf, useLoad } from '../api/useLoad.ts'
import { textOfError } from '../app/error-text.ts'
import { go } from '../app/router.ts'
import { say } from '../app/toasts.ts'
import { spanParam } from './lit-words.ts'

export interface Sources {
  /** Empty until it is known. */
  titleOf(id: DocumentId): string
  open(source: Provenance, what?: 'words' | 'value'): Promise<void>
  /** The first page of a fact of which only the id is at hand. */
  openFact(id: FactId): Promise<void>
}

/** One list of the contract holds so many. */
const MOST_TITLES = 200

export function useSources(personId: PersonId, facts: readonly Pick<Fact, 'provenance'>[]): Sources {
  const ids = [...new Set(facts.flatMap(({ provenance }) => provenance.map(({ documentId }) => documentId)))].sort()
  const load = useLoad(
    'documents.list',
    { filter: { personId, ids: ids.slice(0, MOST_TITLES) }, limit: MOST_TITLES },
    { enabled: ids.length > 0, keepLast: true },
  )
  const titles = new Map(load.kind === 'ready' ? load.value.items.map(({ id, title }) => [id, title]) : [])
  const open = (source: Provenance, what: 'words' | 'value' = 'words') => openSource(personId, source, what)
  return {
    titleOf: (id) => titles.get(id) ?? '',
    open,
    async openFact(id) {
      try {
        const [source] = (await api.facts.get({ id })).provenance
        if (source !== undefined) await open(source, 'value')
      } catch (error) {
        const { message, next } = textOfError(codeOf(error))
        say(`${message} ${next}`)
      }
    },
  }
}

/** The page is opened even when its words cannot be lit. */
async function openSource(personId: PersonId, source: Provenance, what: 'words' | 'value'): Promise<void> {
  const { documentId, page } = source
  const shown = await api.documents.page({ id: documentId, page }).catch(() => undefined)
  const span = shown && spanParam(shown, source, what)
  go({ screen: 'document', personId, documentId, page, ...(span !== undefined && { span }) })
}
