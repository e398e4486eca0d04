import { describe, expect, it } from 'vitest'
import { errorTexts } from '#contract/error-text.ts'
import { errorCodes } from '#contract/errors.ts'

it('explains every code, and nothing that is no code', () => {
  expect(Object.keys(errorTexts).sort()).toEqual([...errorCodes].sort())
})

it('lists each code once, as lower-case words with at most one slash', () => {
  expect(new Set(errorCodes).size).toBe(errorCodes.length)
  for (const code of errorCodes) expect(code).toMatch(/^[a-z]+(\/[a-z]+(-[a-z]+)*)?$/)
})

/** A setting or a command that the person can use stands in `next`; a message has none of the program's own words. */
const programWords =
  /\b(null|undefined|exception|stack|errno|boolean|parse|schema|SQL|JSON|API|MAC|E[A-Z]{4,})\b|[a-z][A-Z]|_|\(\)/

describe.each(errorCodes)('%s', (code) => {
  const { message, next } = errorTexts[code]

  it('is said in whole sentences', () => {
    for (const text of [message, next]) expect(text).toMatch(/^["A-Z].*\.$/)
  })

  it('is said without code words', () => {
    for (const text of [message, next])
      for (const each of errorCodes) if (each.includes('/')) expect(text).not.toContain(each)
    expect(message.replaceAll('MedMemory', '')).not.toMatch(programWords)
  })
})
