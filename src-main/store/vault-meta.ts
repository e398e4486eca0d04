/** What a vault's copy knows of itself: its origin id and its Lamport clock, from which every changeable row is stamped. */
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export interface Stamp {
  readonly origin: string
  readonly logicalTime: number
}

export async function initVaultMeta(trx: Transaction<Tables>, origin: string): Promise<void> {
  await trx
    .insertInto('vaultMeta')
    .values([
      { name: 'origin', value: origin },
      { name: 'logicalTime', value: '0' },
    ])
    .execute()
}

/** The next tick of this copy's Lamport clock. */
export async function nextStamp(trx: Transaction<Tables>): Promise<Stamp> {
  const rows = await trx.selectFrom('vaultMeta').selectAll().where('name', 'in', ['origin', 'logicalTime']).execute()
  const value = (name: string) => rows.find((row) => row.name === name)?.value ?? ''
  const logicalTime = Number(value('logicalTime')) + 1
  await trx
    .updateTable('vaultMeta')
    .set({ value: String(logicalTime) })
    .where('name', '=', 'logicalTime')
    .execute()
  return { origin: value('origin'), logicalTime }
}
