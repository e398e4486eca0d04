/**
 * Follows which elements of a web page are open, forgiving end tags that are missing or stray. A list, never a tree:
 * work grows with the length of the page alone, however deep it nests.
 */
import { toSuperscript } from './characters.ts'
import { blocks, empties, endedBy, hides, inputText, spaced, verbatim } from './html-elements.ts'
import { createHtmlWriter } from './html-writer.ts'
import type { Line } from './lines.ts'

interface OpenElement {
  readonly name: string
  readonly hides: boolean
  readonly role: 'table' | 'row' | 'cell' | undefined
}

/** End tags reach no further than the cell or table they stand in. */
interface Scope {
  readonly role: 'root' | 'table' | 'cell'
  readonly counts: Map<string, number>
}

/** Deeper tables are read as plain lines. */
const MAX_TABLES = 32
const sections = new Set(['tbody', 'thead', 'tfoot', 'caption', 'colgroup'])

export function createHtmlTree() {
  const to = createHtmlWriter()
  const open: OpenElement[] = []
  const scopes: Scope[] = [{ role: 'root', counts: new Map() }]
  let hidden = 0
  let kept = 0
  let raised = 0
  let tables = 0
  let title: string | undefined

  const scope = () => scopes.at(-1) as Scope
  const isOpen = (name: string) => (scope().counts.get(name) ?? 0) > 0
  const count = (name: string, by: number) => scope().counts.set(name, (scope().counts.get(name) ?? 0) + by)
  const bound = (name: string) => {
    if (hidden > 0) return
    if (spaced.has(name)) to.addGap()
    else if (blocks.has(name)) to.endLine()
  }

  const push = (name: string, isHiding: boolean, role: OpenElement['role']) => {
    if (role !== 'cell') bound(name)
    if (role === 'row') to.beginRow()
    if (role === 'cell') to.beginCell()
    if (role === 'table') tables += 1
    if (role === 'table' || role === 'cell') scopes.push({ role, counts: new Map() })
    count(name, 1)
    open.push({ name, hides: isHiding, role })
    if (isHiding) hidden += 1
    if (verbatim.has(name)) kept += 1
    if (name === 'sup') raised += 1
  }
  const pop = () => {
    const element = open.pop()
    if (element === undefined) return
    const { name, role } = element
    count(name, -1)
    if (role === 'table' || role === 'cell') scopes.pop()
    if (role === 'cell') to.endCell(hidden === 0)
    if (element.hides) hidden -= 1
    if (verbatim.has(name)) kept -= 1
    if (name === 'sup') raised -= 1
    if (role === 'table') tables -= 1
    if (role === 'row') to.endRow()
    if (role !== 'cell') bound(name)
  }
  const popThrough = (name: string) => {
    while (isOpen(name)) {
      const last = open.at(-1)?.name
      pop()
      if (last === name) return
    }
  }
  const popCell = () => {
    while (scope().role === 'cell') pop()
  }
  const popRow = () => {
    popCell()
    popThrough('tr')
  }

  /** Undefined where the element is not the table's. */
  const roleOf = (name: string): OpenElement['role'] => {
    if (name === 'table') return tables < MAX_TABLES ? 'table' : undefined
    if (scope().role === 'root') return undefined
    if (name === 'tr') {
      popRow()
      return 'row'
    }
    if (name === 'td' || name === 'th') {
      popCell()
      if (!isOpen('tr')) push('tr', false, 'row')
      return 'cell'
    }
    if (sections.has(name)) popRow()
    return undefined
  }

  return {
    begin: (name: string, attributes: ReadonlyMap<string, string>) => {
      const ended = endedBy.get(name)
      while (ended?.has(open.at(-1)?.name ?? '')) pop()
      if (empties.has(name)) {
        if (hidden > 0 || hides(name, attributes)) return
        if (name === 'br') to.endLine()
        else if (name === 'hr') to.addGap()
        else if (name === 'input') to.write(inputText(attributes))
        return
      }
      const role = roleOf(name)
      push(name, hides(name, attributes), role)
    },
    end: (name: string) => {
      if (name === 'br' && hidden === 0) to.endLine()
      if (name === 'td' || name === 'th') popCell()
      else if (name === 'tr' || sections.has(name) || name === 'table') {
        if (scope().role === 'cell') popRow()
        popThrough(name)
      } else popThrough(name)
    },
    text: (text: string) => {
      if (open.at(-1)?.name === 'title' && !isOpen('svg')) title = (title ?? '') + text
      if (hidden > 0) return
      if (kept > 0) to.writeVerbatim(text)
      else to.write(raised > 0 ? toSuperscript(text) : text)
    },
    finish: (): { title: string | undefined; lines: Line[] } => {
      while (open.length > 0) pop()
      return { title: title?.replace(/\s+/g, ' ').trim(), lines: to.end() }
    },
    isForeign: () => isOpen('svg') || isOpen('math'),
  }
}
