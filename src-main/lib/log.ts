/**
 * The program's log: one JSON line an event, from a closed list of codes. Values are numbers, booleans, ids and codes;
 * the types leave no place for a name, a path, a title or another program's message.
 */

/** Each code with the fields it may carry. */
interface LogEvents {
  'app.started': { version: string }
  'app.closed': { ms: number }
  'call.failed': { path: string; code: string }
  'call.bug': { path: string }
  'vault.unlocked': { ms: number }
  'vault.orphans': { blobs: number }
  'job.claimed': { jobId: string; attempt: number }
  'job.ended': { jobId: string; state: string; code: string; ms: number }
  'job.retry': { jobId: string; code: string; delayMs: number }
  'embedding.stopped': { code: string }
  'extraction.failed': { documentId: string; code: string }
  'extraction.stopped': { code: string }
  'engine.started': { engine: string; ms: number }
  'engine.ended': { engine: string; reason: string }
}

export type LogCode = keyof LogEvents
export type Log = <C extends LogCode>(code: C, fields: LogEvents[C]) => void

/** `write` takes one line without its newline; times are UTC. */
export const createLog =
  (write: (line: string) => void, now: () => string): Log =>
  (code, fields) =>
    write(JSON.stringify({ at: now(), event: code, ...fields }))

export const silentLog: Log = () => {}
