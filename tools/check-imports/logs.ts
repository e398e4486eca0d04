/**
 * Reads every call of the log: its code must be spelled out, and its fields must be an object spelled in place, with
 * nothing put together from text. What the types of lib/log.ts cannot see is seen here.
 */
import { type CallExpression, type Program, Visitor } from 'oxc-parser'

/** What an error says, and what joins or renders text. */
const textual = ['message', 'stack', 'concat', 'join', 'toString', 'toLocaleString']

/** How many calls there are, and how many of them could carry text. */
export function readLogCalls(program: Program): { calls: number; broken: number } {
  const calls: CallExpression[] = []
  const texts: number[] = []
  const mark = ({ start }: { start: number }, when = true) => when && texts.push(start)

  new Visitor({
    CallExpression(call) {
      if (isLogCall(call)) calls.push(call)
      mark(call, call.callee.type === 'Identifier' && call.callee.name === 'String')
    },
    TemplateLiteral: (node) => mark(node),
    SpreadElement: (node) => mark(node),
    BinaryExpression: (node) => mark(node, node.operator === '+'),
    MemberExpression: (node) => mark(node, node.property.type === 'Identifier' && textual.includes(node.property.name)),
  }).visit(program)

  const isPlain = ({ arguments: [code, fields, ...rest] }: CallExpression) =>
    code?.type === 'Literal' &&
    typeof code.value === 'string' &&
    fields?.type === 'ObjectExpression' &&
    rest.length === 0 &&
    !texts.some((start) => start >= fields.start && start < fields.end)
  return { calls: calls.length, broken: calls.filter((call) => !isPlain(call)).length }
}

function isLogCall({ callee }: CallExpression): boolean {
  if (callee.type === 'Identifier') return isLogName(callee.name)
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false
  const isMaths = callee.object.type === 'Identifier' && callee.object.name === 'Math'
  return !isMaths && isLogName(callee.property.name)
}

const isLogName = (name: string) => name === 'log' || name === 'writeLog'
