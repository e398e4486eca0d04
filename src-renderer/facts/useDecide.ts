/** What a person decides about facts, each time with a way back: by the message it leaves, or by Undo. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '#contract/facts.ts'
import { api } from '../api/client.ts'
import type { Input } from '../api/paths.ts'
import { codeOf } from '../api/useLoad.ts'
import { textOfError } from '../app/error-text.ts'
import { say } from '../app/toasts.ts'

export interface Decide {
  /** Answers whether it was done; why not is said. `undone` is called when it was taken back. */
  decide(verdicts: readonly Verdict[], said: string, undone?: () => void): Promise<boolean>
  /** Of facts that contradict each other one stands; answers as `decide` does. */
  resolve(choice: Input<'facts.resolve'>, said: string, undone?: () => void): Promise<boolean>
  /** Takes back the last that was done here; says so when there is nothing. */
  undo(): Promise<void>
}

interface Done {
  readonly undoId: string
  readonly undone: (() => void) | undefined
}

export function useDecide(): Decide {
  const { t } = useTranslation()
  const [done, setDone] = useState<readonly Done[]>([])

  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      const { message, next } = textOfError(codeOf(error))
      say(`${message} ${next}`)
      return false
    }
  }
  const takeBack = async (one: Done): Promise<void> => {
    await attempt(async () => {
      await api.facts.undo({ undoId: one.undoId })
      one.undone?.()
    })
    setDone((all) => all.filter(({ undoId }) => undoId !== one.undoId))
  }
  const act = (work: () => Promise<{ undoId: string }>, said: string, undone: (() => void) | undefined) =>
    attempt(async () => {
      const { undoId } = await work()
      const one = { undoId, undone }
      setDone((all) => [...all, one])
      say(said, () => void takeBack(one))
    })
  return {
    decide: (verdicts, said, undone) => act(() => api.facts.decide({ verdicts: [...verdicts] }), said, undone),
    resolve: (choice, said, undone) => act(() => api.facts.resolve(choice), said, undone),
    async undo() {
      const last = done.at(-1)
      if (last === undefined) say(t('fact.nothingToUndo'))
      else await takeBack(last)
    },
  }
}
