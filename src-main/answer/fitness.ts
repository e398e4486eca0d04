/** How well the form of a unit suits the question, whatever it speaks of. */

import type { Unit } from '../retrieve/sentences.ts'
import { actFits, isSignature, namesClinician } from './clinicians.ts'
import { holdsNumber, holdsQuantity, holdsTime, type Intent } from './intent.ts'
import { isPlanned } from './planned.ts'
import { CONCLUSION } from './topics.ts'
import type { WordIndex } from './word-index.ts'

const KIN =
  /\b(?:family history|family hx|mother|father|sister|brother|aunt|uncle|grand(?:mother|father)|maternal|paternal)\b/i
const NEXT = /\b(?:will|next|booked|scheduled|due|appointment|in \w+ (?:days|weeks|months))\b/i
const CLEAR_CONCLUSION = /impression|conclusion|opinion|interpretation|final diagnosis/i
const PREAMBLE =
  /^(?:re|subject|ref|dear|indication|clinical (?:details|question|information|history)|reason|request)\b/i
/** Sections that say what was asked or taken, not what was found. */
const BEFORE_FINDING = /^\W*(?:specimens?|gross|technique|indication|clinical|reason|request|history)\b/im

export interface Form {
  readonly intent: Intent
  readonly question: string
  readonly asksKin: boolean
}

export function fitness(own: WordIndex, place: string, unit: Unit, { intent, question, asksKin }: Form): number {
  let fit = 0
  const { text } = own
  const timed = intent.when && holdsTime(text)
  if (intent.when) fit += timed ? 0.35 : holdsTime(place) ? 0.15 : 0
  if (intent.future && NEXT.test(text)) fit += 0.3
  if (intent.past && isPlanned(text, place)) fit -= 0.3
  if (intent.amount) fit += holdsQuantity(text) ? 0.3 : holdsNumber(text) ? 0.15 : 0
  if (intent.who && namesClinician(text))
    fit += 0.2 + (isSignature(text) ? 0.2 : 0) + (actFits(question, text) ? 0.3 : 0)
  if (intent.finding) {
    if (CONCLUSION.test(place)) fit += CLEAR_CONCLUSION.test(place) ? 0.3 : 0.15
    else if (BEFORE_FINDING.test(place)) fit -= 0.3
    if (/\b(?:next|follow[- ]?up|recommend\w*|repeat|referred)\b/i.test(text)) fit -= 0.3
  }
  if (unit.kind === 'heading' && !timed) fit -= 0.4
  if (!asksKin && KIN.test(`${text}\n${place}`)) fit -= 0.3
  if (text.endsWith('?')) fit -= 0.3
  if (!intent.who && PREAMBLE.test(text)) fit -= 0.25
  if (own.wordCount < 3 && unit.kind === 'sentence') fit -= 0.15
  if (own.wordCount > 60) fit -= 0.1
  return fit
}
