/** The switchboard: every API entry, and the one service method that answers it. */
import type { Handlers } from '#contract/define.ts'
import type { HealthReport } from '#contract/health.ts'
import type { Contract } from '#contract/index.ts'
import { glossary } from './answer/asked-meaning.ts'
import type { Desktop } from './desktop.ts'
import { writeConversation } from './record/write-conversation.ts'
import type { Session } from './session.ts'
import type { Restore } from './vault/restore.ts'
import type { Vault } from './vault/vault.ts'

export interface HandlerDeps {
  readonly vault: Vault<Session>
  readonly health: { report(): Promise<HealthReport> }
  readonly desktop: Desktop
  /** Needs no open vault. */
  readonly restore: Restore
  /** Somebody is at the window. */
  readonly touch: () => void
}

export const createHandlers = ({ vault, health, desktop, restore, touch }: HandlerDeps): Handlers<Contract> => ({
  vault: {
    status: async () => {
      const session = vault.findSession()
      return {
        state: vault.state(),
        notices: [...(session?.notices ?? [])],
        ...(session && { purpose: session.header.purpose }),
        deviceUnlock: vault.hasDeviceUnlock(),
      }
    },
    create: async ({ passphrase, purpose, person }) => {
      const { recoveryKey } = await vault.create({ passphrase, purpose })
      if (person === undefined) return { recoveryKey }
      return { recoveryKey, personId: (await vault.session().people.add(person)).id }
    },
    unlock: async ({ passphrase }) => ({ state: await vault.unlock(passphrase) }),
    recover: async ({ recoveryKey, newPassphrase }) => ({ state: await vault.recover(recoveryKey, newPassphrase) }),
    unlockWithDevice: async () => ({ state: await vault.unlockWithDevice() }),
    enableDeviceUnlock: async ({ passphrase }) => {
      await vault.session().enableDeviceUnlock(passphrase)
      return { deviceUnlock: true }
    },
    disableDeviceUnlock: async () => {
      await vault.session().disableDeviceUnlock()
      return { deviceUnlock: false }
    },
    touch: async () => {
      touch()
      return { touched: true }
    },
    lock: async () => ({ state: await vault.lock() }),
    changePassphrase: async ({ passphrase, newPassphrase }) => {
      await vault.session().changePassphrase(passphrase, newPassphrase)
      return { changed: true }
    },
    verify: (_, signal) => vault.session().verify(signal),
  },
  people: {
    add: (person) => vault.session().people.add(person),
    addSample: (_, signal) => vault.session().addSample(signal),
    edit: (person) => vault.session().people.edit(person),
    delete: async ({ id }) => {
      await vault.session().people.delete(id)
      return { deleted: true }
    },
    list: (query) => vault.session().people.list(query),
  },
  documents: {
    import: async ({ personId, paths }, signal) => ({
      outcomes: await vault.session().importer.import(personId, paths, signal),
    }),
    givePiece: async (piece) => {
      vault.session().pieces.give(piece)
      return { taken: true }
    },
    importPicture: ({ personId, of, title }) => {
      const { importer, pieces } = vault.session()
      return importer.importPicture(personId, pieces.take(of), title)
    },
    list: (query) => vault.session().documents.list(query),
    get: ({ id }) => vault.session().documents.get(id),
    open: (input) => vault.session().documents.open(input),
    edit: (given) => vault.session().documents.edit(given),
    tags: ({ personId }) => vault.session().documents.tags(personId),
    givePassword: ({ id, password }) => vault.session().documents.givePassword(id, password),
    readAgain: ({ id }) => vault.session().documents.readAgain(id),
    exportOriginal: ({ id, to, part }) => vault.session().documents.exportOriginal(id, to, part),
    page: (place, signal) => vault.session().pages.page(place, signal),
    pageImage: (request, signal) => vault.session().pages.pageImage(request, signal),
    find: (input, signal) => vault.session().pages.find(input, signal),
    listUnread: (input) => vault.session().pages.listUnread(input),
    combine: ({ ids }) => vault.session().parts.combine(ids),
    reorder: ({ id, order }) => vault.session().parts.reorder(id, order),
    separate: async ({ id }) => ({ ids: await vault.session().parts.separate(id) }),
    answerPerson: async ({ id, personId }) => {
      await vault.session().answerPerson(id, personId)
      return vault.session().documents.get(id)
    },
    delete: async ({ id }) => {
      await vault.session().documents.delete(id)
      return { deleted: true }
    },
  },
  facts: {
    list: (query) => vault.session().facts.list(query),
    get: ({ id }) => vault.session().facts.get(id),
    decide: ({ verdicts }) => vault.session().facts.decide(verdicts),
    undo: ({ undoId }) => vault.session().facts.undo(undoId),
    enter: (fact) => vault.session().facts.enter(fact),
    resolve: ({ keep, over }) => vault.session().facts.resolve(keep, over),
    overview: (query) => vault.session().facts.overview(query),
    series: (query) => vault.session().facts.series(query),
    medicines: (query) => vault.session().facts.medicines(query),
    rebuild: (_, signal) => vault.session().facts.rebuild(signal),
  },
  jobs: {
    list: (query) => vault.session().runner.list(query),
    drain: (_, signal) => vault.session().runner.drain(signal),
    status: async () => ({ paused: vault.session().runner.isPaused() }),
    pause: async () => {
      await vault.session().runner.pause()
      return { paused: true }
    },
    resume: async () => {
      vault.session().runner.resume()
      return { paused: false }
    },
    retry: async ({ documentId }) => {
      await vault.session().documents.retry(documentId)
      return { queued: true }
    },
    cancel: async ({ documentId }) => ({ cancelled: await vault.session().documents.cancel(documentId) }),
  },
  answers: {
    search: (input, signal) => vault.session().retriever.search(input, signal),
    ask: (asked, signal) => vault.session().answerer.ask(asked, signal),
  },
  glossary: { explain: async ({ term }) => ({ entry: glossary.explain(term) ?? null }) },
  conversations: {
    list: (query) => vault.session().conversations.list(query),
    get: ({ id }) => vault.session().conversations.get(id),
    rename: ({ id, title }) => vault.session().conversations.rename(id, title),
    judge: async ({ answerId, feedback }) => {
      await vault.session().conversations.judge(answerId, feedback)
      return { feedback }
    },
    asMarkdown: async ({ id }) => ({ markdown: writeConversation(await vault.session().conversations.get(id)) }),
    delete: async ({ id }) => {
      await vault.session().conversations.delete(id)
      return { deleted: true }
    },
  },
  reviews: {
    run: (asked, signal) => vault.session().reviews.run(asked, signal),
    list: (query) => vault.session().reviews.list(query),
    medicineLists: async ({ personId }) => ({ lists: await vault.session().reviews.medicineLists(personId) }),
    whichHold: async ({ personId }) => ({ ids: await vault.session().reviews.whichHold(personId) }),
    get: ({ id }) => vault.session().reviews.get(id),
    edit: (change) => vault.session().reviews.edit(change),
    asMarkdown: ({ id }) => vault.session().reviews.write(id),
    saveMarkdown: ({ id, to }) => vault.session().reviews.save(id, to),
    delete: async ({ id }) => {
      await vault.session().reviews.delete(id)
      return { deleted: true }
    },
  },
  notes: {
    list: (query) => vault.session().notes.list(query),
    get: ({ id }) => vault.session().notes.get(id),
    create: (note) => vault.session().notes.create(note),
    update: (change) => vault.session().notes.update(change),
    versions: (query) => vault.session().notes.versions(query),
    restore: (asked) => vault.session().notes.restore(asked),
    attach: (links) => vault.session().notes.attach(links),
    detach: (links) => vault.session().notes.detach(links),
    delete: async ({ id }) => {
      await vault.session().notes.delete(id)
      return { deleted: true }
    },
    drafts: (query) => vault.session().noteDrafts.list(query),
    keepDraft: async (draft) => {
      await vault.session().noteDrafts.keep(draft)
      return { kept: true }
    },
    dropDraft: async (which) => {
      await vault.session().noteDrafts.drop(which)
      return { dropped: true }
    },
  },
  languages: {
    list: (query) => vault.session().languages.list(query),
    install: ({ path }) => vault.session().languages.install(path),
    remove: async ({ code }) => {
      await vault.session().languages.remove(code)
      return { removed: true }
    },
  },
  models: {
    list: (query) => vault.session().models.list(query),
    import: ({ path, id }, signal) => vault.session().models.import(path, id, signal),
    download: (input, signal) => vault.session().models.download(input, signal),
    verify: ({ id }) => vault.session().models.verify(id),
    remove: async ({ id, fallBack }) => {
      await vault.session().models.remove(id, fallBack)
      return { removed: true }
    },
    use: async ({ role, id }) => {
      await vault.session().models.use(role, id)
      return { role, id }
    },
  },
  settings: {
    list: async () => ({ items: vault.session().settings.list(), nextCursor: null }),
    set: ({ name, value }) => vault.session().settings.set(name, value),
  },
  backups: {
    status: () => vault.session().backups.status(),
    list: ({ filter: { folder, secret }, ...page }) =>
      secret === undefined
        ? vault.session().backups.list({ folder, ...page })
        : restore.list({ folder, secret, ...page }),
    make: ({ to }, signal) => vault.session().backups.make(to, signal),
    restore: (asked, signal) => restore.restore(asked, signal),
  },
  health: { report: () => health.report() },
  desktop: {
    ...desktop,
    trashSource: async ({ documentId, path }) => {
      await vault.session().documents.proveCopy(documentId, path)
      await desktop.trash(path)
      return { trashed: true }
    },
  },
})
