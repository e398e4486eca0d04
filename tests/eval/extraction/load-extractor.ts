/** The program's own extraction with the dictionaries it ships, loaded only when it is measured. */
import type { Extraction, ExtractPage } from '../../../src-main/extract/proposal.ts'

export async function loadExtractor(): Promise<(pages: readonly ExtractPage[]) => Extraction> {
  const [{ extractFacts }, { readMeasureDictionaries }, { readDrugDictionaries }] = await Promise.all([
    import('../../../src-main/extract/compose.ts'),
    import('../../../src-main/extract/dictionaries/read-dictionaries.ts'),
    import('../../../src-main/extract/dictionaries/read-drug-dictionaries.ts'),
  ])
  const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }
  return (pages) => extractFacts(pages, dictionaries)
}
