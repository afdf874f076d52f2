import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { copyNative, exists, findBinaries, hydrate, isHydrated } from './binaries.ts'
import { choosePlace, systemFolder } from './place.ts'
import { serviceUser } from './service-user.ts'
import { startEmbedded } from './start-embedded.ts'

const isRoot = process.getuid?.() === 0
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'ngopi-place-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const outsideOf = (dataDir: string) =>
  join(systemFolder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))

describe('the links between library versions', () => {
  test('are made when npm did not run the package script, in place and in a copy', async () => {
    const { native } = await findBinaries()
    const bare = join(home, 'bare')
    await cp(native, bare, { recursive: true, verbatimSymlinks: true })
    const lib = join(bare, 'lib')
    for (const name of await readdir(lib)) {
      if ((await lstat(join(lib, name))).isSymbolicLink()) await rm(join(lib, name))
    }
    expect(await isHydrated(bare)).toBe(false)
    const copy = join(home, 'copy')
    await copyNative(bare, copy)
    expect(await isHydrated(copy)).toBe(true)
    await hydrate(bare)
    expect(await isHydrated(bare)).toBe(true)
    expect(spawnSync(join(bare, 'bin', 'postgres'), ['--version']).stdout.toString()).toContain(
      '18',
    )
  })
})

test('an ordinary user runs everything in place', async () => {
  const binaries = await findBinaries()
  expect(await choosePlace(home, binaries, undefined)).toEqual({
    native: binaries.native,
    cluster: join(home, 'cluster'),
    user: undefined,
  })
})

test('a cluster inside DATA_DIR moves with it; one in the system folder does not', async () => {
  const binaries = await findBinaries()
  await choosePlace(home, binaries, undefined)
  const moved = join(home, 'moved')
  await mkdir(moved)
  await cp(join(home, 'cluster-place'), join(moved, 'cluster-place'))
  expect((await choosePlace(moved, binaries, undefined)).cluster).toBe(join(moved, 'cluster'))

  const elsewhere = join(outsideOf(home), 'cluster')
  await writeFile(join(moved, 'cluster-place'), `${home}\n${elsewhere}\n`)
  await expect(choosePlace(moved, binaries, undefined)).rejects.toThrow(`belongs to ${home}`)
})

// Nobody else can become the user PostgreSQL would run as.
if (isRoot) {
  describe('as root', () => {
    test('below a 0700 home, programs are copied and the cluster lies in the system folder', async () => {
      const user = await serviceUser()
      const native = join(home, 'native')
      await copyNative((await findBinaries()).native, native)
      const version = `test-${randomBytes(4).toString('hex')}`
      const location = await choosePlace(home, { native, version }, user)
      try {
        expect(location.native).toBe(join(systemFolder, `postgresql-${version}`))
        expect(location.cluster).toBe(join(outsideOf(home), 'cluster'))
        const ran = spawnSync(join(location.native, 'bin', 'postgres'), ['--version'], {
          ...user,
          cwd: '/',
        })
        expect(ran.stdout.toString()).toContain('18')
      } finally {
        await rm(location.native, { recursive: true })
        await rm(outsideOf(home), { recursive: true })
      }
    })

    test('a cluster in the system folder is found again, and set aside when its DATA_DIR was deleted', async () => {
      const dataDir = join(home, 'data')
      const outside = outsideOf(dataDir)
      const round = async () => {
        const postgres = await startEmbedded({ dataDir, durable: false, log: quiet })
        await postgres.stop()
        return (await stat(join(outside, 'cluster', 'PG_VERSION'))).birthtimeMs
      }
      try {
        const first = await round()
        expect(await round()).toBe(first)
        await rm(dataDir, { recursive: true })
        expect(await round()).toBeGreaterThan(first)
        expect((await readdir(outside)).filter((name) => name.startsWith('cluster-'))).toHaveLength(
          1,
        )
      } finally {
        await rm(outside, { recursive: true, force: true })
      }
    })

    test('a cluster that an ordinary user made goes on under that user', async () => {
      await chmod(home, 0o711)
      const cluster = join(home, 'cluster')
      const user = await serviceUser()
      const binaries = await findBinaries()
      await mkdir(cluster)
      await cp(join(binaries.native, 'pg-symlinks.json'), join(cluster, 'PG_VERSION'))
      await chown(cluster, 12_345, 12_345)
      expect((await choosePlace(home, binaries, user)).user).toEqual({ uid: 12_345, gid: 12_345 })
      expect(await exists(join(cluster, 'PG_VERSION'))).toBe(true)
    })
  })
}
