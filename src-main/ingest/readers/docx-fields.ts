/** Fields of a document: their code is not read, their result is. Tick boxes of old forms have no result but a state. */

interface Fields {
  /** What a field mark writes: something only where a tick box ends. */
  turn(type: string | undefined): string
  beginBox(): void
  tick(on: boolean): void
  isCode(): boolean
  /** A field whose result never came must not swallow the paragraphs after it. */
  endParagraph(): void
}

export function createFields(): Fields {
  let open: ('code' | 'result')[] = []
  let box: boolean | undefined
  return {
    turn: (type) => {
      if (type === 'begin') open.push('code')
      else if (type === 'separate' && open.length > 0) open[open.length - 1] = 'result'
      else if (type === 'end') {
        open.pop()
        const mark = box === undefined ? '' : box ? '☒' : '☐'
        box = undefined
        return mark
      }
      return ''
    },
    beginBox: () => {
      box = false
    },
    tick: (on) => {
      if (box !== undefined) box = on
    },
    isCode: () => open.includes('code'),
    endParagraph: () => {
      if (open.includes('code')) open = open.map(() => 'result')
    },
  }
}
