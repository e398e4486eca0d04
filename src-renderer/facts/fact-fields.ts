/**
 * What each kind of fact can say, as data: the form is made from it. Values are text while they are edited; here they
 * become what the contract takes, with only what was changed. Pure.
 */
import type { Fact, FactDetails, FactEdit, FactKind, NewFact } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import { isFactDate } from './fact-dates.ts'

type OwnField = 'name' | 'value' | 'unit' | 'range' | 'date' | 'noneKnown'
type DetailField = Exclude<keyof FactDetails, 'secondValue' | 'ingredients'>
export type FieldId = OwnField | DetailField
export type FormValues = Readonly<Partial<Record<FieldId, string>>>

export interface Field {
  readonly id: FieldId
  readonly look: 'line' | 'text' | 'date' | 'choice' | 'yes'
  readonly choices?: readonly string[]
  readonly isRequired?: boolean
  /** Takes the whole width. */
  readonly isWide?: boolean
}

const line = (id: FieldId): Field => ({ id, look: 'line' })
const choice = (id: FieldId, choices: readonly string[]): Field => ({ id, look: 'choice', choices })
const name: Field = { id: 'name', look: 'line', isRequired: true, isWide: true }
const date: Field = { id: 'date', look: 'date' }
const side = choice('side', ['left', 'right', 'both'])

const fields: Readonly<Record<FactKind, readonly Field[]>> = {
  observation: [
    name,
    { ...line('value'), isRequired: true },
    line('unit'),
    line('range'),
    date,
    { ...choice('category', ['laboratory', 'vital-sign']), isRequired: true },
    line('specimen'),
  ],
  medication: [
    name,
    ...[line('dose'), line('form'), line('route'), line('frequency')],
    ...[{ id: 'startedOn', look: 'date' } as const, { id: 'stoppedOn', look: 'date' } as const],
    ...[choice('change', ['started', 'stopped', 'changed', 'continued']), date],
    ...[line('reason'), { id: 'asNeeded', look: 'yes' } as const],
  ],
  allergy: [{ id: 'noneKnown', look: 'yes', isWide: true }, name, line('reaction'), line('severity'), date],
  condition: [
    name,
    choice('status', ['active', 'resolved', 'history']),
    choice('certainty', ['confirmed', 'suspected', 'ruled-out']),
    side,
    date,
  ],
  immunization: [name, date, line('doseNumber'), line('lot')],
  procedure: [name, date, side, line('place')],
  encounter: [name, date, line('place'), line('role')],
  'family-history': [name, { ...line('relation'), isRequired: true }, date],
  'care-contact': [name, line('role'), line('place'), line('value')],
  note: [name, date, { id: 'value', look: 'text', isRequired: true, isWide: true }],
}

/** Of what is none, there is nothing more to say. */
export const fieldsOf = (kind: FactKind, values: FormValues): readonly Field[] =>
  values.noneKnown === 'yes' ? fields[kind].filter(({ id }) => id === 'noneKnown' || id === 'date') : fields[kind]

export const emptyValues = (kind: FactKind): FormValues => (kind === 'observation' ? { category: 'laboratory' } : {})

export function valuesOfFact(fact: Fact): FormValues {
  const { details } = fact
  const own: Record<OwnField, string | undefined> = {
    name: fact.name,
    value: fact.valueText,
    unit: fact.unitText ?? fact.unit,
    range: fact.rangeText,
    date: fact.happenedOn,
    noneKnown: fact.isNoneKnown ? 'yes' : undefined,
  }
  return Object.fromEntries(
    fields[fact.kind].flatMap(({ id }) => {
      const value = id in own ? own[id as OwnField] : details[id as DetailField]
      return value === undefined || value === false ? [] : [[id, value === true ? 'yes' : String(value)]]
    }),
  )
}

/** Fields that are missing or cannot be so. */
export function faultsOf(kind: FactKind, values: FormValues): ReadonlySet<FieldId> {
  const faulty = fieldsOf(kind, values).filter(({ id, look, isRequired }) => {
    const text = (values[id] ?? '').trim()
    return (isRequired && text === '') || (look === 'date' && !isFits(id, text))
  })
  return new Set(faulty.map(({ id }) => id))
}

/** Only the day it happened can have a time. */
const isFits = (id: FieldId, text: string) => isFactDate(text) && (id === 'date' || !text.includes('T'))

export function newFactOf(personId: PersonId, kind: FactKind, values: FormValues, noneName: string): NewFact {
  const isNoneKnown = values.noneKnown === 'yes'
  const text = (id: FieldId) => (values[id] ?? '').trim()
  return {
    ...{ personId, kind, isNoneKnown },
    name: isNoneKnown ? noneName : text('name'),
    valueText: fieldsOf(kind, values).some(({ id }) => id === 'value') ? text('value') : '',
    ...(text('unit') !== '' && { unit: text('unit') }),
    ...(text('range') !== '' && { rangeText: text('range') }),
    ...(text('date') !== '' && { happenedOn: text('date') }),
    details: isNoneKnown ? {} : detailsOf(kind, values),
  }
}

/** Only what differs from the fact as it is; undefined: nothing does. */
export function editOf(fact: Fact, values: FormValues): FactEdit | undefined {
  const before = valuesOfFact(fact)
  const changed = (id: FieldId) => (values[id] ?? '').trim() !== (before[id] ?? '').trim()
  const text = (id: FieldId) => (values[id] ?? '').trim()
  const orNull = (id: FieldId) => (text(id) === '' ? null : text(id))
  const isDetail = ({ id }: Field) => !['name', 'value', 'unit', 'range', 'date', 'noneKnown'].includes(id)
  const hasNewDetails = fields[fact.kind].filter(isDetail).some(({ id }) => changed(id))
  const edit: FactEdit = {
    ...(changed('name') && { name: text('name') }),
    ...(changed('value') && text('value') !== '' && { valueText: text('value') }),
    ...(changed('unit') && { unit: orNull('unit') }),
    ...(changed('range') && { rangeText: orNull('range') }),
    ...(changed('date') && { happenedOn: orNull('date') }),
    ...(hasNewDetails && { details: { ...kept(fact), ...detailsOf(fact.kind, values) } }),
  }
  return Object.keys(edit).length === 0 ? undefined : edit
}

/** What the form does not show. */
const kept = ({ kind, details }: Fact): FactDetails => {
  const shown = new Set<string>(fields[kind].map(({ id }) => id))
  return Object.fromEntries(Object.entries(details).filter(([key]) => !shown.has(key)))
}

function detailsOf(kind: FactKind, values: FormValues): FactDetails {
  const own = ['name', 'value', 'unit', 'range', 'date', 'noneKnown']
  return Object.fromEntries(
    fields[kind].flatMap(({ id, look }) => {
      const text = (values[id] ?? '').trim()
      return own.includes(id) || text === '' ? [] : [[id, look === 'yes' ? true : text]]
    }),
  )
}
