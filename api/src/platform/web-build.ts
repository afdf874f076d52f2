import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Log } from './log.ts'
import { readIfPresent } from './private-file.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The built single-page application, served as static files. */
export const webDist = join(root, 'web', 'dist')

/** What the build is made of; another content of any of these makes it stale. */
const sources = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'web/build-pwa.ts',
  'shared/src',
  'package-lock.json',
]

/**
 * Builds the SPA when it is missing or stale, by a hash of its sources beside the build (times change with every
 * checkout). `signal` ends the build early. Rejects with the builder's output when it fails.
 */
export async function ensureWebBuild(log: Log, signal: AbortSignal): Promise<void> {
  const stamp = join(webDist, '.sources-hash')
  const hash = await hashOf(root, sources)
  if ((await readIfPresent(stamp)) === hash) return
  log.info('Building the web application (first start or changed sources) …')
  await build(signal)
  await writeFile(stamp, hash)
}

/** One hash over names and contents of files and folders below `base`; a missing one counts as empty. */
export async function hashOf(base: string, paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesAt(join(base, path))) {
      const content = await readFile(file)
      hash
        .update(`${relative(base, file).split(sep).join('/')}\0${content.byteLength}\0`)
        .update(content)
    }
  }
  return hash.digest('hex')
}

async function filesAt(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'ENOENT') return undefined
      if (code === 'ENOTDIR') return 'file' as const
      throw error
    },
  )
  if (entries === undefined) return []
  if (entries === 'file') return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Runs Vite's own program with this Node; npx would need a shell and the network settings of the user. */
async function build(signal: AbortSignal): Promise<void> {
  const manifest = createRequire(join(root, 'web', 'package.json')).resolve('vite/package.json')
  const { bin } = z
    .object({ bin: z.object({ vite: z.string() }) })
    .parse(JSON.parse(await readFile(manifest, 'utf8')))
  const child = spawn(
    process.execPath,
    [join(dirname(manifest), bin.vite), 'build', '--logLevel', 'warn'],
    {
      cwd: join(root, 'web'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
      signal,
    },
  )
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  const [code] = await once(child, 'close')
  if (code !== 0)
    throw new Error(`Building the web application failed:\n${Buffer.concat(output).toString()}`)
}
