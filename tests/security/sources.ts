/** The program's sources as the security rules read them: by path, as text and as syntax. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Program, parseSync, Visitor, type VisitorObject } from 'oxc-parser'

export interface Source {
  readonly path: string
  readonly text: string
  readonly program: Program | undefined
}

export type Sources = ReadonlyMap<string, Source>

const root = join(import.meta.dirname, '../..')
const patterns = ['src-*/**/*.{ts,tsx,html}', 'electron-builder.yml', 'electron.vite.config.ts', 'package-lock.json']

export function readProgram(): Sources {
  const paths = globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  return new Map(paths.map((path) => [path, toSource(path, readFileSync(join(root, path), 'utf8'))]))
}

function toSource(path: string, text: string): Source {
  if (!/\.tsx?$/.test(path)) return { path, text, program: undefined }
  const { program, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
  return { path, text, program }
}

/** With one file put in another's place, or added: how a rule is shown that it can be broken. */
export const planted = (sources: Sources, path: string, change: (text: string) => string): Sources =>
  new Map([...sources, [path, toSource(path, change(sources.get(path)?.text ?? ''))]])

export function visit({ program }: Source, visitor: VisitorObject): void {
  if (program !== undefined) new Visitor(visitor).visit(program)
}

/** Every name that is called, made or read, with where: `ipcMain.handle`, `BrowserWindow`, … Comments and strings are no names. */
export function namesIn(source: Source): { name: string; start: number }[] {
  const names: { name: string; start: number }[] = []
  visit(source, {
    Identifier: ({ name, start }) => void names.push({ name, start }),
    MemberExpression({ object, property, start }) {
      if (property.type !== 'Identifier') return
      const owner = object.type === 'Identifier' ? object.name : '?'
      names.push({ name: `${owner}.${property.name}`, start })
    },
    JSXIdentifier: ({ name, start }) => void names.push({ name, start }),
  })
  return names
}

/** Every text in the source that is no comment. */
export function stringsIn(source: Source): string[] {
  const strings: string[] = []
  visit(source, {
    Literal: ({ value }) => void (typeof value === 'string' && strings.push(value)),
    TemplateElement: ({ value }) => void strings.push(value.cooked ?? ''),
    JSXText: ({ value }) => void strings.push(value),
  })
  return strings
}
