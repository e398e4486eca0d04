/** Whom a command is about. Never guessed: an id, a whole name that one person has, or the only person there is. */
import { AppError } from '#contract/errors.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import type { Person } from '#contract/people.ts'
import { wrongUsage } from './wrong-usage.ts'

export async function getPerson(api: Api, named: string | undefined): Promise<Person> {
  return named === undefined ? getOnlyPerson(api) : getNamedPerson(api, named.trim())
}

async function getNamedPerson(api: Api, named: string): Promise<Person> {
  if (named.length === 0 || named.length > 200) throw new AppError('person/unknown')
  if (named.length <= 64) {
    const { items } = await api.people.list({ filter: { id: named as PersonId }, limit: 1 })
    if (items[0] !== undefined) return items[0]
  }
  const { items } = await api.people.list({ filter: { name: named }, limit: 2 })
  if (items.length > 1) throw new AppError('person/ambiguous')
  if (items[0] === undefined) throw new AppError('person/unknown')
  return items[0]
}

async function getOnlyPerson(api: Api): Promise<Person> {
  const { items } = await api.people.list({ filter: {}, limit: 2 })
  if (items.length > 1) throw wrongUsage('The vault has more than one person: name one with --person.')
  if (items[0] === undefined) throw new AppError('person/unknown')
  return items[0]
}
