/**
 * One stream at a time: start it, read its chunks as they come, stop it. Leaving the screen stops it too. What had come
 * when it was stopped is kept.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ErrorCode } from '#contract/errors.ts'
import { codeOf } from './useLoad.ts'

export interface StreamState<T> {
  readonly kind: 'idle' | 'running' | 'done' | 'stopped' | 'failed'
  readonly chunks: readonly T[]
  readonly code?: ErrorCode
}

export interface Streaming<T> {
  readonly state: StreamState<T>
  /** Stops the one before. */
  start(open: (signal: AbortSignal) => AsyncIterable<T>): Promise<void>
  stop(): void
  /** Back to idle, without chunks. */
  clear(): void
}

export function useStream<T>(): Streaming<T> {
  const [state, setState] = useState<StreamState<T>>({ kind: 'idle', chunks: [] })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = useCallback(async (open: (signal: AbortSignal) => AsyncIterable<T>) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    let chunks: readonly T[] = []
    const show = (next: StreamState<T>) => {
      if (running.current === mine) setState(next)
    }
    show({ kind: 'running', chunks })
    try {
      for await (const chunk of open(mine.signal)) {
        chunks = [...chunks, chunk]
        show({ kind: 'running', chunks })
      }
      show({ kind: 'done', chunks })
    } catch (error) {
      if (mine.signal.aborted) show({ kind: 'stopped', chunks })
      else show({ kind: 'failed', chunks, code: codeOf(error) })
    }
  }, [])

  const stop = useCallback(() => running.current?.abort(), [])
  const clear = useCallback(() => {
    running.current?.abort()
    running.current = undefined
    setState({ kind: 'idle', chunks: [] })
  }, [])
  return { state, start, stop, clear }
}
