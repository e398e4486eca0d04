/** The word tables that come with the program, read once in a process: a tenth of a second each time otherwise. */
import { createDictionary, type Dictionary } from './dictionary.ts'
import { readDictionaryRows } from './dictionary-rows.ts'

let dictionary: Dictionary | undefined

export function builtInDictionary(): Dictionary {
  dictionary ??= createDictionary(readDictionaryRows())
  return dictionary
}
