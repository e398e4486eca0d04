/**
 * `npm run eval -- answers [OPTION …]`: questions of invented people's records whose right answers are known, asked
 * through the program. Says what share is right; fails only when something breaks.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { askAll } from './ask-all.ts'
import { evaluateCrossPerson } from './cross-person.ts'
import { type QuestionKind, questionKinds } from './questions/question.ts'
import { engineNames, type VaultOptions } from './record-vault.ts'
import { printAnswers, printWrong, verdict } from './report.ts'
import { askSecondStranger } from './second-stranger/ask-second-stranger.ts'
import { askStranger } from './stranger/ask-stranger.ts'
import { printStranger } from './stranger/print-stranger.ts'
import { summarize } from './summarize.ts'
import { askWithheld } from './withhold.ts'

const options = {
  people: { type: 'string', default: '40' },
  seed: { type: 'string', default: '1' },
  /** latest, list-medicines, when … */
  kind: { type: 'string', multiple: true },
  /** `extractive`: no facts are found. `model`: a writer is in use. `typed`, or nothing: as the program is without one. */
  engine: { type: 'string' },
  /** A writer's GGUF file. */
  model: { type: 'string' },
  /** Shows what is wrong: of one kind, of `all`, or what is `unsupported`. */
  'show-wrong': { type: 'string' },
  /** With one paper of each person locked. */
  withhold: { type: 'boolean', default: false },
  /** Words of one person's papers asked in the records of others. */
  'cross-person': { type: 'boolean', default: false },
  /** What somebody who knows only the papers asks. */
  stranger: { type: 'boolean', default: false },
  /** The same by another, of papers of their own. */
  'second-stranger': { type: 'boolean', default: false },
  /** Of the cross-person suite. */
  questions: { type: 'string', default: '5000' },
  json: { type: 'string' },
} as const

export async function evaluateAnswers(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const [people, seed] = [whole('people', values.people), whole('seed', values.seed)]
  if (values['cross-person']) return evaluateCrossPerson({ questions: whole('questions', values.questions), seed })
  const kinds = kindsOf(values.kind)
  const vault: VaultOptions = { engine: engineOf(values.engine), model: values.model }
  if (values.stranger) return printStranger(await askStranger(vault), values['show-wrong'])
  if (values['second-stranger']) return printStranger(await askSecondStranger(vault), values['show-wrong'])
  const asked = { ...vault, people, seed, wants: ({ kind }: { kind: QuestionKind }) => kinds.includes(kind) }
  if (values.withhold) {
    const { answers, withoutNotice } = await askWithheld(asked)
    if (values['show-wrong'] !== undefined)
      printWrong(
        withoutNotice.map((one) => ({ ...one, isRight: false })),
        '',
      )
    console.log(
      `answers of all, none, a number or an extreme beside an unread paper: ${answers}; without saying so: ` +
        `${withoutNotice.length} ${verdict(withoutNotice.length)}`,
    )
    return
  }
  const scored = await askAll(asked)
  if (scored.length === 0) throw new Error('no question is left to ask')
  const summary = summarize(scored, seed)
  printAnswers(summary, seed)
  const wrong = values['show-wrong']
  if (wrong !== undefined) printWrong(scored, wrong === 'all' ? '' : wrong)
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ summary, scored }, undefined, 1))
}

function kindsOf(asked: readonly string[] | undefined): readonly QuestionKind[] {
  for (const kind of asked ?? [])
    if (!questionKinds.some((one) => one === kind))
      throw new Error(`no kind ${kind}; there are ${questionKinds.join(', ')}`)
  return questionKinds.filter((kind) => asked?.includes(kind) ?? true)
}

function engineOf(asked: string | undefined): VaultOptions['engine'] {
  const engine = engineNames.find((one) => one === asked)
  if (asked !== undefined && engine === undefined)
    throw new Error(`no engine ${asked}; there are ${engineNames.join(', ')}`)
  return engine
}

function whole(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1 up`)
  return value
}
