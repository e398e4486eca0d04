/** The name of a hospital, clinic or department as it is written. */

const KIND =
  '(?:Hospital|Clinic|Infirmary|Medical Cent(?:er|re)|Health Cent(?:er|re)|Surgery|Practice|Hospice|Institute|Cent(?:er|re)|Urgent Care)'
const LABELLED =
  /(?:^|[\n\t;])[ ]*(?:hospital|facility|clinic|location|place of (?:service|visit)|site|ward|department)[ ]*(?::[ \t]*|\t[ ]*)([^\n\t;]{3,80})/i
const NAMED = new RegExp(
  `\\b((?:St\\.? )?(?:[A-Z][\\p{L}'’.-]+ (?:of |the |and |& )*){1,5}${KIND})(?:,? [A-Z]\\p{L}+)?`,
  'u',
)
const PLAIN =
  /\b(?:in|at|to|by|from) (?:the |our |a )?((?:[\p{L}-]+ ){0,3}(?:emergency department|emergency room|outpatient clinic|clinic|intensive care unit|ward))\b/iu

export function placeIn(text: string): string | undefined {
  const labelled = LABELLED.exec(text)?.[1]
  const found = labelled ?? NAMED.exec(text)?.[1] ?? PLAIN.exec(text)?.[1]
  return found?.replace(/\s+/g, ' ').trim().slice(0, 200)
}
