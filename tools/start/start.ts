/** What `npm start` does, with everything it needs handed in: build if needed, find or fetch Electron, start it. */

export interface StartDeps {
  readonly isBuilt: () => boolean
  /** Answers whether it went well. */
  readonly build: () => boolean
  readonly findElectron: () => string | undefined
  readonly fetchElectron: () => void
  /** Runs to its end; answers its exit code. */
  readonly run: (electron: string) => Promise<number>
  readonly say: (line: string) => void
}

export async function start({ isBuilt, build, findElectron, fetchElectron, run, say }: StartDeps): Promise<number> {
  if (!isBuilt()) {
    say('Building MedMemory…')
    if (!build()) return 1
  }
  let electron = findElectron()
  if (electron === undefined) {
    say('Fetching Electron, once…')
    fetchElectron()
    electron = findElectron()
  }
  if (electron !== undefined) return run(electron)
  say(
    'Electron’s program is not here and could not be fetched; "npm run preview" shows MedMemory in your browser instead.',
  )
  return 1
}
