/** `npm run build:kernel`: writes resources/kernel/scan.wasm, which is checked in because sources run without a build. */
import { writeFileSync } from 'node:fs'
import { compileKernel } from './compile-kernel.ts'

const bytes = await compileKernel()
writeFileSync(new URL('../../resources/kernel/scan.wasm', import.meta.url), bytes)
console.log(`scan.wasm: ${bytes.length} bytes`)
