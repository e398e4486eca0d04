/** Adds a person. */
import type { Run } from '../call.ts'
import { safeLine } from '../terminal-text.ts'

export const personAdd: Run = async ({ api, words: [name = ''], options: { born } }) => {
  const person = await api.people.add({ name, ...(born !== undefined && { bornOn: born }) })
  return { json: { ...person }, lines: [`Added ${safeLine(person.name)}, id ${person.id}.`] }
}
