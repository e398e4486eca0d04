/** The head of every paper: who sent it, of what kind it is, whose it is and when it was written. */
import type { Life } from './life.ts'
import type { Scribe } from './scribe.ts'

export function headOf(scribe: Scribe, { profile }: Life, on: string, sender: string, title: string): void {
  const street = `${profile.canary} Street ${(Number(profile.bornOn.slice(8)) % 9) + 1}`
  scribe.heading(title)
  scribe.lines(sender, `Date: ${scribe.date(on)}`)
  scribe.lines(`Patient: ${profile.name}`, `Date of birth: ${scribe.date(profile.bornOn)}`, `Address: ${street}`)
}
