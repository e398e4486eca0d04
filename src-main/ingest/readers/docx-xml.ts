/**
 * Names of a word processor's XML as one vocabulary (`w:p`, `a:t`), whatever prefixes a file chose for the namespaces.
 * Prefixes hold from where they are declared to the end of the part, which is enough here and costs nothing.
 */
import { AppError } from '#contract/errors.ts'
import { parseXml, type XmlHandlers } from './guarded-xml.ts'

export type Attributes = Readonly<Record<string, string>>

/** In both spellings of the standard. */
const prefixOf: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
])

/** Fails as `docx/damaged` for what is no XML; what is forbidden stays forbidden. */
export function parseDocxXml(part: Uint8Array, handlers: XmlHandlers): void {
  const prefixes = new Map<string, string>()
  const known = new Map<string, string>()
  const nameOf = (name: string) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const colon = name.indexOf(':')
    const prefix = name.slice(0, Math.max(colon, 0))
    const canonical = `${prefixes.get(prefix) ?? prefix}:${name.slice(colon + 1)}`
    known.set(name, canonical)
    return canonical
  }
  const declare = (attributes: Attributes) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const prefix = prefixOf.get(value)
      if (prefix === undefined) prefixes.delete(name.slice(6))
      else prefixes.set(name.slice(6), prefix)
      known.clear()
    }
  }
  try {
    parseXml(part, {
      open: (name, attributes) => {
        declare(attributes)
        handlers.open(nameOf(name), attributes)
      },
      close: (name) => handlers.close(nameOf(name)),
      text: handlers.text,
    })
  } catch (error) {
    throw error instanceof AppError && error.code === 'xml/damaged'
      ? new AppError('docx/damaged', {}, { cause: error })
      : error
  }
}

/** By the name after the prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  for (const [key, value] of Object.entries(attributes)) if (key === name || key.endsWith(`:${name}`)) return value
  return undefined
}

/** A switch that is there is on, unless it says otherwise. */
export const isOn = (attributes: Attributes): boolean =>
  !['0', 'false', 'off', 'none'].includes(attributeOf(attributes, 'val') ?? 'true')
