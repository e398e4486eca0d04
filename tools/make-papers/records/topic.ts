/**
 * One matter of a record: the sentence that a page holds, and how somebody asks for it. Sentences have slots: {S} She or
 * He, {s} she or he, {p} her or his, {o} her or him, {N} the name with its title, {MY} an earlier month and year, {Y} an
 * earlier year, {3-9} a number between the two.
 */
export type Place =
  | 'practice'
  | 'heart'
  | 'lungs'
  | 'bowel'
  | 'nerves'
  | 'eye'
  | 'throat'
  | 'skin'
  | 'bones'
  | 'physio'
  | 'bladder'
  | 'women'
  | 'hormones'
  | 'dental'
  | 'children'
  | 'mind'
  | 'joints'
  | 'foot'
  | 'blood'
  | 'ward'
  | 'imaging'

/** `adult` is any grown person, of whatever age and sex; `old` is over seventy. */
export type Who = 'adult' | 'young woman' | 'older woman' | 'man' | 'old' | 'child' | 'boy'

export interface Topic {
  readonly place: Place
  readonly who: Who
  /** The wording asked with, and the page's for the same thing; absent where both say it alike. */
  readonly key?: { readonly asked: string; readonly written: string }
  readonly asks: string
  readonly says: string
  /** Stands elsewhere in the record and is not what is asked for: another sense, another time, somebody else, a denial. */
  readonly near?: string
}

/** `key`: `asked|written`. */
export const topic = (
  place: Place,
  who: Who,
  key: string | undefined,
  asks: string,
  says: string,
  near?: string,
): Topic => {
  const [asked = '', written = ''] = key?.split('|') ?? []
  return {
    ...{ place, who, asks, says },
    ...(key === undefined ? {} : { key: { asked, written } }),
    ...(near === undefined ? {} : { near }),
  }
}
