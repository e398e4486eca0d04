/**
 * One part of a Word document that holds text (body, header, footer, notes) as lines: what a reader of the printed page
 * would see. Deleted and hidden text, instructions of fields and second forms of one picture are left out. Knows no
 * archive and no other part.
 */
import { toSuperscript, visible } from './characters.ts'
import { createFields } from './docx-fields.ts'
import { createGatherer } from './docx-gather.ts'
import type { Style } from './docx-styles.ts'
import { isSymbolFont, symbolCharacter } from './docx-symbols.ts'
import { type Attributes, attributeOf, isOn, parseDocxXml } from './docx-xml.ts'
import type { Line } from './lines.ts'

export interface Story {
  readonly lines: readonly Line[]
  /** What this part holds as notes, by `footnote` or `endnote` and id, as lines of their own. */
  readonly notes: ReadonlyMap<string, readonly Line[]>
  /** Relationship ids, in order. */
  readonly headers: readonly string[]
  readonly footers: readonly string[]
}

interface Run {
  font: string
  raised: boolean
  /** Undefined where its paragraph decides. */
  hidden: boolean | undefined
}

/** Old states, prompts and settings of controls, readings of characters, and what was moved or deleted. */
const unread = new Set(
  (
    'w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:tblGridChange ' +
    'w:numberingChange w:sdtPr w:sdtEndPr w:rt'
  ).split(' '),
)
/** In properties they mark an end or a row, elsewhere they hold text. */
const struck = new Set(['w:del', 'w:moveFrom'])
const properties = new Set(['w:rPr', 'w:trPr'])

