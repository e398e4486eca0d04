/** The package around a word processor's document: which part plays which role, by relationships, and the title. */

import { parseDocxXml } from './docx-xml.ts'
import type { GuardedZip } from './guarded-zip.ts'

interface Relationship {
  readonly id: string
  /** The last word of the type: `header`, `footnotes`, `styles`. */
  readonly role: string
  /** The name of a part in the same archive. */
  readonly target: string
}

export async function relationshipsOf(zip: GuardedZip, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const bytes = await zip.read(`${folder}_rels/${part.slice(slash)}.rels`)
  const found: Relationship[] = []
  if (bytes === undefined) return found
  parseDocxXml(bytes, {
    open: (name, attributes) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes
      if (!name.endsWith(':Relationship') || !id || !type || !target || mode === 'External') return
      found.push({ id, role: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) })
    },
    close: () => {},
    text: () => {},
  })
  return found
}

/** The names of parts are compared without regard to case, as the packaging standard has it. */
export function findPart(zip: GuardedZip, name: string): string | undefined {
  return zip.names.find((one) => one === name) ?? zip.names.find((one) => one.toLowerCase() === name.toLowerCase())
}

function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

export function titleOf(core: Uint8Array): string | undefined {
  let title = ''
  let inside = false
  parseDocxXml(core, {
    open: (name) => {
      inside = name.endsWith(':title')
    },
    close: () => {
      inside = false
    },
    text: (text) => {
      if (inside) title += text
    },
  })
  return title.replace(/\s+/g, ' ').trim() || undefined
}
