/**
 * The invented person to try the program with: ordinary files in resources/sample, taken by the ordinary importer. Nothing
 * here knows how they are read.
 */
import { fileURLToPath } from 'node:url'
import type { PersonId } from '#contract/ids.ts'
import type { Person } from '#contract/people.ts'
import type { Importer } from '../ingest/importer.ts'
import type { Audit } from '../store/audit.ts'
import { findSamplePerson } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { People } from './people.ts'

export interface SampleDeps {
  readonly store: Store
  readonly audit: Audit
  readonly people: Pick<People, 'add' | 'get'>
  readonly importer: Importer
  /** Where the papers lie. */
  readonly folder?: string
}

/** As on the papers; tools/make-papers/sample.ts writes them. */
const somebody = { name: 'Maren Oakhollow', bornOn: '1961-04-17' }

const papers = fileURLToPath(new URL('../../resources/sample/papers/', import.meta.url))

export function createSample({ store, audit, people, importer, folder = papers }: SampleDeps) {
  /** One invented person is enough: a second call takes what is missing of the papers and answers the same one. */
  return async (signal: AbortSignal): Promise<Person> => {
    const known = await findSamplePerson(store.db)
    const id: PersonId = known?.id ?? (await people.add(somebody, { isSample: true })).id
    const outcomes = await importer.import(id, [folder], signal)
    await store.write((trx) =>
      audit.append(trx, { action: 'person.sample', objectId: id, meta: { papers: outcomes.length } }),
    )
    return people.get(id)
  }
}
