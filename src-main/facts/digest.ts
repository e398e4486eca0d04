/** A fingerprint of all facts with every place where they stand, the same in whatever order the rows lie. */
import { createHash } from 'node:crypto'
import { listFactsById, listSources } from '../store/facts.ts'
import type { Store } from '../store/store.ts'

const AT_ONCE = 500

export async function digestFacts({ db }: Pick<Store, 'db'>): Promise<{ digest: string; facts: number }> {
  const whole = createHash('sha256')
  let facts = 0
  for (let after = ''; ; ) {
    const rows = await listFactsById(db, after, AT_ONCE)
    const last = rows.at(-1)
    if (last === undefined) return { digest: whole.digest('hex'), facts }
    const sources = await listSources(
      db,
      rows.map(({ id }) => id),
    )
    const sourcesById = Map.groupBy(sources, ({ factId }) => factId)
    for (const { seq: _seq, ...fact } of rows) {
      const places = (sourcesById.get(fact.id) ?? []).map(({ seq: _, boxes, valueBoxes, ...place }) =>
        hash([...Object.entries(place).toSorted(), [...boxes], [...valueBoxes]]),
      )
      whole.update(hash([...Object.entries(fact).toSorted(), places.toSorted()]))
    }
    facts += rows.length
    after = last.id
  }
}

const hash = (what: unknown) => createHash('sha256').update(JSON.stringify(what)).digest('hex')
