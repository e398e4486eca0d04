/** Drawing a page without its text: which operators that leaves out, and whether it can make a difference at all. */
import type { OperatorList } from './pdf-glyphs.ts'

export interface TextOperators {
  readonly showText: number
  readonly setTextRenderingMode: number
  readonly save: number
  readonly restore: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly beginGroup: number
  readonly endGroup: number
  readonly beginAnnotation: number
  readonly endAnnotation: number
}

/** Text rendering modes by ISO 32000-1, table 106. */
const FILLED = 0
const INVISIBLE = 3

/**
 * Asked operator by operator, in drawing order: leaves out the page's text and that of its filled fields. What a stamp
 * says is in no text layer and stays.
 */
export function allButText(op: TextOperators, fieldIds: ReadonlySet<string>): (fn: number, args: unknown) => boolean {
  let isStamp = false
  return (fn, args) => {
    if (fn === op.beginAnnotation) isStamp = !(Array.isArray(args) && fieldIds.has(args[0]))
    else if (fn === op.endAnnotation) isStamp = false
    return isStamp || fn !== op.showText
  }
}

/** The annotations that were drawn with text in them. */
export function annotationsWithText({ fnArray, argsArray }: OperatorList, op: TextOperators): Set<unknown> {
  const found = new Set<unknown>()
  let id: unknown
  for (let i = 0; i < fnArray.length; i++) {
    if (fnArray[i] === op.beginAnnotation) id = (argsArray[i] as readonly unknown[] | null)?.[0]
    else if (fnArray[i] === op.endAnnotation) id = undefined
    else if (fnArray[i] === op.showText && id !== undefined) found.add(id)
  }
  return found
}

/** False for a scan with the invisible words of a recognition: drawing it again without them would show the same. */
export function mayShowText({ fnArray, argsArray }: OperatorList, op: TextOperators): boolean {
  const saves = new Set([op.save, op.paintFormXObjectBegin, op.beginGroup, op.beginAnnotation])
  const restores = new Set([op.restore, op.paintFormXObjectEnd, op.endGroup, op.endAnnotation])
  const saved: unknown[] = []
  let mode: unknown = FILLED
  for (let i = 0; i < fnArray.length; i++) {
    const fn = fnArray[i] ?? -1
    if (saves.has(fn)) saved.push(mode)
    else if (restores.has(fn)) mode = saved.pop() ?? FILLED
    if (fn === op.beginAnnotation) mode = FILLED
    else if (fn === op.setTextRenderingMode) mode = (argsArray[i] as readonly unknown[] | null)?.[0]
    else if (fn === op.showText && mode !== INVISIBLE) return true
  }
  return false
}
