/** Reads the tables of clinical words in resources/dictionaries (format: their README). */
import { readFileSync } from 'node:fs'
import { createDrugs, type Drugs } from './drugs.ts'
import { createReactions, type Reactions } from './reactions.ts'
import { createSig, type Sig } from './sig.ts'
import { createTerms, type Terms } from './terms.ts'

export interface DrugDictionaries {
  readonly drugs: Drugs
  readonly sig: Sig
  readonly conditions: Terms
  readonly procedures: Terms
  readonly reactions: Reactions
}

/** `folder` ends in a slash. */
export function readDrugDictionaries(
  folder = new URL('../../../resources/dictionaries/', import.meta.url),
): DrugDictionaries {
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  return {
    drugs: createDrugs(read('drugs.csv')),
    sig: createSig(read('sig.csv')),
    conditions: createTerms(read('conditions.csv')),
    procedures: createTerms(read('procedures.csv')),
    reactions: createReactions(read('reactions.csv')),
  }
}
