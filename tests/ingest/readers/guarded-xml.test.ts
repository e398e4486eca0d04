import { expect, test } from 'vitest'
import { parseXml } from '../../../src-main/ingest/readers/guarded-xml.ts'

function events(xml: string | Uint8Array): string[] {
  const seen: string[] = []
  parseXml(typeof xml === 'string' ? Buffer.from(xml) : xml, {
    open: (name, attributes) => seen.push(`<${name}${Object.entries(attributes).flat().join(' ')}>`),
    close: (name) => seen.push(`</${name}>`),
    text: (text) => seen.push(text),
  })
  return seen
}

const codeOf = (xml: string | Uint8Array): unknown => {
  try {
    events(xml)
    return 'read'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

test('elements, attributes, text and the five entities come as events', () => {
  expect(events('<a x="1"><b:c/>t &lt;&amp;&#233;<![CDATA[<x>]]></a>').join('')).toBe('<ax 1><b:c></b:c>t <&é<x></a>')
})

test('the encoding is told from a mark, from the first bytes, or from the declaration', () => {
  const xml = '<?xml version="1.0"?><a>Käse</a>'
  const text = ['<a>', 'Käse', '</a>']
  expect(events(`\ufeff${xml}`)).toEqual(text)
  expect(events(Buffer.from(`\ufeff${xml}`, 'utf16le'))).toEqual(text)
  expect(events(Buffer.from(`\ufeff${xml}`, 'utf16le').swap16())).toEqual(text)
  expect(events(Buffer.from(xml, 'utf16le'))).toEqual(text)
  expect(events(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>K\xe4se</a>', 'latin1'))).toEqual(text)
  expect(codeOf(Buffer.from('<a>K\xe4se</a>', 'latin1'))).toBe('xml/damaged')
})

test('entities and outside documents are forbidden; a plain document type is not', () => {
  expect(codeOf('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toBe('xml/forbidden')
  expect(codeOf('<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><a/>')).toBe('xml/forbidden')
  expect(codeOf('<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>')).toBe('xml/forbidden')
  expect(codeOf('<!DOCTYPE a PUBLIC "p" "http://example.invalid/a.dtd"><a/>')).toBe('xml/forbidden')
  expect(codeOf('<!DOCTYPE a [<!ELEMENT a ANY><!ATTLIST a b CDATA #IMPLIED>]><a/>')).toBe('read')
  expect(codeOf('<a>&x;</a>')).toBe('xml/damaged')
})

test('depth, attributes and text are bounded', () => {
  expect(codeOf(`${'<a>'.repeat(256)}${'</a>'.repeat(256)}`)).toBe('read')
  expect(codeOf(`${'<a>'.repeat(257)}${'</a>'.repeat(257)}`)).toBe('xml/forbidden')
  const attributes = (count: number) => Array.from({ length: count }, (_, i) => `a${i}=""`).join(' ')
  expect(codeOf(`<a ${attributes(1_000)}/>`)).toBe('read')
  expect(codeOf(`<a ${attributes(1_001)}/>`)).toBe('xml/forbidden')
  expect(codeOf(`<a>${'x'.repeat(17 * 1024 * 1024)}</a>`)).toBe('xml/forbidden')
})

test('200,000 levels are given up in less than a second', () => {
  const started = performance.now()
  expect(codeOf('<a>'.repeat(200_000))).toBe('xml/forbidden')
  expect(performance.now() - started).toBeLessThan(1_000)
})

test.each(['', ' ', 'text', '<a>', '<a></b>', '<a b></a>', '<a/><b/>', '<a>\0</a>', '<a', '<a b="1" b="2"/>'])(
  '%j is damaged',
  (xml) => expect(codeOf(xml)).toBe('xml/damaged'),
)
