/** The switchboard: every API entry, and the one service method that answers it. */
import type { Handlers } from '#contract/define.ts'
import type { HealthReport } from '#contract/health.ts'
import type { Contract } from '#contract/index.ts'
import type { Session } from './session.ts'
import type { Vault } from './vault/vault.ts'

export interface HandlerDeps {
  readonly vault: Vault<Session>
  readonly health: { report(): Promise<HealthReport> }
}

export const createHandlers = ({ vault, health }: HandlerDeps): Handlers<Contract> => ({
  vault: {
    status: async () => {
      const session = vault.findSession()
      return {
        state: vault.state(),
        notices: [...(session?.notices ?? [])],
        ...(session && { purpose: session.header.purpose }),
      }
    },
    create: async ({ passphrase, purpose, person }) => {
      const { recoveryKey } = await vault.create({ passphrase, purpose })
      if (person === undefined) return { recoveryKey }
      return { recoveryKey, personId: (await vault.session().people.add(person)).id }
    },
    unlock: async ({ passphrase }) => ({ state: await vault.unlock(passphrase) }),
    recover: async ({ recoveryKey, newPassphrase }) => ({ state: await vault.recover(recoveryKey, newPassphrase) }),
    lock: async () => ({ state: await vault.lock() }),
    changePassphrase: async ({ passphrase, newPassphrase }) => {
      await vault.session().changePassphrase(passphrase, newPassphrase)
      return { changed: true }
    },
    verify: (_, signal) => vault.session().verify(signal),
  },
  people: {
    add: (person) => vault.session().people.add(person),
    list: (query) => vault.session().people.list(query),
  },
  documents: {
    import: async ({ personId, paths }, signal) => ({
      outcomes: await vault.session().importer.import(personId, paths, signal),
    }),
    list: (query) => vault.session().documents.list(query),
    get: ({ id }) => vault.session().documents.get(id),
    open: (input) => vault.session().documents.open(input),
    givePassword: ({ id, password }) => vault.session().documents.givePassword(id, password),
    readAgain: ({ id }) => vault.session().documents.readAgain(id),
    exportOriginal: ({ id, to, part }) => vault.session().documents.exportOriginal(id, to, part),
    combine: ({ ids }) => vault.session().parts.combine(ids),
    reorder: ({ id, order }) => vault.session().parts.reorder(id, order),
    separate: async ({ id }) => ({ ids: await vault.session().parts.separate(id) }),
    delete: async ({ id }) => {
      await vault.session().documents.delete(id)
      return { deleted: true }
    },
  },
  jobs: {
    list: (query) => vault.session().runner.list(query),
    drain: (_, signal) => vault.session().runner.drain(signal),
    retry: async ({ documentId }) => {
      await vault.session().documents.retry(documentId)
      return { queued: true }
    },
    cancel: async ({ documentId }) => ({ cancelled: await vault.session().documents.cancel(documentId) }),
  },
  answers: {
    search: (input, signal) => vault.session().retriever.search(input, signal),
    ask: ({ personId, question }, signal) => vault.session().answerer.ask(personId, question, signal),
  },
  languages: {
    list: (query) => vault.session().languages.list(query),
    install: ({ path }) => vault.session().languages.install(path),
    remove: async ({ code }) => {
      await vault.session().languages.remove(code)
      return { removed: true }
    },
  },
  settings: {
    list: async () => ({ items: vault.session().settings.list(), nextCursor: null }),
    set: ({ name, value }) => vault.session().settings.set(name, value),
  },
  health: { report: () => health.report() },
})
