/**
 * What no sentence of an answer may hold, whatever its evidence says: links, markup, orders and advice to the reader,
 * talk of prompts, and signs that look like others. Checked before anything is read.
 */

const RULES: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'holds a link',
    /(?:https?|ftp|file|data|javascript|mailto):|\/\/|www\.|\b[\w-]+\.(?:com|org|net|io|gov|edu|info|co|de|uk|ru|cn|xyz|app|dev)\b|@\w/i,
  ],
  ['holds markup', /[[\]{}`\\]|<\s*[a-z/!]|&[a-z#]\w*;|\*\*|__|~~|!\[|^\s*(?:#|>|\d+\.\s)|\|/iu],
  ['speaks to the reader', /\b(?:you|your|yours|yourself|please|we|us|our|(?<!\.)i(?!\.)|me|my|let's)\b/i],
  [
    'advises or orders',
    /^(?:\W*)(?:take|call|stop|start|ask|tell|go|click|ignore|use|do|don't|send|give|consult|contact|visit|seek|consider|avoid|note|remember|see|reply|respond|answer|write|say|print|repeat|output|open|follow(?![- ]?up)|forget|disregard|act|pretend|translate|summari[sz]e|increase|decrease|continue|discontinue|switch|check|schedule|book|eat|drink)\b(?! (?:was|were|is|are)\b)/i,
  ],
  ['advises or orders', /\b(?:call|click|dial|subscribe|download|ignore|disregard|visit us|emergency services)\b/i],
  [
    'speaks of instructions',
    /\b(?:instructions?|instructed|prompts?|jailbreak|developer mode|assistant|chatbot|language model|a\.?i\.? model|llm|gpt|override|system (?:message|note|prompt|role|instruction|override)|pwned|hacked|im_start|im_end|inst|sys)\b/i,
  ],
]

/** Latin letters, and the signs that papers and their readers use. */
const ALLOWED = /^[\x20-\x7e\u00a0°²³µ×÷±·½¼¾À-ÖØ-öø-žμ≤≥≈–—‐‑−‘’“”…→↑↓]*$/u
const OTHER_RUN = /[^\x20-\x7e\u00a0°²³µ×÷±·½¼¾À-ÖØ-öø-žμ≤≥≈–—‐‑−‘’“”…→↑↓]+/gu
/** Greek names things: β-blocker, α-fetoprotein. */
const GREEK = /^[\u0391-\u03c9]+$/u

const LONGEST_SENTENCE = 600

/** Empty: the form is one that may be shown. */
export function refusedForms(sentence: string, cited: string): string[] {
  if (sentence.trim() === '') return ['is empty']
  if (sentence.length > LONGEST_SENTENCE) return ['is too long']
  const reasons = RULES.filter(([, pattern]) => pattern.test(sentence)).map(([reason]) => reason)
  if (!ALLOWED.test(sentence)) {
    const runs = sentence.match(OTHER_RUN) ?? []
    if (!runs.every((run) => GREEK.test(run) && cited.includes(run))) reasons.push('holds signs that look like others')
  }
  return [...new Set(reasons)]
}
