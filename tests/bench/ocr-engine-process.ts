/** What the engines under this process have cost so far, as Linux counts it; elsewhere nothing is known. */
import { readdirSync, readFileSync } from 'node:fs'

interface Child {
  readonly command: string
  readonly processorMs: number
  readonly peakBytes: number
}

/** The most memory that the recognising process has held. */
export function peakOfOcrEngine(): number | undefined {
  const peaks = children().flatMap(({ command, peakBytes }) => (command.includes('ocr.engine') ? [peakBytes] : []))
  return peaks.length === 0 ? undefined : Math.max(...peaks)
}

/** Of this process and all engines that run. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return children().reduce((sum, child) => sum + child.processorMs, (user + system) / 1000)
}

const TICK_MS = 10

function children(): Child[] {
  const pids = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []
  return pids.flatMap((pid) => {
    try {
      // after the command's name in brackets: state, parent, …; the 12th and 13th are ticks in user and system mode
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? []
      if (Number(fields[1]) !== process.pid) return []
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
      return {
        command: readFileSync(`/proc/${pid}/cmdline`, 'latin1'),
        processorMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
        peakBytes: Number(peak ?? 0) * 1024,
      }
    } catch {
      // it ended while we looked
      return []
    }
  })
}
