/** Whether a question asks what a word means, and which word: `what does INR mean?`, `what is an echocardiogram?`. */
import type { Explanation } from '#contract/glossary.ts'
import { createGlossary } from './glossary.ts'

export const glossary = createGlossary()

const MEANS =
  /^\W*what (?:does|do|is|are)\s+(?:the (?:word|term|abbreviation)\s+)?(.+?)\s+(?:mean|meaning|stand for|short for)\W*$/i
const DEFINES =
  /^\W*(?:define|explain|what(?:'s|’s)? (?:is |are )?the meaning of|meaning of|definition of)\s+(.+?)\W*$/i
const IS = /^\W*what(?:'s|’s| is| are)\s+(?!(?:my|his|her|their|our|the)\b)(?:an?\s+)?(.+?)\W*$/i

export function askedMeaning(question: string): Explanation | undefined {
  const [, word] = MEANS.exec(question) ?? DEFINES.exec(question) ?? IS.exec(question) ?? []
  return word === undefined || word.length > 200 ? undefined : glossary.explain(word.replace(/^["'“‘]|["'”’]$/g, ''))
}
