/**
 * The preload script: all that the window can reach outside itself. Four functions over fixed channels; no module of
 * Electron, no event of its, and no channel's name that the page could choose, ever gets through.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, StreamMessage, WindowEvent } from '#contract/bridge.ts'

/** Unlike in a number that is counted up, an answer meant for the load before meets nobody in this one. */
let nextId = Math.floor(Math.random() * 2 ** 40)
const streams = new Map<number, (message: StreamMessage) => void>()
const listeners = new Set<(event: WindowEvent) => void>()

ipcRenderer.on('stream', (_, id: number, message: StreamMessage) => {
  const take = streams.get(id)
  if (message.kind === 'end') streams.delete(id)
  take?.(message)
})
ipcRenderer.on('event', (_, event: WindowEvent) => {
  for (const listener of listeners) listener(event)
})

const bridge: Bridge = Object.freeze({
  call: (path: string, input: unknown, onCancel?: (cancel: () => void) => void) => {
    const id = nextId++
    onCancel?.(() => ipcRenderer.send('cancel', id))
    // what cannot be sent at all is no input of any call
    return ipcRenderer.invoke('call', id, path, input).catch(() => invalid)
  },
  open: (path: string, input: unknown, take: (message: StreamMessage) => void) => {
    const id = nextId++
    streams.set(id, take)
    void ipcRenderer.invoke('open', id, path, input).catch(() => {
      streams.delete(id)
      take({ kind: 'end', error: invalid.error })
    })
    return () => ipcRenderer.send('cancel', id)
  },
  on: (take: (event: WindowEvent) => void) => {
    listeners.add(take)
    return () => void listeners.delete(take)
  },
  pathOf: async (file: File) => webUtils.getPathForFile(file),
})

const invalid = { ok: false, error: { code: 'input/invalid', details: {} } } as const

contextBridge.exposeInMainWorld('medmemory', bridge)