export function readStory(part: Uint8Array, styleOf: (id: string) => Style): Story {
  const gather = createGatherer()
  const fields = createFields()
  const path: string[] = []
  const runs: Run[] = []
  const choices: { shown: boolean }[] = []
  const notes = new Map<string, readonly Line[]>()
  const noteIds: string[] = []
  const headers: string[] = []
  const footers: string[] = []
  let skipped = 0
  let boxes = 0
  let raised = 0

  const parent = (up = 1) => path.at(-1 - up)
  const idOf = (attributes: Attributes) => attributeOf(attributes, 'id') ?? ''
  const val = (attributes: Attributes) => attributeOf(attributes, 'val') ?? ''
  const setRun = (what: Partial<Run>) => {
    const run = runs.at(-1)
    if (run !== undefined && parent() === 'w:rPr' && parent(2) === 'w:r') Object.assign(run, what)
  }
  const inHiddenRun = () => runs.some(({ hidden }) => hidden === true)

  function emit(text: string): void {
    if (text === '' || fields.isCode()) return
    if (!gather.write(text, inHiddenRun() ? true : runs.at(-1)?.hidden)) return
    for (const choice of choices) choice.shown = true
  }

  function lineBreak(attributes: Attributes): void {
    if (fields.isCode() || inHiddenRun()) return
    if (attributeOf(attributes, 'type') !== 'page') emit('\n')
    else if (boxes === 0) gather.breakPage('order')
  }

  function symbol(attributes: Attributes): void {
    const code = Number.parseInt(attributeOf(attributes, 'char') ?? '', 16)
    if (!Number.isNaN(code)) emit(symbolCharacter(attributeOf(attributes, 'font') ?? '', code))
  }

  function noteMark(kind: string, attributes: Attributes): void {
    if (!fields.isCode() && !inHiddenRun()) gather.note(`${kind}${idOf(attributes)}`)
  }

  const openNote = (kind: string) => (attributes: Attributes) => {
    noteIds.push(`${kind}${idOf(attributes)}`)
    gather.beginFrame()
  }
  const closeNote = () => {
    const id = noteIds.pop()
    const lines = gather.endFrame()
    if (id !== undefined) notes.set(id, lines)
  }

  const beginBox = () => {
    boxes += 1
    gather.beginFrame()
  }
  const endBox = () => {
    boxes -= 1
    gather.endBox()
  }

  const begin: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'w:p': gather.beginParagraph,
    'a:p': gather.beginParagraph,
    'w:pStyle': (attributes) => gather.change(styleOf(val(attributes))),
    'w:pageBreakBefore': (attributes) => {
      if (boxes === 0 && isOn(attributes)) gather.breakPage('paragraph')
    },
    'w:del': () => (parent() === 'w:trPr' ? gather.deleteRow() : gather.change({ continues: true })),
    'w:moveFrom': () => gather.change({ continues: true }),
    'w:r': () => runs.push({ font: '', raised: false, hidden: undefined }),
    'w:vanish': (attributes) => setRun({ hidden: isOn(attributes) }),
    'w:rStyle': (attributes) => {
      if (styleOf(val(attributes)).hidden) setRun({ hidden: true })
    },
    'w:rFonts': (attributes) =>
      setRun({ font: attributeOf(attributes, 'ascii') ?? attributeOf(attributes, 'hAnsi') ?? '' }),
    'w:vertAlign': (attributes) => setRun({ raised: val(attributes) === 'superscript' }),
    'w:tab': () => {
      if (parent() === 'w:r') emit('\t')
    },
    'w:ptab': () => emit('\t'),
    'w:br': lineBreak,
    'a:br': lineBreak,
    'w:cr': lineBreak,
    'w:lastRenderedPageBreak': () => {
      if (boxes === 0) gather.breakPage('layout')
    },
    'w:noBreakHyphen': () => emit('-'),
    'w:sym': symbol,
    'm:den': () => emit('/'),
    'm:sup': () => {
      raised += 1
    },
    'w:tbl': gather.gap,
    'w:tr': gather.beginRow,
    'w:tc': gather.beginFrame,
    'w:txbxContent': beginBox,
    'a:txBody': beginBox,
    'mc:AlternateContent': () => choices.push({ shown: false }),
    'w:footnoteReference': (attributes) => noteMark('footnote', attributes),
    'w:endnoteReference': (attributes) => noteMark('endnote', attributes),
    'w:footnote': openNote('footnote'),
    'w:endnote': openNote('endnote'),
    'w:headerReference': (attributes) => headers.push(idOf(attributes)),
    'w:footerReference': (attributes) => footers.push(idOf(attributes)),
    'w:checkBox': fields.beginBox,
    'w:default': (attributes) => {
      if (parent() === 'w:checkBox') fields.tick(isOn(attributes))
    },
    'w:checked': (attributes) => {
      if (parent() === 'w:checkBox') fields.tick(isOn(attributes))
    },
  }

  const finish: Readonly<Record<string, () => void>> = {
    'w:p': () => {
      fields.endParagraph()
      gather.endParagraph()
    },
    'a:p': gather.endParagraph,
    'w:r': () => runs.pop(),
    'm:sup': () => {
      raised -= 1
    },
    'w:tbl': gather.gap,
    'w:tr': gather.endRow,
    'w:tc': gather.endCell,
    'w:txbxContent': endBox,
    'a:txBody': endBox,
    'mc:AlternateContent': () => choices.pop(),
    'w:footnote': closeNote,
    'w:endnote': closeNote,
  }

  /** A separator is drawn, not written; of two forms of one content the first that shows anything counts. */
  function isUnread(name: string, attributes: Attributes): boolean {
    if (struck.has(name)) return !properties.has(path.at(-1) ?? '')
    if (name === 'mc:Choice' || name === 'mc:Fallback') return choices.at(-1)?.shown === true
    if (name === 'w:footnote' || name === 'w:endnote') return (attributeOf(attributes, 'type') ?? 'normal') !== 'normal'
    return unread.has(name)
  }

  parseDocxXml(part, {
    open: (name, attributes) => {
      // Also in what is not read, or a field would never end.
      if (name === 'w:fldChar') emit(fields.turn(attributeOf(attributes, 'fldCharType')))
      if (skipped > 0 || isUnread(name, attributes)) {
        skipped += 1
        return
      }
      path.push(name)
      begin[name]?.(attributes)
    },
    close: (name) => {
      if (skipped > 0) {
        skipped -= 1
        return
      }
      path.pop()
      finish[name]?.()
    },
    text: (text) => {
      if (skipped > 0 || !/^[wam]:t$/.test(path.at(-1) ?? '')) return
      const run = runs.at(-1)
      const plain = visible(text.replace(/\s*[\r\n\t]\s*/g, ' '))
      if (run !== undefined && isSymbolFont(run.font))
        emit(Array.from(plain, (character) => symbolCharacter(run.font, character.charCodeAt(0))).join(''))
      else emit(raised > 0 || run?.raised === true ? toSuperscript(plain) : plain)
    },
  })
  return { lines: gather.end(), notes, headers, footers }
}
