/** Where a source file names one of the globals that open a connection. Types and properties of that name are no use of it. */
import { type Program, Visitor } from 'oxc-parser'

const globals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']
const globalObjects = ['globalThis', 'global', 'window', 'self']

export function networkUsesOf(program: Program): string[] {
  const named = new Map<number, string>()
  const harmless = new Set<number>()
  const used: string[] = []
  const skip = (node: { start: number }, when = true) => when && harmless.add(node.start)

  new Visitor({
    Identifier: ({ name, start }) => globals.includes(name) && named.set(start, name),
    MemberExpression({ object, property, computed }) {
      const key = property.type === 'Literal' ? property.value : property.type === 'Identifier' && property.name
      const ofGlobal = object.type === 'Identifier' && globalObjects.includes(object.name)
      if (ofGlobal && globals.includes(String(key))) used.push(String(key))
      skip(property, !computed)
    },
    Property: ({ key, computed, shorthand }) => skip(key, !computed && !shorthand),
    PropertyDefinition: ({ key, computed }) => skip(key, !computed),
    MethodDefinition: ({ key, computed }) => skip(key, !computed),
    TSPropertySignature: ({ key }) => skip(key),
    TSMethodSignature: ({ key }) => skip(key),
    TSTypeReference: ({ typeName }) => skip(typeName),
    TSTypeQuery: ({ exprName }) => skip(exprName),
  }).visit(program)
  return [...used, ...[...named].filter(([start]) => !harmless.has(start)).map(([, name]) => name)]
}
