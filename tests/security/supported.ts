/**
 * What is still mended, as known on a day: raised by hand with every update of Electron. Electron mends its three newest
 * majors (electronjs.org, release schedule). pdfjs-dist before the floor runs scripts of a document (CVE-2026-16633).
 */
export const supported = {
  asOf: '2026-08-22',
  electronMajors: [43, 44, 45],
  pdfjsFloor: '6.2.108',
} satisfies { asOf: string; electronMajors: readonly number[]; pdfjsFloor: string }
