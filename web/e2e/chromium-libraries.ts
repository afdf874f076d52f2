import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

const packed = join(
  dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '../../bin/al2023.tar.br',
)

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * The folder of libraries that npm's Chromium needs and a bare Debian has not (`libnspr4`, `libnss3`); its package brings
 * them along, packed. Unpacked once for a machine; who comes second finds them.
 */
export async function chromiumLibraries(): Promise<string> {
  const { size } = await stat(packed)
  const folder = join(tmpdir(), `ngopi-chromium-libraries-${size}`)
  if (await isThere(folder)) return join(folder, 'lib')
  const fresh = await mkdtemp(`${folder}-`)
  const archive = join(fresh, 'libraries.tar')
  await writeFile(archive, await promisify(brotliDecompress)(await readFile(packed)))
  await promisify(execFile)('tar', ['-xf', archive, '-C', fresh])
  await rm(archive)
  await rename(fresh, folder).catch(async () => rm(fresh, { recursive: true, force: true }))
  return join(folder, 'lib')
}
