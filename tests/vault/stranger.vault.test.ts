/** Reads a vault as docs/vault-format.md tells a stranger to: with general tools only, and none of the program's own code. */
import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argon2id, hash } from 'argon2'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { importAndRead, tempApp, testPassphrase } from '../support/temp-app.ts'

interface Slot {
  readonly type: string
  readonly kdf: { readonly memoryKib: number; readonly passes: number; readonly lanes: number }
  readonly salt: string
  readonly nonce: string
  readonly ciphertext: string
  readonly tag: string
}
interface Document {
  readonly blobId: string
  readonly sha256: string
}
interface AuditRow {
  readonly seq: number
  readonly mac: Buffer
  readonly prev: Buffer
  readonly [column: string]: unknown
}

const bytesOf = (hex: string) => Buffer.from(hex, 'hex')

const derive = (key: Uint8Array, label: string, salt: Uint8Array = new Uint8Array(0)) =>
  Buffer.from(hkdfSync('sha256', key, salt, `medmemory/v1/${label}`, 32))

function unseal(
  key: Uint8Array,
  nonce: Uint8Array,
  context: Uint8Array,
  ciphertext: Uint8Array,
  tag: Uint8Array,
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(context).setAuthTag(tag)
  return Buffer.concat([decipher.update(ciphertext), decipher.final()])
}

/** Keys sorted, no spaces. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

const deriveFromRecovery = (text: string, salt: Buffer) => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bits = [...text.replaceAll('-', '').slice(0, 32)].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0'))
  const secret = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  )
  return derive(secret, 'recovery', salt)
}

function readBlob(file: string, blobId: string, blobKey: Buffer): Buffer {
  const blob = readFileSync(file)
  expect(blob.toString('latin1', 0, 4)).toBe('MMB1')
  expect(blob[4]).toBe(1)
  const key = derive(blobKey, 'blob-content', blob.subarray(5, 37))
  const pieces: Buffer[] = []
  const piece = (index: number, last: number, from: number, to: number) => {
    const nonce = Buffer.alloc(12)
    nonce.writeBigUInt64BE(BigInt(index), 4)
    const context = Buffer.concat([Buffer.from(`MMB1|1|${blobId}|`, 'latin1'), nonce, Buffer.of(last)])
    return unseal(key, nonce, context, blob.subarray(from, to - 16), blob.subarray(to - 16, to))
  }
  const bodyEnd = blob.length - 56
  for (let from = 37; from < bodyEnd; from += 2 ** 20 + 16)
    pieces.push(piece(pieces.length, 0, from, Math.min(from + 2 ** 20 + 16, bodyEnd)))
  const trailer = piece(pieces.length, 1, bodyEnd, blob.length)
  const plain = Buffer.concat(pieces)
  expect(trailer.subarray(0, 32)).toEqual(createHash('sha256').update(plain).digest())
  expect(trailer.readBigUInt64BE(32)).toBe(BigInt(plain.length))
  return plain
}

it('a stranger with the passphrase, or the recovery key, and the format document reads every layer of a vault', async () => {
  const { app, api, dir, desk, personId, recoveryKey } = await tempApp()
  const note = join(desk, 'visit.txt')
  writeFileSync(note, 'Blood pressure today 128/82.')
  await importAndRead(api, personId, [note])
  const original = Buffer.from('Three chunks and a bit. '.repeat(140_000))
  const long = join(desk, 'long.txt')
  writeFileSync(long, original)
  await api.documents.import({ personId, paths: [long] })
  await app.close()

  // the header: checksum, slots, MAC
  const { checksum, ...content } = JSON.parse(readFileSync(join(dir, 'header.json'), 'utf8'))
  expect(readFileSync(join(dir, 'header.bak'))).toEqual(readFileSync(join(dir, 'header.json')))
  expect(createHash('sha256').update(canonical(content)).digest('hex')).toBe(checksum)
  const slotOf = (type: string) => content.slots.find((slot: Slot) => slot.type === type) as Slot
  const open = (slot: Slot, key: Buffer) => {
    const context = Buffer.from(`${content.vaultId}|${content.format}|${slot.type}|${canonical(slot.kdf)}`)
    return unseal(key, bytesOf(slot.nonce), context, bytesOf(slot.ciphertext), bytesOf(slot.tag))
  }
  const slot = slotOf('passphrase')
  const stretched = await hash(Buffer.from(testPassphrase.normalize('NFKC')), {
    raw: true,
    type: argon2id,
    salt: bytesOf(slot.salt),
    memoryCost: slot.kdf.memoryKib,
    timeCost: slot.kdf.passes,
    parallelism: slot.kdf.lanes,
    hashLength: 32,
  })
  const masterKey = open(slot, stretched)
  expect(open(slotOf('recovery'), deriveFromRecovery(recoveryKey, bytesOf(slotOf('recovery').salt)))).toEqual(masterKey)
  const { mac, ...signed } = content
  const hmac = (label: string) => createHmac('sha256', derive(masterKey, label))
  expect(hmac('header').update('medmemory/v1/header|').update(canonical(signed)).digest('hex')).toBe(mac)

  // the store
  const db = new Database(join(dir, 'vault.db'), { readonly: true }) as Database.Database & {
    key(raw: Buffer): unknown
  }
  try {
    db.pragma(`cipher='${content.cipher}'`)
    if (content.cipher === 'sqlcipher') db.pragma('legacy=4')
    db.key(Buffer.concat([Buffer.from('raw:'), derive(masterKey, 'database')]))
    expect(db.pragma('page_size', { simple: true })).toBe(content.pageSize)
    const page = db.prepare('select text from page where number = 1').get() as { text: string } | undefined
    expect(page?.text).toBe('Blood pressure today 128/82.')

    // the original
    const document = db.prepare('select blobId, sha256 from document where fileName = ?').get('long.txt') as Document
    const file = join(dir, 'blobs', document.blobId.slice(0, 2), `${document.blobId}.mmb`)
    const plain = readBlob(file, document.blobId, derive(masterKey, 'blob'))
    expect(plain.equals(original)).toBe(true)
    expect(createHash('sha256').update(plain).digest('hex')).toBe(document.sha256)

    // the audit chain, and the anchor at its end
    const rows = db.prepare('select * from audit order by seq').all() as AuditRow[]
    let prev: Buffer = Buffer.alloc(32)
    for (const row of rows) {
      const fields = ['seq', 'at', 'bootId', 'actor', 'action', 'objectId', 'meta'].map((column) => row[column])
      expect(row.prev).toEqual(prev)
      expect(hmac('audit').update(JSON.stringify(fields)).update('|').update(prev).digest()).toEqual(row.mac)
      prev = row.mac
    }
    const { mac: anchorMac, ...anchor } = JSON.parse(readFileSync(join(dir, 'anchor.json'), 'utf8'))
    expect(anchor).toEqual({ auditSeq: rows.length, auditHead: prev.toString('hex') })
    expect(hmac('header').update('medmemory/v1/anchor|').update(canonical(anchor)).digest('hex')).toBe(anchorMac)
  } finally {
    db.close()
  }
})
