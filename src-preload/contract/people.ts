/** People: a household or a practice has several, and no record of one may mix with another's. */
import { z } from 'zod'
import { list, method } from './define.ts'
import { PersonId } from './ids.ts'
import { NewPerson, PartialDate } from './vault.ts'

export const Person = z.strictObject({ id: PersonId, name: z.string(), bornOn: PartialDate.optional() })
export type Person = z.infer<typeof Person>

export const people = {
  add: method({ action: 'person.add', writes: true, input: NewPerson, output: Person }),
  /** `name` matches the whole name without regard to case. */
  list: list({
    action: 'person.list',
    filter: z.strictObject({ name: z.string().max(200).optional(), id: PersonId.optional() }),
    sort: ['name', 'added'],
    item: Person,
  }),
} as const
