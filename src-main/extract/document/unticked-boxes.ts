/**
 * Forms with boxes to tick: what is not ticked, or is answered with no, is blanked before anything is read, and every
 * place of the page stays. A form that nobody filled in therefore says nothing.
 */
import type { ExtractPage } from '../proposal.ts'

export function withoutUnticked(pages: readonly ExtractPage[]): readonly ExtractPage[] {
  return pages.map((page) => {
    const text = withoutUntickedText(page.text)
    return text === page.text ? page : { ...page, text }
  })
}

/** Also as the fonts of signs leave them in a PDF (Wingdings at U+F000). */
const EMPTY = '☐□◻❏❑⬜\uF0A8\uF06F\uF071'
const TICKED = '☒☑✓✔■◼\uF0FE\uF0FD\uF0FC'
const BOX = new RegExp(`[${EMPTY}${TICKED}]|\\[[ xX✓]?\\]`, 'gu')
/** These are bullets as well; a page with one kind alone has no boxes. */
const ALSO_BULLETS = /[□◻■◼✓✔\uF06F\uF0FC]/u
const UNMARKED = /^(.*?\p{L}.*?)[\s:]+(?:yes\s?\/\s?no|y\s?\/\s?n)[\s.?]*$/iu
/** On these a tick asks for the next supply, and what is not ticked is taken all the same. */
const ORDER_FORM =
  /\b(?:repeat (?:prescription|medication|slip|template|request)|re-?order(?:ing)? (?:form|slip)|prescription order)/iu

interface Box {
  readonly start: number
  readonly end: number
  readonly isTicked: boolean
}

function withoutUntickedText(text: string): string {
  if (!BOX.test(text) && !/\b(?:yes\s?\/\s?no|y\s?\/\s?n)\b/iu.test(text)) return text
  const all = boxesIn(text)
  const isForm = all.some(({ isTicked }) => isTicked) && all.some(({ isTicked }) => !isTicked)
  const isOrder = ORDER_FORM.test(text)
  const lines = text.split('\n')
  const kept: string[] = []
  for (const [at, line] of lines.entries()) {
    const boxes = boxesIn(line).filter(
      ({ start, end }, _, here) => isForm || here.length > 1 || !ALSO_BULLETS.test(line.slice(start, end)),
    )
    if (boxes.length === 0) kept.push(blank(line, 0, UNMARKED.test(line) ? line.length : 0))
    else if (isOrder && /\d\s?(?:mg|mcg|micrograms?|g|ml|units?|%)/iu.test(line)) kept.push(withoutBoxes(line, boxes))
    else kept.push(answered(line, boxes, lines.slice(Math.max(0, at - MOST_ROWS), at), kept))
  }
  return kept.join('\n')
}

const MOST_ROWS = 40

function boxesIn(text: string): Box[] {
  BOX.lastIndex = 0
  return [...text.matchAll(BOX)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isTicked: /[xX✓]/u.test(match[0]) || TICKED.includes(match[0]),
  }))
}

const blank = (line: string, from: number, to: number) =>
  line.slice(0, from) + line.slice(from, to).replace(/[^\s]/gu, ' ') + line.slice(to)

const withoutBoxes = (line: string, boxes: readonly Box[]) =>
  boxes.reduce((left, { start, end }) => blank(left, start, end), line)

/** `above`: the lines before, of which a column's title or a question may be one; `kept`: as they are left so far. */
function answered(line: string, boxes: readonly Box[], above: readonly string[], kept: string[]): string {
  let left = line
  let from = 0
  const grouped = new Set<Box>()
  for (const group of groupsOf(line, boxes, above)) {
    const isQuestionAbove = !/\p{L}/u.test(line.slice(from, group.start))
    if (group.isYes) left = blank(blank(left, group.start, group.tick.start), group.tick.end, group.end)
    else left = blank(left, from, group.end)
    const question = kept.at(-1) ?? ''
    if (!group.isYes && isQuestionAbove && /[?:]\s*$/u.test(question))
      kept[kept.length - 1] = blank(question, 0, question.length)
    for (const box of group.boxes) grouped.add(box)
    from = group.end
  }
  const others = boxes.filter((box) => !grouped.has(box))
  return withoutEmpty(left, others)
}

interface Group {
  readonly start: number
  readonly end: number
  readonly boxes: readonly Box[]
  readonly tick: Box
  readonly isYes: boolean
}

const YES = /^\s*(?:yes|y|true)$/iu
const NO = /^\s*(?:no|n|false)$/iu

/** `☐ Yes ☒ No`, `Yes ☐ No ☒`, and two boxes under the titles of two columns. */
function groupsOf(line: string, boxes: readonly Box[], above: readonly string[]): Group[] {
  return boxes.flatMap((box, index) => {
    const next = boxes[index + 1]
    if (!next) return []
    const between = line.slice(box.end, next.start).replace(/[\s/|,]+$/u, '')
    const after = /^\s*(\p{L}+)/u.exec(line.slice(next.end))
    const before = /(\p{L}+)[\s:]*$/u.exec(line.slice(0, box.start))
    const group = (answers: readonly [string, string], start: number, end: number): Group[] => {
      const [first, second] = [YES.test(answers[0]), YES.test(answers[1])]
      if (first === second || !(NO.test(answers[0]) || NO.test(answers[1]))) return []
      const [yes, no] = first ? [box, next] : [next, box]
      return [{ start, end, boxes: [box, next], tick: yes, isYes: yes.isTicked && !no.isTicked }]
    }
    if (after?.[1] && /\p{L}/u.test(between)) {
      const found = group([between.trim(), after[1]], box.start, next.end + after[0].length)
      if (found.length > 0) return found
    }
    if (before?.[1] && /\p{L}/u.test(between)) return group([before[1], between.trim()], before.index, next.end)
    const titles = between.trim() === '' ? columnTitles(above) : undefined
    return titles ? group(titles, box.start, next.end) : []
  })
}

/** Of the nearest line above that has both. */
function columnTitles(above: readonly string[]): [string, string] | undefined {
  const line = above.findLast((each) => /\byes\b/iu.test(each) && /\bno\b/iu.test(each))
  if (line === undefined) return undefined
  return line.search(/\byes\b/iu) < line.search(/\bno\b/iu) ? ['yes', 'no'] : ['no', 'yes']
}

/** The words of a box that is not ticked: behind it, or before it where the line begins with words and ends with a box. */
function withoutEmpty(line: string, boxes: readonly Box[]): string {
  const [first, last] = [boxes[0], boxes.at(-1)]
  if (!first || !last) return line
  const isBehind = /\p{L}/u.test(line.slice(0, first.start)) && !/\p{L}/u.test(line.slice(last.end))
  return boxes.reduce((left, { start, end, isTicked }, index) => {
    if (isTicked) return left
    const [before, next] = [boxes[index - 1]?.end ?? 0, boxes[index + 1]?.start ?? line.length]
    const colon = index === 0 ? line.slice(0, start).lastIndexOf(':') + 1 : before
    return isBehind ? blank(left, colon, end) : blank(left, start, next)
  }, line)
}
