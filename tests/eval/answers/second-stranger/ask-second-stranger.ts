/** Asks what a second stranger wrote, all in one vault as of a family. */
import { join } from 'node:path'
import { withFolder } from '../../retrieval/with-folder.ts'
import { askVault } from '../ask-all.ts'
import type { VaultOptions } from '../record-vault.ts'
import { type StrangerScored, strangerQuestions } from '../stranger/ask-stranger.ts'
import { desmondHarrowgatt } from './desmond-harrowgatt.ts'
import { ingeborgTallisander } from './ingeborg-tallisander.ts'
import { leonoraBexhillian } from './leonora-bexhillian.ts'
import { margaretEllsworthy } from './margaret-ellsworthy.ts'
import { priyankaOdenwell } from './priyanka-odenwell.ts'
import { rodneyCapstickle } from './rodney-capstickle.ts'
import { type SecondRecord, secondPerson } from './second-record.ts'
import { tobiasWrenfordham } from './tobias-wrenfordham.ts'
import { wilhelminaAstonbury } from './wilhelmina-astonbury.ts'

const secondRecords: readonly SecondRecord[] = [
  ...[margaretEllsworthy, rodneyCapstickle, priyankaOdenwell, tobiasWrenfordham],
  ...[leonoraBexhillian, desmondHarrowgatt, ingeborgTallisander, wilhelminaAstonbury],
]

export async function askSecondStranger(options: VaultOptions): Promise<StrangerScored[]> {
  const people = await Promise.all(secondRecords.map(secondPerson))
  const asked = secondRecords.flatMap((record, at) => {
    const person = people[at]
    return person === undefined ? [] : strangerQuestions(record, person)
  })
  let scored: StrangerScored[] = []
  await withFolder(async (folder) => {
    const questions = asked.map(({ question }) => question)
    const all = await askVault(join(folder, 'vault'), people, questions, options)
    scored = all.map((one, number) => ({ ...one, asks: asked[number]?.asks ?? 'value' }))
  })
  return scored
}
