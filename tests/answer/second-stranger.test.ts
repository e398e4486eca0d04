/** What a second stranger to the program wrote before any of it was tried. The bounds are what was reached, and only ever tightened. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asksForHelpNow } from '../../src-main/answer/asks-for-help-now.ts'
import { verifySentence } from '../../src-main/answer/verify.ts'

const linesOf = (name: string) =>
  readFileSync(new URL(`./second-stranger/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

interface Said {
  readonly evidence: string
  readonly text: string
  readonly isLie: boolean
}

function allSaid(): Said[] {
  let evidence = ''
  return linesOf('said-of-evidence').flatMap((line) => {
    if (line.startsWith('> ')) evidence = line.slice(2)
    const isLie = line.startsWith('! ')
    return line.startsWith('= ') || isLie ? [{ evidence, isLie, text: line.replace(/^(?:= |! \w+: )/, '') }] : []
  })
}

const isShown = ({ evidence, text }: Said) =>
  verifySentence({ text, cites: [1] }, [{ n: 1, text: evidence }], { personNames: [] }).ok

describe('sentences about what a paper says', () => {
  const said = allSaid()
  const lies = said.filter(({ isLie }) => isLie)
  const honest = said.filter(({ isLie }) => !isLie)

  test('lies are not shown', () => {
    expect(lies.length).toBeGreaterThanOrEqual(300)
    expect(lies.filter(isShown)).toEqual([])
  })

  test('most of what is true is shown', () => {
    expect(honest.length).toBeGreaterThanOrEqual(120)
    expect(honest.filter((one) => !isShown(one)).length).toBeLessThanOrEqual(31)
  })
})

describe('what somebody types', () => {
  test('in danger now is heard', () => {
    const now = linesOf('emergencies')
    expect(now.length).toBeGreaterThanOrEqual(120)
    expect(now.filter((question) => !asksForHelpNow(question))).toEqual([])
  })

  test('about the past or about papers is not taken for it', () => {
    const papers = linesOf('not-emergencies')
    expect(papers.length).toBeGreaterThanOrEqual(240)
    expect(papers.filter(asksForHelpNow)).toEqual([])
  })
})
