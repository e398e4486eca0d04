/** Proves that the record is what pages and decisions say: drops all the rest of it, makes it anew, and compares. */
import { AppError } from '#contract/errors.ts'
import type { Runner } from '../jobs/runner.ts'
import type { Audit } from '../store/audit.ts'
import { listPeopleWhoEntered } from '../store/decisions.ts'
import { deleteFacts } from '../store/facts.ts'
import type { Store } from '../store/store.ts'
import { forgetExtracted } from '../store/to-extract.ts'
import { digestFacts } from './digest.ts'
import { setEntered } from './set-proposals.ts'

export interface RebuildDeps {
  readonly store: Store
  readonly audit: Audit
  readonly runner: Pick<Runner, 'drain'>
  /** Has what is missing extracted. */
  readonly extract: () => void
  readonly changed: () => void
}

export function createRebuild({ store, audit, runner, extract, changed }: RebuildDeps) {
  /** Also when the vault is locked halfway, it goes on from there at the next start. */
  async function settle(signal: AbortSignal): Promise<void> {
    for await (const _ of runner.drain(signal));
    if (signal.aborted) throw new AppError('cancelled')
  }

  return async (signal: AbortSignal) => {
    await settle(signal)
    const before = await digestFacts(store)
    const documents = await store.write(async (trx) => {
      await deleteFacts(trx)
      const steps = await forgetExtracted(trx)
      for (const personId of await listPeopleWhoEntered(trx)) await setEntered(trx, personId)
      await audit.append(trx, { action: 'fact.rebuild', meta: { facts: before.facts } })
      return steps
    })
    extract()
    await settle(signal)
    const after = await digestFacts(store)
    changed()
    return {
      ...{ before: before.digest, after: after.digest, isSame: before.digest === after.digest },
      ...{ facts: after.facts, documents },
    }
  }
}
