/** Lists the languages in which pages can be recognised. */
import type { Run } from '../call.ts'
import { columns } from '../layout.ts'
import { listAll } from '../list-all.ts'

export const languageList: Run = async ({ api }) => {
  const languages = await listAll((from) => api.languages.list({ filter: {}, ...from }))
  const rows = languages.map(({ code, name, installedFrom, isIntact }) => [
    code,
    name,
    isIntact ? installedFrom : 'changed on disk since it was installed, not used; install it again',
  ])
  return { json: { languages }, lines: columns([['CODE', 'LANGUAGE', 'FROM'], ...rows]) }
}
