import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Manifest, Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** What must open without network, with everything it may load; the first page's own parts come with it. */
const openOffline = [
  'src/features/attendance/door-page.tsx',
  'src/shell/offline-frame.tsx',
  'src/lib/keeping.ts',
  'src/ui/toast-container.tsx',
]
const entry = 'index.html'

/** The built files that the door needs, however it is entered. */
export function filesForTheDoor(manifest: Manifest): Set<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const take = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
    for (const next of chunk.imports ?? []) take(next)
    // The entry leads to every page there is.
    if (key !== entry) for (const next of chunk.dynamicImports ?? []) take(next)
  }
  for (const key of [entry, ...openOffline]) {
    if (!manifest[key]) throw new Error(`The build has no ${key}`)
    take(key)
  }
  return files
}

/** The application on the home screen, and the worker that opens it without network. */
export function pwa(): (Plugin | Plugin[])[] {
  let outDir = ''
  const learnOutDir: Plugin = {
    name: 'ngopi-learn-out-dir',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
  }
  const worker = VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/worker',
    filename: 'sw.ts',
    injectRegister: false,
    manifest: {
      id: '/',
      name: 'Ngopi',
      short_name: 'Ngopi',
      description: 'Mitra media kantor Anda: diundang, hadir, bertanya, terbit.',
      lang: 'id',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#faf9f7',
      theme_color: '#ffffff',
      icons: [
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        {
          src: '/icons/maskable-512.png',
          sizes: '512x512',
          type: 'image/png',
          purpose: 'maskable',
        },
      ],
    },
    includeManifestIcons: false,
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['index.html', 'before-paint.js', 'favicon.svg', 'assets/**/*'],
      globIgnores: ['**/*.{br,gz}'],
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      manifestTransforms: [
        async (entries) => {
          const built = await readFile(join(outDir, '.vite', 'manifest.json'), 'utf8')
          const needed = filesForTheDoor(JSON.parse(built) as Manifest)
          return {
            manifest: entries.filter(({ url }) => !url.startsWith('assets/') || needed.has(url)),
            warnings: [],
          }
        },
      ],
    },
  })
  return [learnOutDir, worker]
}
