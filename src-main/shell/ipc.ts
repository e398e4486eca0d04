/**
 * Carries calls and streams between the window and the router, and events to the window. Knows no call by name. Whatever
 * comes from anything but the top frame of our window is refused, and so is what no person's act could be as large as.
 */
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { Reply, StreamMessage, WindowEvent } from '#contract/bridge.ts'
import type { Transport } from '#contract/client.ts'
import { AppError, toWireError } from '#contract/errors.ts'
import { isOurPage } from './origin.ts'

export const MAX_INPUT_BYTES = 2 ** 20

export interface WindowIpc {
  tell(event: WindowEvent): void
  /** Cancels all that runs for the window: it is loaded anew, or gone. */
  cancelAll(): void
  /** Takes no more of anything. */
  stop(): void
}

/** `transport` is asked for every call, since another vault may have been turned to. */
export function serveWindow(window: WebContents, transport: () => Transport): WindowIpc {
  const running = new Map<number, AbortController>()

  const isOurs = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent) =>
    sender === window && senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url)

  function start(event: IpcMainInvokeEvent, id: unknown, path: unknown, input: unknown) {
    if (!isOurs(event) || typeof id !== 'number' || typeof path !== 'string' || running.has(id) || isTooLarge(input))
      throw new AppError('input/invalid')
    const stop = new AbortController()
    running.set(id, stop)
    return { id, path, signal: stop.signal }
  }

  const send = (channel: 'stream' | 'event', ...values: unknown[]) => {
    if (!window.isDestroyed()) window.send(channel, ...values)
  }

  async function pump(id: number, path: string, input: unknown, signal: AbortSignal): Promise<void> {
    const tell = (message: StreamMessage) => send('stream', id, message)
    try {
      for await (const value of transport().open(path, input, { signal })) tell({ kind: 'chunk', value })
      tell({ kind: 'end', error: null })
    } catch (error) {
      tell({ kind: 'end', error: toWireError(error) })
    } finally {
      running.delete(id)
    }
  }

  ipcMain.handle('call', async (event, id: unknown, path: unknown, input: unknown): Promise<Reply> => {
    try {
      const call = start(event, id, path, input)
      try {
        return { ok: true, value: await transport().call(call.path, input, { signal: call.signal }) }
      } finally {
        running.delete(call.id)
      }
    } catch (error) {
      return { ok: false, error: toWireError(error) }
    }
  })

  /** Answers at once; what the stream brings is sent. A refusal is thrown, and the window's side makes an end of it. */
  ipcMain.handle('open', async (event, id: unknown, path: unknown, input: unknown): Promise<void> => {
    const call = start(event, id, path, input)
    void pump(call.id, call.path, input, call.signal)
  })

  const cancel = (id: number) => running.get(id)?.abort(new AppError('cancelled'))
  const onCancel = (event: IpcMainEvent, id: unknown) => {
    if (isOurs(event) && typeof id === 'number') cancel(id)
  }
  ipcMain.on('cancel', onCancel)

  return {
    tell: (event) => send('event', event),
    cancelAll() {
      for (const id of running.keys()) cancel(id)
    },
    stop() {
      ipcMain.removeHandler('call')
      ipcMain.removeHandler('open')
      ipcMain.removeListener('cancel', onCancel)
    },
  }
}

/** What is no plain data, and so has no size as text, is too large as well. */
function isTooLarge(input: unknown): boolean {
  let bytes = 0
  const counted = (_: string, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value
    bytes += value.byteLength
    return null
  }
  try {
    const text = JSON.stringify(input, counted) ?? ''
    return bytes + Buffer.byteLength(text) > MAX_INPUT_BYTES
  } catch {
    return true
  }
}
