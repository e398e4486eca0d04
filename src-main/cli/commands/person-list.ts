/** Lists the people in the vault. */
import type { Run } from '../call.ts'
import { columns } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { safeLine } from '../terminal-text.ts'

export const personList: Run = async ({ api }) => {
  const people = await listAll((from) => api.people.list({ filter: {}, ...from }))
  const rows = people.map(({ id, name, bornOn }) => [id, bornOn ?? '', safeLine(name)])
  const lines =
    people.length === 0
      ? ['There is nobody in this vault yet. Add a person with "medmemory person add NAME".']
      : columns([['ID', 'BORN', 'NAME'], ...rows])
  return { json: { people }, lines }
}
