/** Kinds of paper that a question can name, and how a title or a first line says the same. Ranks; never filters. */

const KINDS: readonly { readonly asked: RegExp; readonly written: RegExp }[] = [
  { asked: /\bdischarge (?:summar|letter|note|paper)/i, written: /\bdischarge/i },
  { asked: /\breferrals?\b/i, written: /\breferr/i },
  { asked: /\bprescriptions?\b|\bscripts?\b/i, written: /\bprescri|\brx\b/i },
  {
    asked: /\b(?:lab(?:oratory)?|blood) (?:reports?|results?|tests?|work)\b|\bbloods\b/i,
    written: /\blab|\bpatholog|\bblood|\bresults?\b|\bcollected\b/i,
  },
  {
    asked: /\b(?:x-?ray|mri|ct|cat scan|ultrasound|scan|imaging|radiology)\b/i,
    written: /\bx-?ray|\bradiograph|\bmri\b|\bct\b|\bultraso|\bimaging|\bradiolog|\bscan/i,
  },
  {
    asked: /\b(?:vaccin\w*|immuni[sz]ation) (?:card|record|certificate|book)/i,
    written: /\bvaccin|\bimmuni[sz]ation/i,
  },
  { asked: /\bmedication lists?\b|\blist of (?:medic|tablet|drug)/i, written: /\bmedication|\bmedicines/i },
  {
    asked: /\b(?:op(?:eration|erative)?|surgical|procedure) (?:note|report)/i,
    written: /\boperati|\bprocedure|\bsurg/i,
  },
  { asked: /\b(?:portal|e-?mail|message)s?\b/i, written: /\bmessage|\bportal|\bsubject:/i },
  { asked: /\bdental|dentist/i, written: /\bdent(?:al|ist)/i },
  { asked: /\beye (?:test|exam|clinic|letter|report)|\boptic/i, written: /\bophthalm|\boptom|\beye\b/i },
]

/** Tells of the head of a paper (title and first line) whether it is of a kind the question names; undefined: none is named. */
export function paperKindIn(question: string): ((head: string) => boolean) | undefined {
  const asked = KINDS.filter((kind) => kind.asked.test(question))
  return asked.length === 0 ? undefined : (head) => asked.some(({ written }) => written.test(head))
}
