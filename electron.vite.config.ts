/**
 * How the application is built: main and its threads and engines side by side in out/main, the preload script, and the
 * window. Every file that another one starts by its name is an input of its own here; tests/shell/built.test.ts runs them.
 */
import { globSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { contentSecurityPolicy, NONCE_PLACE } from './src-main/shell/csp.ts'

const root = import.meta.dirname
const at = (path: string) => resolve(root, path)

/** Started by name, beside whoever starts them: `store.worker`, `pdf.engine`, … */
const started = Object.fromEntries(
  globSync('src-main/**/*.{worker,engine}.ts', { cwd: root }).map((file) => [basename(file, '.ts'), at(file)]),
)

/** Sources name what lies beside them by their own depth; built files all lie two folders deep. */
const resourcesFromTheBuild: Plugin = {
  name: 'resources-from-the-build',
  transform: (code) =>
    code.includes('import.meta.url')
      ? {
          code: code.replace(
            /new URL\((['"`])(?:\.\.\/)+((?:resources|models|package\.json)[^'"`]*)\1/g,
            'new URL($1../../$2$1',
          ),
          map: null,
        }
      : undefined,
}

/** The one policy, whatever the page's source says while it is developed. */
const strictPolicy: Plugin = {
  name: 'strict-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => ({
      html: html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/g, ''),
      tags: [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy(NONCE_PLACE) },
          injectTo: 'head-prepend',
        },
      ],
    }),
  },
}

/** zod would try to make code of text, which the policy stops and reports; it has a switch, to be set before its first schema. */
const noCodeFromText: Plugin = {
  name: 'no-code-from-text',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/zod/v4/core/core.js')) return undefined
    const changed = code.replace('.__zod_globalConfig = {}', '.__zod_globalConfig = { jitless: true }')
    if (changed === code) throw new Error('zod keeps its settings elsewhere now')
    return { code: changed, map: null }
  },
}

export default defineConfig({
  main: {
    plugins: [resourcesFromTheBuild],
    build: {
      outDir: 'out/main',
      // hundreds of small files: bundled, the program starts in a quarter of the time
      externalizeDeps: { exclude: ['zod', 'kysely'] },
      rolldownOptions: {
        input: { index: at('src-main/shell/main.ts'), cli: at('src-main/cli/built.ts'), ...started },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // a sandboxed preload script can require nothing but electron
      externalizeDeps: false,
      rolldownOptions: {
        input: { bridge: at('src-preload/bridge.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), tailwindcss(), strictPolicy, noCodeFromText],
    build: {
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      // fonts and pictures stay files: the policy lets none be written into a style sheet
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('src-renderer/index.html') } },
    },
  },
})
