/** People: a household or a practice has several, and no record of one may mix with another's. */
import { z } from 'zod'
import { list, method } from './define.ts'
import { PersonId } from './ids.ts'
import { NewPerson, PartialDate } from './vault.ts'

export const Person = z.strictObject({
  id: PersonId,
  name: z.string(),
  bornOn: PartialDate.optional(),
  /** Invented, to try the program with: marked wherever it is shown, and counted nowhere. */
  isSample: z.boolean(),
  documents: z.int().nonnegative(),
  /** When the last of them was imported. */
  lastImportAt: z.string().optional(),
})
export type Person = z.infer<typeof Person>

export const people = {
  add: method({ action: 'person.add', writes: true, input: NewPerson, output: Person }),
  /** Makes the invented person and imports their papers as any others; one that is there already is answered as it is. */
  addSample: method({ action: 'person.sample', writes: true, input: z.undefined(), output: Person }),
  edit: method({
    action: 'person.edit',
    writes: true,
    /** `bornOn` null: not known. */
    input: z.strictObject({ id: PersonId, name: NewPerson.shape.name, bornOn: PartialDate.nullable() }),
    output: Person,
  }),
  /** Removes the person with all documents, originals and conversations. It cannot be undone. */
  delete: method({
    action: 'person.delete',
    writes: true,
    input: z.strictObject({ id: PersonId }),
    output: z.strictObject({ deleted: z.literal(true) }),
  }),
  /** `name` matches the whole name without regard to case. */
  list: list({
    action: 'person.list',
    filter: z.strictObject({ name: z.string().max(200).optional(), id: PersonId.optional() }),
    sort: ['name', 'added'],
    item: Person,
  }),
} as const
