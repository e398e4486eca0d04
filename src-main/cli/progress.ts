/** A bar on standard error while documents are read; nothing at all where that is no terminal. */
import { basename } from 'node:path'
import type { AppEvent } from '#contract/events.ts'
import type { Call } from './call.ts'
import type { Screen } from './io.ts'
import { count, displayWidth, screenWidth } from './layout.ts'
import { safeLine } from './terminal-text.ts'

const clearLine = '\r\u001b[2K'
const BAR = 20
const REDRAW_MS = 80

/** Names by document id: what the person calls the file that is being read. */
type Names = ReadonlyMap<string, string>

/** Lets everything that is queued be read, and shows how far it is. Fails when the queue cannot go on. */
export async function readToEnd({ api, on, io, signal }: Call, names: Names): Promise<void> {
  const line = createProgressLine(io.stderr)
  let queued = 0
  let waiting = 0
  let page = ''
  const draw = () => line.show(describeProgress(queued - waiting, queued, page))
  const off = on((event) => {
    if (event.kind !== 'job') return
    page = describePage(event, names)
    draw()
  })
  try {
    for await (const step of api.jobs.drain(undefined, { signal })) {
      waiting = step.waiting
      queued = Math.max(queued, waiting)
      draw()
    }
  } finally {
    off()
    line.clear()
  }
}

export function describeProgress(done: number, total: number, page: string): string {
  const filled = total === 0 ? 0 : Math.floor((BAR * done) / total)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
  return `${bar} ${done} of ${count(total, 'file')}${page === '' ? '' : ` · ${page}`}`
}

export function describePage(event: Extract<AppEvent, { kind: 'job' }>, names: Names): string {
  const name = safeLine(basename(names.get(event.documentId) ?? 'document'))
  if (event.step === 'index') return `${name} → making it searchable`
  if (event.step === 'extract') return `${name} → taking out facts`
  if (event.done === 0) return name
  const looking = event.step === 'recognize' ? 'looking at page' : 'page'
  return `${name} → ${looking} ${event.done}${event.total === null ? '' : ` of ${event.total}`}`
}

export function createProgressLine(screen: Screen) {
  let drawnAt = Number.NEGATIVE_INFINITY
  const isShown = screen.isTTY === true
  return {
    show(text: string): void {
      const now = performance.now()
      if (!isShown || now - drawnAt < REDRAW_MS) return
      drawnAt = now
      screen.write(clearLine + shorten(text, screenWidth(screen) - 1))
    },
    clear(): void {
      if (isShown && drawnAt > 0) screen.write(clearLine)
    },
  }
}

function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = text
  while (displayWidth(kept) > width - 1) kept = kept.slice(0, -1)
  return `${kept.toWellFormed()}…`
}
