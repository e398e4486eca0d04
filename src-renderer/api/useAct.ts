/** Doing something through the contract, once: `const remove = useAct('documents.delete')`, then `await remove.run({id})`. */
import { useState } from 'react'
import type { ErrorCode } from '#contract/errors.ts'
import { callPath, type Input, type MethodPath, type Output } from './paths.ts'
import { codeOf } from './useLoad.ts'

export interface Act<P extends MethodPath> {
  /** Undefined when it failed; why stands in `code`. */
  run(input: Input<P>): Promise<Output<P> | undefined>
  readonly isRunning: boolean
  readonly code: ErrorCode | undefined
  forget(): void
}

export function useAct<P extends MethodPath>(path: P): Act<P> {
  const [isRunning, setRunning] = useState(false)
  const [code, setCode] = useState<ErrorCode>()
  return {
    async run(input) {
      setRunning(true)
      setCode(undefined)
      try {
        return await callPath(path, input)
      } catch (error) {
        setCode(codeOf(error))
        return undefined
      } finally {
        setRunning(false)
      }
    },
    isRunning,
    code,
    forget: () => setCode(undefined),
  }
}
