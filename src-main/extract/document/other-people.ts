/** Words that say that a name near them is not that of the one the paper is about. */

/** Right before a name, in the same sentence or cell. */
const RELATION_BEFORE =
  /(?<![\p{L}])(?:mother|father|mom|mum|dad|parents?|guardian|spouse|wife|husband|partner|son|daughter|brother|sister|siblings?|twin|aunt|uncle|cousin|grand\p{L}{2,10}|child|children|carer|caregiver|neighbou?r|friend|next of kin|nok|emergency|contact(?: person)?|insured|subscriber|guarantor|policy ?holder|card ?holder|responsible party|witness|interpreter|donor|accompanied by|cc|dear|dr|prof|doctor|physician|clinician|provider|practitioner|consultant|surgeon|nurse|midwife|therapist|pharmacist|dentist|referr(?:er|ed by)|ordered by|requested by|reported by|signed(?: by)?|reviewed by|verified by|approved by|seen by|checked by|performed by|dictated by|transcribed by|collected by|attending|author|to|from|by)(?:['’]s)?(?: (?:is|was|name|full name|date|of|birth|dob|a|an|the|phone|details?|mr|mrs|ms|miss))*[ \u00a0:.,(–-]{0,4}$/iu

const RELATED =
  'emergency contacts?|next of kin|nok|guarantor|insured|subscriber|policy ?holder|card ?holder|responsible party|insurance|relationship|relation|mother|father|parents?|guardian|spouse|carer|caregiver|witness|donor|family history'
const AT_WORK =
  'provider|physician|doctor|referring|ordering|practitioner|laboratory director|prescriber|pharmacy|interpreter|contacts?'
const OTHERS = new RegExp(`(?<![\\p{L}])(?:${RELATED}|${AT_WORK})(?![\\p{L}])`, 'iu')
const HEADING = new RegExp(`^(?:[^:]{0,30}[^\\p{L}:])?(?:${RELATED})(?![\\p{L}])[^:]{0,20}:?$`, 'iu')

export const isOfOther = (before: string): boolean => RELATION_BEFORE.test(before)
/** A heading or label that is about somebody else. */
export const namesOthers = (text: string): boolean => OTHERS.test(text)
/** A line that is nothing but a heading over what concerns a relative, a contact or the insured. */
export const isHeadingOfOthers = (line: string): boolean => line.length < 60 && HEADING.test(line)
