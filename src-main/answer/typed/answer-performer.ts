/**
 * Who did an operation: where the line that tells of it says so, or where the paper that reports it names its surgeon on a
 * line of its own. An operation that is only told of as past is nobody's of that paper.
 */
import type { Kysely } from 'kysely'
import { listCitablePlaces } from '../../store/named-facts.ts'
import type { Tables } from '../../store/tables.ts'
import type { Entry } from './find-facts.ts'
import type { TypedAnswer } from './typed-answer.ts'
import { capital, onDate } from './wording.ts'

export async function answerPerformer(db: Kysely<Tables>, entries: readonly Entry[]): Promise<TypedAnswer | undefined> {
  const places = await listCitablePlaces(
    db,
    entries.map(({ id }) => id),
  )
  const told = places.flatMap(({ factId, documentId, text, quote }) => {
    const at = text.indexOf(quote.split(' … ')[0] ?? quote)
    const entry = entries.find(({ id }) => id === factId)
    const named = at === -1 ? undefined : (performerIn(lineAt(text, at)) ?? surgeonBeside(text, at))
    return named === undefined || entry === undefined ? [] : [{ ...named, entry, documentId }]
  })
  const [first] = told
  if (first === undefined) return undefined
  const { entry, name, line, isBeside, documentId } = first
  return {
    sentences: [
      {
        text: `${capital(entry.name)}${onDate(entry.happenedOn)}: ${name}.`,
        factIds: isBeside ? [entry.id] : [],
        words: [{ documentId, text: line }],
      },
    ],
    answer: { valueText: name, items: [...new Set(told.map((one) => one.name))] },
    dependsOnUnread: false,
  }
}

interface Performer {
  readonly name: string
  readonly line: string
  readonly isBeside: boolean
}

const PERFORMER =
  /\b(?:by|surgeon:?|operator:?)\s+((?:Drs?\.?|Prof(?:essor)?\.?|Mrs?\.?|Ms\.?)\s+\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}'-]+)*)/u

function performerIn(line: string): Performer | undefined {
  const name = PERFORMER.exec(line)?.[1]
  return name === undefined ? undefined : { name, line: line.trim(), isBeside: false }
}

/** `Procedure: …`, or below a heading that says the same: what the paper itself reports. */
const REPORTED = /^\W*(?:name of )?(?:procedures?|operations?|surgery)(?: (?:performed|done))?\W*(?::|$)/i
const SURGEON =
  /^\W*(?:(?:operating|primary|consultant) )?(?:surgeon|operator|endoscopist)\W*:\W*(\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,4})/imu

function surgeonBeside(text: string, at: number): Performer | undefined {
  const line = lineAt(text, at)
  const above =
    text
      .slice(0, text.lastIndexOf('\n', at) + 1)
      .trimEnd()
      .split('\n')
      .at(-1) ?? ''
  if (!REPORTED.test(line) && !REPORTED.test(above)) return undefined
  const surgeons = [...text.matchAll(new RegExp(SURGEON, 'gimu'))]
  const [surgeon] = surgeons
  const name = surgeon?.[1]
  // of several none is told to be the one
  if (surgeon === undefined || name === undefined || surgeons.length > 1) return undefined
  return { name: name.trim(), line: surgeon[0].trim(), isBeside: true }
}

/** The line in which it stands; a table's row is one. */
function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end === -1 ? undefined : end)
}
