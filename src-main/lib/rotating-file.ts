/** A file of lines that never grows past a size: when it would, it becomes `<file>.1`, and the one before is dropped. */
import { appendFileSync, renameSync, statSync } from 'node:fs'

export function createRotatingFile(file: string, maxBytes: number): (line: string) => void {
  return (line) => {
    try {
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
      if (size + line.length > maxBytes) renameSync(file, `${file}.1`)
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
    } catch {
      // a log that cannot be written must not stop the work it tells of
    }
  }
}
