/** The real disk, but for its k-th call, which fails as a full or broken disk does: a write leaves half of its bytes. */
import { type FileSystem, nodeFileSystem } from '../../src-main/vault/atomic-write.ts'

export interface Fault {
  /** Which call fails, counted from 1; 0 for none. */
  readonly at: number
  readonly code?: string
  /** All later calls fail too, and do nothing: what a process that was killed there leaves behind. */
  readonly forGood?: boolean
}

export function faultyFileSystem({ at, code = 'EIO', forGood = false }: Fault) {
  let calls = 0
  const run = async <T>(work: () => Promise<T>, half: () => Promise<unknown> = async () => {}): Promise<T> => {
    calls++
    const fails = calls === at || (forGood && at > 0 && calls > at)
    if (!fails) return work()
    if (calls === at) await half()
    throw Object.assign(new Error(`${code}: planted`), { code, syscall: 'planted' })
  }
  const fileSystem: FileSystem = {
    async open(path, flags, mode) {
      const file = await run(() => nodeFileSystem.open(path, flags, mode))
      return {
        writeFile: (bytes) =>
          run(
            () => file.writeFile(bytes),
            () => file.writeFile(bytes.subarray(0, bytes.length >> 1)),
          ),
        sync: () => run(() => file.sync()),
        close: async () => {
          await file.close()
          return run(async () => {})
        },
      }
    },
    rename: (from, to) => run(() => nodeFileSystem.rename(from, to)),
    link: (from, to) => run(() => nodeFileSystem.link(from, to)),
    unlink: (path) => run(() => nodeFileSystem.unlink(path)),
    mkdir: (path, options) => run(() => nodeFileSystem.mkdir(path, options)),
  }
  return { fileSystem, calls: () => calls }
}

/** Tries every k until the work outlives the fault; answers how many calls the work makes. */
export async function forEachFault(
  fault: Omit<Fault, 'at'>,
  attempt: (fileSystem: FileSystem, at: number) => Promise<void>,
): Promise<number> {
  for (let at = 1; ; at++) {
    const faulty = faultyFileSystem({ ...fault, at })
    await attempt(faulty.fileSystem, at)
    if (faulty.calls() < at) return faulty.calls()
  }
}
