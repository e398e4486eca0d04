/**
 * Words that a sentence may use though no paper holds them, because they claim nothing: grammar, and the words of
 * reporting. A word is in here only if no sentence becomes false by it. Frames are words that claim something which
 * the kind of a list or of a fact shows.
 */
import type { Frame } from './token.ts'

const list = (words: string) => words.trim().split(/\s+/)

const GRAMMAR = list(`
  a an the this that these those it its there their they them his her hers him he she who whom whose which what
  is was were are be been being am has have had having do does did
  of in on at to for from by with as into onto than and or but also each either
  while when where during under such about regarding concerning
  s patient person individual someone mr mrs ms miss
`)

const REPORTING = list(`
  report reports reported reporting state states stated stating note notes noted notes record records recorded recording
  document documents documented documentation list lists listed listing mention mentions mentioned describe describes
  described show shows showed shown showing reveal reveals revealed demonstrate demonstrates demonstrated
  indicate indicates indicated find finds found finding findings identify identified observe observed detect detected
  see seen present presents presented visible evident measured measurement measurements reading readings write writes written wrote
  say says said give gives according per result results value values level levels came come comes
  paper papers page letter letters summary entry entries line lines section heading note dated date dates
  include includes included including namely name names named stand stands known
  evidence sign signs any some other further laboratory lab test tests examination exam study
  print printed printout reference range ranges interval limit limits between
  old age aged
  flagged marked made amounted amounts
  impression assessment experience experienced experiences complain complains complained complaint suffers suffered suffering
`)

/** After these a clause has its own predicate: a denial before does not reach into it. */
const VERBS = list(`
  is was were are has have had does did shows showed revealed reveals demonstrated reports reported states stated notes
  noted presents presented complains complained takes took suffers suffered
`)

/** What stands before one of these holds for everything listed after it. */
const LEAD_VERBS = list(`
  showed shows showing shown revealed reveals demonstrated demonstrates reported reports reporting include includes
  included including states stated notes noted lists listed takes take taking took taken prescribed described describes
  indicated indicates found finds recorded records complains complained presents presented denies denied documents
  documented caused causes diagnosed given received has had have
`)

const PREPOSITIONS = list(`
  for due because with in by at of on to from after since as using via under per during following within before until
  against without into than towards toward secondary which who when while where between
`)

/** `was not seen`: what stands before it is what is denied. */
const PRESENCE = list(`
  seen present found detected identified noted evident demonstrated visualized visualised reported observed shown
  documented recorded mentioned listed stated described known confirmed revealed felt
`)

const FRAMES: Readonly<Record<Frame, readonly string[]>> = {
  medicine: list(
    'take takes took taken taking prescribed prescribe prescribes prescription prescriptions medicine medicines medication medications drug drugs dose doses dosage treated treatment therapy use used uses using given received',
  ),
  allergy: list(
    'allergy allergies allergic allergen reaction reactions reacted intolerance intolerant caused causes cause causing',
  ),
  vaccine: list(
    'vaccine vaccines vaccinated vaccination vaccinations immunized immunised immunization immunizations immunisation received receive given administered dose doses shot jab booster',
  ),
  diagnosis: list('diagnosed diagnosis diagnoses condition conditions problem problems illness disease'),
  procedure: list(
    'underwent undergo undergone performed procedure procedures operation surgery surgical done carried out',
  ),
  visit: list('visited visit visits seen attended attend consultation consulted appointment encounter clinic'),
}

const closed = new Set([...GRAMMAR, ...REPORTING])
const verbs = new Set(VERBS)
const leadVerbs = new Set(LEAD_VERBS)
const prepositions = new Set(PREPOSITIONS)
const presence = new Set(PRESENCE)
const framesByWord = new Map<string, Frame[]>()
for (const [frame, words] of Object.entries(FRAMES) as [Frame, readonly string[]][])
  for (const word of words) framesByWord.set(word, [...(framesByWord.get(word) ?? []), frame])

export const isClosedWord = (folded: string) => closed.has(folded)
export const isVerb = (folded: string) => verbs.has(folded)
export const isLeadVerb = (folded: string) => leadVerbs.has(folded)
export const isPreposition = (folded: string) => prepositions.has(folded)
export const isPresence = (folded: string) => presence.has(folded)
export const framesOf = (folded: string): readonly Frame[] => framesByWord.get(folded) ?? []
