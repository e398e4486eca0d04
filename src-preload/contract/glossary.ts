/** Words of medical papers, explained from a table that comes with the program. A word is explained, never a result. */
import { z } from 'zod'
import { method } from './define.ts'

export const Explanation = z.strictObject({ term: z.string(), explanation: z.string() })
export type Explanation = z.infer<typeof Explanation>

export const glossary = {
  /** Null: the word is not in the table. */
  explain: method({
    action: 'glossary.explain',
    writes: false,
    input: z.strictObject({ term: z.string().trim().min(1).max(200) }),
    output: z.strictObject({ entry: Explanation.nullable() }),
  }),
} as const
