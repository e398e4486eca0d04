/** A record to ask of: a value on eight days, one past a published threshold, one by hand, medicines, and a file that stays locked. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { type App, createApp } from '../../src-main/app.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'
import { makePdf, put } from '../ingest/readers/make-pdf.ts'
import { printPdf } from '../support/printed.ts'
import { importAndRead } from '../support/temp-app.ts'
import { testPurpose } from '../support/temp-store.ts'
import { warmEngines } from '../support/warm-engines.ts'
import { type OpenWindow, type OpenWindowOptions, openWindow } from './harness.ts'

export interface AskedRecord {
  readonly app: App
  readonly api: Api
  readonly personId: PersonId
  close(): Promise<void>
}

export async function openAskedRecord(): Promise<AskedRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'medmemory-asked-'))
  const app = createApp({ dir: join(folder, 'vault'), kdf: minimumKdf, spawnEngine: warmEngines })
  const api = app.connect()
  const { personId } = await api.vault.create({
    ...{ passphrase: 'correct horse battery staple pond', purpose: testPurpose },
    person: { name: 'Ada Example', bornOn: '1961-04-30' },
  })
  if (personId === undefined) throw new Error('no person was made')
  const paths: string[] = []
  const write = async (name: string, bytes: Uint8Array) => {
    paths.push(join(folder, name))
    await writeFile(join(folder, name), bytes)
  }
  for (const [name, lines] of Object.entries(papers)) await write(name, await printPdf([{ lines }]))
  await write(
    'locked.pdf',
    await makePdf((pdf) => put(pdf, 'Secret', 80, 80), { userPassword: 'heron', pdfVersion: '1.7' }),
  )
  await importAndRead(api, personId, paths)
  await api.facts.enter({
    ...{ personId, kind: 'observation', name: 'Body weight', valueText: '71.4', unit: 'kg' },
    ...{ happenedOn: '2024-09-01', details: { category: 'vital-sign' } },
  })
  return {
    ...{ app, api, personId },
    async close() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const potassium = (day: string, value: string): readonly [string, string[]] => [
  `potassium-${day.replaceAll(' ', '-')}.pdf`,
  [
    'Lakeside Laboratory',
    `Collected: ${day}`,
    'Test   Result   Unit   Reference',
    `Potassium   ${value}   mmol/L   3.5-5.1`,
  ],
]

const papers: Readonly<Record<string, string[]>> = {
  ...Object.fromEntries([
    potassium('7 Jan 2024', '4.0'),
    potassium('7 Feb 2024', '4.1'),
    potassium('7 Mar 2024', '4.2'),
    potassium('7 Apr 2024', '4.3'),
    potassium('7 May 2024', '4.4'),
    potassium('7 Jun 2024', '6.9'),
    potassium('7 Jul 2024', '4.6'),
    potassium('7 Aug 2024', '4.7'),
  ]),
  'medicines.pdf': [
    'Medication list of 2 September 2024',
    'Metformin 500 mg twice daily',
    'Amlodipine 5 mg once daily',
    'Allergies: penicillin (rash)',
  ],
}

export interface AskingWindow extends OpenWindow {
  /** Waits until it is answered. */
  ask(question: string): Promise<void>
}

/** On the screen where one asks, before the first question. */
export async function openAsking(
  { app, personId }: AskedRecord,
  options: Omit<OpenWindowOptions, 'app'> = {},
): Promise<AskingWindow> {
  const window = await openWindow({ app, at: `/#/${personId}/ask`, ...options })
  const { page } = window
  return {
    ...window,
    async ask(question) {
      const before = await page.locator('[data-answer=complete]').count()
      await page.locator('form textarea').fill(question)
      await page.keyboard.press('Enter')
      await page.locator('[data-answer=complete]').nth(before).waitFor()
    },
  }
}
