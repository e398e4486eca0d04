/** Compiles src-main/store/kernel/scan.as. The same source gives the same bytes: the compiler's version is pinned. */
import { readFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const ENTRY = 'scan.ts'
const OUT = 'scan.wasm'
const source = new URL('../../src-main/store/kernel/scan.as', import.meta.url)

/** The module's bytes; throws with the compiler's own messages. */
export async function compileKernel(): Promise<Uint8Array> {
  let built: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    [ENTRY, '--outFile', OUT, ...options],
    // the source is no TypeScript that tsc could check, so it has a name of its own and is handed in under the compiler's
    {
      readFile: (name) => (name === ENTRY ? readFileSync(source, 'utf8') : null),
      writeFile: (name, contents) => {
        if (name === OUT && typeof contents !== 'string') built = contents
      },
      listFiles: () => [],
    },
  )
  if (error !== null || built === undefined) throw new Error(stderr.toString())
  return built
}

const options = [
  '-O3',
  '--noAssert',
  '--converge',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--importMemory',
  '--noExportMemory',
]
