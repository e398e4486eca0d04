/** Files that are text, only look like text, or are nothing at all. */
import type { HostileFile } from './hostile-file.ts'
import { createRandom } from './random.ts'

const NOTE =
  'Élan vital: température 38,2 °C, naïve T cells low, Müller-Weiss syndrome excluded.\r\nNext visit on 3 June.\r\n'
const MARK = 'Müller-Weiss'

export function makeHostileTexts(): HostileFile[] {
  const utf16 = Buffer.from(`\ufeff${NOTE}`, 'utf16le')
  const ascii = Buffer.from('Visit note\n\nThe wound of the left hand has healed without infection.\n')
  return [
    { name: 'empty.pdf', bytes: new Uint8Array(0), expect: 'refused:file/empty' },
    { name: 'empty.txt', bytes: new Uint8Array(0), expect: 'refused:file/empty' },
    {
      name: 'random.pdf',
      bytes: noise(20_000),
      expect: 'refused:file/unsupported|refused:text/not-text|rejected:pdf/damaged',
    },
    { name: 'random.bin', bytes: noise(20_000), expect: 'refused:file/unsupported|refused:text/not-text' },
    {
      name: 'zeros.txt',
      bytes: new Uint8Array(8192),
      expect: 'refused:file/unsupported|refused:text/not-text|rejected:text/not-text',
    },
    { name: 'text-named-pdf.pdf', bytes: ascii, expect: 'indexed', contains: 'healed without infection' },
    {
      name: 'utf-8-with-mark.txt',
      bytes: Buffer.from(`\ufeff${NOTE}`),
      expect: 'indexed',
      contains: MARK,
      lacks: '\ufeff',
    },
    { name: 'utf-16-little-endian.txt', bytes: utf16, expect: 'indexed', contains: MARK },
    { name: 'utf-16-big-endian.txt', bytes: Buffer.from(utf16).swap16(), expect: 'indexed', contains: MARK },
    // Every character of the note has the same number in both code pages.
    { name: 'windows-1252.txt', bytes: Buffer.from(NOTE, 'latin1'), expect: 'indexed', contains: MARK },
    {
      name: 'scripts.html',
      bytes: Buffer.from(pageWithScripts),
      expect: 'indexed',
      contains: 'Skin test negative',
      lacks: 'stolen',
    },
  ]
}

function noise(length: number): Uint8Array {
  const random = createRandom(77)
  return Uint8Array.from({ length }, () => random.between(0, 255))
}

const pageWithScripts = `<html><head><script>var a = "stolen"</script><style>p:after { content: "stolen" }</style></head>
<body onload="send('stolen')"><p>Skin test negative<script>document.write("stolen")</script> after 48 hours.</p>
<template><p>stolen</p></template><noscript>Scripts are off.</noscript><!-- stolen -->
<img src="http://tracker.invalid/stolen.gif" onerror="stolen()"><p>Read by the nurse on 5 May 2023.
<iframe srcdoc="<p>stolen</p>"></iframe></body></html>
`
