/** Applies every rule to a set of sources and says what is broken. Reads no disk. */
import { type Program, parseSync } from 'oxc-parser'
import { type Edge, edgesOf } from './edges.ts'
import { circlesIn, graphOf, waysToKeys } from './graph.ts'
import { readLogCalls } from './logs.ts'
import { networkUsesOf } from './network.ts'
import { rules } from './rules.ts'

export interface Checked {
  readonly files: number
  readonly imports: number
  readonly logCalls: number
  /** Each begins with its rule's name. */
  readonly broken: readonly string[]
}

/** Keys are paths from the root, with slashes. A source that does not parse throws: nothing is skipped. */
export function checkSources(sources: ReadonlyMap<string, string>): Checked {
  const programs = [...sources].map(([file, text]) => [file, parse(file, text)] as const)
  const edges = programs.flatMap(([file, program]) => edgesOf(file, program, sources.keys()))
  const inMain = programs.filter(([file]) => file.startsWith('src-main/'))
  const logs = inMain.map(([file, program]) => ({ file, ...readLogCalls(program) }))
  const graph = graphOf(edges)
  const broken = [
    ...edges.flatMap((edge) => rules.filter((rule) => rule.breaks(edge)).map(({ name }) => say(name, edge))),
    ...waysToKeys(graph).map((way) => `engines-hold-no-keys: ${way.join(' → ')}`),
    ...circlesIn(graph).map((circle) => `no-cycles: ${circle.join(' → ')}`),
    ...programs.filter(([file]) => isBound(file)).flatMap(([file, program]) => egressOf(file, program)),
    ...logs.filter(({ broken }) => broken > 0).map(({ file, broken }) => `logs-say-codes: ${file} (${broken})`),
  ]
  return {
    files: sources.size,
    imports: edges.length,
    logCalls: logs.reduce((sum, { calls }) => sum + calls, 0),
    broken: [...new Set(broken)],
  }
}

function parse(file: string, text: string): Program {
  const { program, errors } = parseSync(file, text)
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`)
  return program
}

const say = (rule: string, { from, to }: Edge) => `${rule}: ${from} → ${to}`

const isBound = (file: string) => file.startsWith('src-') && file !== 'src-main/net/egress.ts'

const egressOf = (file: string, program: Program) =>
  networkUsesOf(program).map((name) => `one-egress: ${file} → ${name}`)
