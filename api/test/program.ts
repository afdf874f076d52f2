import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

export const root = join(import.meta.dirname, '../..')

/** Where packages are found from a file of ours, and nobody looks for sources. */
const cache = join(root, 'node_modules/.cache/ngopi-programs')

/** Contracts are bundled with the program; every file still knows where it lies. */
const ownSources: Plugin = {
  name: 'own-sources',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@ngopi\/shared\// }, ({ path }) => ({
      path: join(root, 'shared/src', `${path.slice('@ngopi/shared/'.length)}.ts`),
    }))
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
    }))
  },
}

async function bundled(source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, source)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    write: false,
    plugins: [ownSources],
  })
  const text = outputFiles[0]?.contents ?? new Uint8Array()
  const file = join(cache, `${createHash('sha256').update(text).digest('hex').slice(0, 20)}.mjs`)
  await mkdir(cache, { recursive: true })
  // Two workers may write it at once, and one that starts it must find all of it.
  const half = `${file}.${process.pid}`
  await writeFile(half, text)
  await rename(half, file)
  return file
}

const programs = new Map<string, Promise<string>>()

/**
 * A program in one file, for tests that start it many times: read from its sources, each start takes seconds of a
 * processor.
 *
 * @param source from the top of the repository, such as `api/src/main.ts`
 * @returns what `node` is to be started with
 */
export function programOf(source: string): Promise<string> {
  const known = programs.get(source) ?? bundled(source)
  programs.set(source, known)
  return known
}
