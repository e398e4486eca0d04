/**
 * What resources/dictionaries/drugs.csv says of a medicine: its substances, the class of each, and whether a name is a trade
 * name. The classes are those of that table and of nothing else; see SOURCE.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createDrugs } from '../extract/dictionaries/drugs.ts'
import { fold } from '../facts/statement.ts'

export interface DrugTable {
  /** Folded. Without a row of its own a name is its own substance. */
  readonly substancesOf: (named: Named) => readonly string[]
  /** Of a substance, or of a name that is a class itself (`penicillins`). */
  readonly classOf: (name: string) => string | undefined
  /** The trade name with which a written name begins. */
  readonly tradeNameIn: (nameText: string) => string | undefined
  readonly version: string
}

interface Named {
  readonly name: string
  readonly details: { readonly ingredients?: readonly string[] | undefined }
}

/** How a line that rests on a class says where the class is from. */
export const SOURCE =
  'the class is that of this program’s table of medicines, drugs.csv, whose classes were set by hand and whose names were proved against DrugBank’s open vocabulary'

export function readDrugTable(file = new URL('../../resources/dictionaries/drugs.csv', import.meta.url)): DrugTable {
  const text = readFileSync(file, 'utf8')
  const drugs = createDrugs(text)
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const cells = rows.map((line) => line.split(','))
  const tradeNames = new Set(cells.flatMap(([, , names = '']) => names.split(' = ').map(fold)).filter(Boolean))
  const classes = new Map(cells.flatMap(([, , , name = '']) => (name === '' ? [] : [[fold(name), name] as const])))

  const substancesOf = ({ name, details }: Named) => {
    const known = details.ingredients ?? drugs.find(name)?.ingredients ?? []
    return [...new Set((known.length > 0 ? known : [name]).map(fold))]
  }
  return {
    substancesOf,
    classOf: (name) => classNamed(fold(name), classes) ?? drugs.find(name)?.className,
    tradeNameIn: (nameText) => tradeNameIn(fold(nameText), tradeNames),
    version: createHash('sha256').update(text).digest('hex').slice(0, 16),
  }
}

/** Allergies of a whole class, as reactions.csv names them: in the plural, and `sulfa drugs` for the antibiotics among them. */
function classNamed(name: string, classes: ReadonlyMap<string, string>): string | undefined {
  if (name === 'sulfa drugs') return classes.get('sulfonamide antibiotic')
  return classes.get(name) ?? classes.get(name.replace(/s$/, ''))
}

function tradeNameIn(nameText: string, tradeNames: ReadonlySet<string>): string | undefined {
  const words = nameText.split(' ')
  const starts = words.map((_, at) => words.slice(0, words.length - at).join(' '))
  return starts.find((start) => tradeNames.has(start))
}
