/** What the log's types refuse, checked by the type checker. Never run. */
import { silentLog as log } from '../src-main/lib/log.ts'

const name: string = 'Ada Example'

log('vault.unlocked', { ms: 12 })

// @ts-expect-error only codes of the closed list
log(name, { ms: 12 })

// @ts-expect-error nor a code put together from text
log(`vault.${name}`, { ms: 12 })

// @ts-expect-error only the fields of this code
log('vault.unlocked', { ms: 12, name })

// @ts-expect-error and of their own types
log('vault.unlocked', { ms: name })
