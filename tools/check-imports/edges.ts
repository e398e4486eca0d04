/**
 * What a source file reaches: every form in which one file can name another. Knows no rule. A target that is only
 * computed while the program runs is an edge to `?`, so that it cannot pass unseen.
 */
import { dirname, join, normalize } from 'node:path/posix'
import { type CallExpression, type Expression, type NewExpression, type Program, Visitor } from 'oxc-parser'

export interface Edge {
  readonly from: string
  /** A path from the root for a file of ours, a package's specifier, or `?`. */
  readonly to: string
  /** `import` runs the other file; `type` is gone before anything runs; `url` names it, to start or to read it. */
  readonly kind: 'import' | 'type' | 'url'
}

/** `files` are all paths known, so that a template with gaps is an edge to everything it could mean. */
export function edgesOf(from: string, program: Program, files: Iterable<string>): Edge[] {
  const edges: Edge[] = []
  const requires = new Set(['require'])
  const add = (specifier: string | undefined, kind: Edge['kind']) => {
    for (const to of targetsOf(from, specifier, files)) edges.push({ from, to, kind })
  }
  const kindOf = (kind: string | undefined) => (kind === 'type' ? 'type' : 'import')

  new Visitor({
    ImportDeclaration: ({ source, importKind }) => add(source.value, kindOf(importKind)),
    ExportAllDeclaration: ({ source, exportKind }) => add(source.value, kindOf(exportKind)),
    ExportNamedDeclaration: ({ source, exportKind }) => source && add(source.value, kindOf(exportKind)),
    ImportExpression: ({ source }) => add(specifierOf(source), 'import'),
    TSImportType: ({ source }) => add(source.value, 'type'),
    TSImportEqualsDeclaration({ moduleReference, importKind }) {
      if (moduleReference.type === 'TSExternalModuleReference')
        add(moduleReference.expression.value, kindOf(importKind))
    },
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && init && isCreateRequire(init)) requires.add(id.name)
    },
    CallExpression(call) {
      if (asksForModule(call, requires)) add(specifierOf(call.arguments[0]), 'import')
    },
    NewExpression(call) {
      const specifier = startedOrRead(call)
      if (specifier !== undefined) add(specifier, 'url')
    },
  }).visit(program)
  return edges
}

/** A template's gaps become `*`. Undefined for what only running the program could tell. */
function specifierOf(expression: { readonly type: string } | undefined): string | undefined {
  const node = expression as Expression | undefined
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join('*')
  return undefined
}

/** `require(…)`, `require.resolve(…)`, `import.meta.resolve(…)`, `process.getBuiltinModule(…)` and what createRequire made. */
function asksForModule({ callee }: CallExpression, requires: ReadonlySet<string>): boolean {
  const isRequire = (node: Expression) =>
    (node.type === 'Identifier' && requires.has(node.name)) || isCreateRequire(node)
  if (callee.type !== 'MemberExpression') return isRequire(callee)
  const name = callee.property.type === 'Identifier' ? callee.property.name : undefined
  if (name === 'getBuiltinModule') return true
  return name === 'resolve' && (callee.object.type === 'MetaProperty' || isRequire(callee.object))
}

const isCreateRequire = (node: Expression) =>
  node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'createRequire'

function startedOrRead({ callee, arguments: given }: NewExpression): string | undefined {
  if (callee.type !== 'Identifier' || !['URL', 'Worker'].includes(callee.name)) return undefined
  const specifier = specifierOf(given[0])
  return specifier?.startsWith('.') ? specifier : undefined
}

function targetsOf(from: string, specifier: string | undefined, files: Iterable<string>): string[] {
  if (specifier === undefined) return ['?']
  const to = resolve(from, specifier)
  if (!to.includes('*')) return [to]
  const meant = new RegExp(`^${to.split('*').map(literally).join('[^/]*')}$`)
  const found = [...files].filter((file) => meant.test(file))
  return found.length > 0 ? found : ['?']
}

const literally = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#contract/')) return normalize(specifier.replace('#contract/', 'src-preload/contract/'))
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier
}
