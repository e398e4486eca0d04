/** An app whose notes are read by the scripted extractor. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact } from '#contract/facts.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { AppEnv } from '../../src-main/app.ts'
import { drain, type TempApp, tempApp } from '../support/temp-app.ts'
import { type Rules, scriptedExtractor } from './scripted-extractor.ts'

export interface FactApp extends TempApp {
  readonly extractor: ReturnType<typeof scriptedExtractor>
  /** Imports a note for the person, or another one, and reads it to the end. */
  readonly note: (name: string, lines: readonly string[], personId?: PersonId) => Promise<DocumentId>
  /** All facts of the person, of any state. */
  readonly all: (personId?: PersonId) => Promise<Fact[]>
  readonly byName: (name: string) => Promise<Fact>
  /** Has everything read again by the rules as they are now. */
  readonly readAllAgain: (rules: Rules) => Promise<void>
}

export async function factApp(rules: Rules = {}, env: Partial<AppEnv> = {}): Promise<FactApp> {
  const extractor = scriptedExtractor(rules)
  const temp = await tempApp({ ...env, extractor })
  const { api, desk, personId: ada } = temp
  const all = async (personId = ada) => {
    const facts: Fact[] = []
    for (let cursor: string | undefined; ; ) {
      const filter = {
        personId,
        states: ['proposed', 'confirmed', 'corrected', 'rejected', 'entered'] as Fact['state'][],
      }
      const { items, nextCursor } = await api.facts.list({
        filter,
        sort: 'name',
        limit: 200,
        ...(cursor && { cursor }),
      })
      facts.push(...items)
      if (nextCursor === null) return facts
      cursor = nextCursor
    }
  }
  return {
    ...{ ...temp, extractor, all },
    async note(name, lines, personId = ada) {
      writeFileSync(join(desk, name), lines.join('\n'))
      // not importAndRead: it would answer whose paper this is
      const { outcomes } = await api.documents.import({ personId, paths: [join(desk, name)] })
      await drain(api)
      const [outcome] = outcomes
      if (outcome === undefined || outcome.kind === 'refused') throw new Error(`${name} was not taken`)
      return outcome.documentId
    },
    async byName(name) {
      const found = (await all()).filter((fact) => fact.name === name)
      if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} facts of this name`)
      return found[0]
    },
    async readAllAgain(next) {
      extractor.rules = { version: extractor.version + 1, ...next }
      await api.vault.lock()
      await api.vault.unlock({ passphrase: 'correct horse battery staple pond' })
      await drain(api)
    },
  }
}
