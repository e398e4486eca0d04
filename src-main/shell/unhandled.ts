/** A bug that nobody caught ends the program: what it was doing is unknown. Told as a code, never in its own words. */

/** `end` locks what can be locked and leaves. Bugs while leaving change nothing. */
export function endOnBug(process: Pick<NodeJS.Process, 'on'>, end: (exitCode: number) => void): void {
  let ending = false
  const onBug = () => {
    if (ending) return
    ending = true
    end(70)
  }
  process.on('uncaughtException', onBug)
  process.on('unhandledRejection', onBug)
}
