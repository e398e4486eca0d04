/**
 * A question put formally: what is asked of which facts. What a person sees as "understood as", and may change. A word of
 * English is turned into it deterministically, or not at all.
 */
import { z } from 'zod'
import { FactDetails, FactKind } from './facts.ts'
import { PartialDate } from './vault.ts'

export const Ask = z.enum([
  /** The newest, oldest, smallest or largest value, or the newest or oldest statement. */
  'latest',
  'first',
  'lowest',
  'highest',
  'mean',
  'count',
  /** All of them, never only some. */
  'list',
  /** How the values went over time. */
  'trend',
  /** The first against the last of the period, or those nearest to two named days. */
  'change',
  /** The last value stated up to `to`. */
  'as-of',
  /** On which day it happened, or was first or last stated. */
  'when',
  /** Who is named: a clinician, or who looked after something. */
  'who',
  'where',
  /** Whether it is stated at all: stated, stated as none known, stated as denied, or not stated. Never `no`. */
  'stated',
  /** Of a medicine: what was last stated of it. */
  'standing',
  /** Whether the value was within the range that its own report prints. */
  'in-range',
  /** One detail of it, named in `detail`. */
  'detail',
])
export type Ask = z.infer<typeof Ask>

const Name = z.string().trim().min(1).max(200)

export const TypedQuery = z.strictObject({
  ask: Ask,
  kinds: z.array(FactKind).min(1).max(4),
  /** The dictionary's name where one is known; absent: of all of these kinds. */
  name: Name.optional(),
  /** The words of the question that named it, when the dictionary has another name. */
  nameText: Name.optional(),
  /** Names that count as this one: members of a group, ingredients of a brand. */
  names: z.array(Name).max(60).optional(),
  detail: FactDetails.keyof().optional(),
  /** Only what happened within; both ends count. */
  from: PartialDate.optional(),
  to: PartialDate.optional(),
  /** Only what happened before, or after, the last time this did. */
  event: z
    .strictObject({ relation: z.enum(['before', 'after']), kinds: z.array(FactKind).min(1), name: Name })
    .optional(),
  /** Two days to compare. */
  days: z.tuple([PartialDate, PartialDate]).optional(),
  /** Only values beyond it; `unit` is UCUM, absent: as each is written. */
  beyond: z
    .strictObject({ side: z.enum(['above', 'below']), value: z.number(), unit: z.string().max(40).optional() })
    .optional(),
  /** Only what its own report calls so. */
  flag: z.enum(['low', 'high', 'abnormal', 'normal']).optional(),
  side: z.enum(['left', 'right', 'both']).optional(),
  /** Of somebody of the family. */
  relation: Name.optional(),
  /** The newest, at most so many; absent: all. */
  limit: z.int().min(1).max(100).optional(),
  /** Of what happens again: the one of this number, as its paper counts it, else in the order of the days. */
  nth: z.int().min(1).max(20).optional(),
})
export type TypedQuery = z.infer<typeof TypedQuery>
