/** Stored facts as they cross to the window, each with the places where it stands. One query for any number of them. */
import type { Kysely } from 'kysely'
import type { Fact, Provenance } from '#contract/facts.ts'
import type { FactId } from '#contract/ids.ts'
import { unpackBoxes } from '../ingest/boxes.ts'
import { findFacts, listPlaces, type PlaceRow } from '../store/facts.ts'
import type { FactRow, Tables } from '../store/tables.ts'
import type { FactContent } from './compose-fact.ts'

export async function showFacts(db: Kysely<Tables>, rows: readonly FactRow[]): Promise<Fact[]> {
  const places =
    rows.length === 0
      ? []
      : await listPlaces(
          db,
          rows.map(({ id }) => id),
        )
  const placesById = Map.groupBy(places, ({ factId }) => factId)
  return rows.map((row) => toFact(row, placesById.get(row.id) ?? []))
}

/** In the order of the ids; one that is not there is left out. */
export async function loadFacts(db: Kysely<Tables>, ids: readonly FactId[]): Promise<Fact[]> {
  const facts = await showFacts(db, await findFacts(db, ids))
  const factsById = new Map(facts.map((fact) => [fact.id, fact]))
  return ids.flatMap((id) => factsById.get(id) ?? [])
}

function toFact({ id, personId, kind, state, knownSince, data }: FactRow, places: readonly PlaceRow[]): Fact {
  const content = JSON.parse(data) as FactContent
  const seen = new Set<string>()
  const provenance: Provenance[] = []
  for (const { documentId, page, boxes, valueBoxes, quote } of places) {
    const place = JSON.stringify([documentId, page, quote, [...valueBoxes]])
    if (seen.has(place)) continue
    seen.add(place)
    provenance.push({ documentId, page, boxes: open(boxes), valueBoxes: open(valueBoxes), quote })
  }
  return { id, personId, kind, ...content, state, knownSince, provenance }
}

const open = (boxes: Uint8Array) => unpackBoxes(boxes).map((box): [number, number, number, number] => [...box])
