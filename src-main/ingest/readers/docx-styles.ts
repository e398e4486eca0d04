/** Of a document's styles only what changes its text: which of them hide it, and which are headings. */
import { attributeOf, isOn, parseDocxXml } from './docx-xml.ts'

export interface Style {
  readonly heading: boolean
  readonly hidden: boolean
}

interface Written {
  heading?: boolean
  hidden?: boolean
  basedOn?: string
}

export function stylesOf(part: Uint8Array): (id: string) => Style {
  const styles = new Map<string, Written>()
  let style: Written = {}
  let replaced = 0
  parseDocxXml(part, {
    open: (name, attributes) => {
      if (name.endsWith('Change')) replaced += 1
      if (replaced > 0) return
      const value = attributeOf(attributes, 'val') ?? ''
      if (name === 'w:style') {
        style = {}
        styles.set(attributeOf(attributes, 'styleId') ?? '', style)
      } else if (name === 'w:basedOn') style.basedOn = value
      else if (name === 'w:vanish') style.hidden = isOn(attributes)
      else if (name === 'w:outlineLvl') style.heading = Number(value) < 9
      else if (name === 'w:name' && /^(?:heading \d|title)$/i.test(value)) style.heading = true
    },
    close: (name) => {
      if (name.endsWith('Change')) replaced -= 1
    },
    text: () => {},
  })

  /** The nearest style upward that says something; a circle ends where it closes. */
  const inherited = (id: string, pick: (style: Written) => boolean | undefined): boolean => {
    const seen = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
      seen.add(at)
      const found = pick(styles.get(at) ?? {})
      if (found !== undefined) return found
    }
    return false
  }
  return (id) => ({
    heading: inherited(id, ({ heading }) => heading),
    hidden: inherited(id, ({ hidden }) => hidden),
  })
}
