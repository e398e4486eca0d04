/** Time per step, for the demo's last lines. */
export function createTimer() {
  const laps: [string, number][] = []
  let last = performance.now()
  return {
    lap(name: string): void {
      const now = performance.now()
      laps.push([name, now - last])
      last = now
    },
    report: (): string =>
      laps.map(([name, ms]) => `${name.padEnd(34, '.')} ${(ms / 1000).toFixed(2).padStart(6)} s`).join('\n'),
  }
}
