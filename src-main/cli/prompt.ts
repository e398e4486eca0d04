/** Asks on the terminal. What is typed at a hidden prompt is never shown; the terminal is put back as it was, always. */
import { once } from 'node:events'
import { StringDecoder } from 'node:string_decoder'
import { AppError } from '#contract/errors.ts'
import { type Io, write } from './io.ts'

const ctrlC = '\u0003'
const ctrlD = '\u0004'
const ctrlU = '\u0015'
const introducer = '\u001b'
/** Arrow keys, and the marks that terminals set around pasted text. */
const escapeSequence = new RegExp(`${introducer}\\[[0-9;]*[~A-Za-z]`, 'g')

/** Cancelled by Ctrl-C, by the end of input, and by the signal. */
export async function askHidden(io: Io, question: string, signal: AbortSignal): Promise<string> {
  // before the question: who answers it at once must not be shown either
  io.stdin.setRawMode?.(true)
  try {
    await write(io.stderr, question)
    const decoder = new StringDecoder('utf8')
    let typed: string[] = []
    for (;;) {
      for (const key of decoder.write(await nextChunk(io, signal)).replace(escapeSequence, '')) {
        if (key === '\r' || key === '\n') return typed.join('')
        if (key === ctrlC || (key === ctrlD && typed.length === 0)) throw new AppError('cancelled')
        if (key === '\u007f' || key === '\b') typed.pop()
        else if (key === ctrlU) typed = []
        else if (key >= ' ') typed.push(key)
      }
    }
  } finally {
    io.stdin.setRawMode?.(false)
    io.stdin.pause()
    await write(io.stderr, '\n')
  }
}

/** Anything but yes is no. */
export async function askYes(io: Io, question: string, signal: AbortSignal): Promise<boolean> {
  await write(io.stderr, `${question} [y/N] `)
  try {
    const decoder = new StringDecoder('utf8')
    let line = ''
    while (!line.includes('\n')) line += decoder.write(await nextChunk(io, signal))
    return /^y(es)?$/i.test(line.trim())
  } finally {
    io.stdin.pause()
  }
}

async function nextChunk({ stdin }: Io, signal: AbortSignal): Promise<Buffer> {
  signal.throwIfAborted()
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  stdin.resume()
  try {
    const ended = once(stdin, 'end', { signal: either }).then(() => undefined)
    const [chunk] = (await Promise.race([once(stdin, 'data', { signal: either }), ended])) ?? []
    if (chunk === undefined) throw new AppError('cancelled')
    return Buffer.from(chunk)
  } catch (error) {
    throw signal.aborted ? new AppError('cancelled', {}, { cause: error }) : error
  } finally {
    stop.abort()
  }
}
