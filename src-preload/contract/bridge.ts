/**
 * What the preload script hands to the window as `window.medmemory`, and the transport the typed client makes of it.
 * Errors of ours do not survive the crossing as errors, so they cross as replies. Images of pages do not come through
 * here, see page-image-path.ts.
 */
import type { Transport } from './client.ts'
import { AppError, fromWireError, type WireError } from './errors.ts'
import type { AppEvent } from './events.ts'
import type { ShortcutId } from './shortcuts.ts'

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError }

/** Any number of chunks, then one end; `error` is null when the stream came to its own end. */
export type StreamMessage =
  | { readonly kind: 'chunk'; readonly value: unknown }
  | { readonly kind: 'end'; readonly error: WireError | null }

/** What the window is told unasked: what happened below, and what was chosen from the application's menu. */
export type WindowEvent = AppEvent | { readonly kind: 'command'; readonly id: ShortcutId }

export interface Bridge {
  /** Answers once and never rejects. `onCancel` is given, at once, the function that cancels the call. */
  call(path: string, input: unknown, onCancel?: (cancel: () => void) => void): Promise<Reply>
  /** Answers how to cancel. `take` hears an end in every case, also after cancelling. */
  open(path: string, input: unknown, take: (message: StreamMessage) => void): () => void
  /** Answers how to stop listening. */
  on(take: (event: WindowEvent) => void): () => void
  /** Where a file that was dropped, pasted or chosen lies on this computer; '' for one that lies nowhere. */
  pathOf(file: File): Promise<string>
}

/** The router takes no more at once from one window. */
const MAX_IN_FLIGHT = 8

/** Calls beyond what the router takes at once wait for their turn, so that a screen may ask for all it shows. */
export function bridgeTransport(bridge: Bridge): Transport {
  let inFlight = 0
  const waiting: (() => void)[] = []
  const enter = async () => {
    if (inFlight >= MAX_IN_FLIGHT) await new Promise<void>((resolve) => waiting.push(resolve))
    else inFlight += 1
  }
  /** The place is handed on, not given back and taken again. */
  const leave = () => {
    const next = waiting.shift()
    if (next === undefined) inFlight -= 1
    else next()
  }

  return {
    async call(path, input, { signal } = {}) {
      await enter()
      try {
        throwIfAborted(signal)
        const reply = await bridge.call(path, input, (cancel) =>
          signal?.addEventListener('abort', () => cancel(), { once: true }),
        )
        if (!reply.ok) throw fromWireError(reply.error)
        return reply.value
      } finally {
        leave()
      }
    },

    async *open(path, input, { signal } = {}) {
      await enter()
      const inbox: StreamMessage[] = []
      let wake = () => {}
      let ended = false
      let cancel = () => {}
      try {
        throwIfAborted(signal)
        cancel = bridge.open(path, input, (message) => {
          ended ||= message.kind === 'end'
          inbox.push(message)
          wake()
        })
        signal?.addEventListener('abort', () => cancel(), { once: true })
        for (;;) {
          const message = inbox.shift()
          if (message === undefined) await new Promise<void>((resolve) => (wake = resolve))
          else if (message.kind === 'chunk') yield message.value
          else if (message.error === null) return
          else throw fromWireError(message.error)
        }
      } finally {
        if (!ended) cancel()
        leave()
      }
    },
  }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled')
}
