/** Locks when the computer sleeps, its screen is locked, another user comes, or it is switched off. */
import type { PowerMonitor } from 'electron'

export function lockOnAbsence(monitor: PowerMonitor, lock: () => void): void {
  monitor.on('suspend', lock)
  monitor.on('lock-screen', lock)
  monitor.on('user-did-resign-active', lock)
  monitor.on('shutdown', lock)
}
