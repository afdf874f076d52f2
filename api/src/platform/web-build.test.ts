import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOf } from './web-build.ts'

let base: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'ngopi-hash-'))
  await mkdir(join(base, 'src', 'ui'), { recursive: true })
  await writeFile(join(base, 'src', 'ui', 'page.tsx'), 'page')
  await writeFile(join(base, 'lock.json'), '{}')
})
afterEach(() => rm(base, { recursive: true }))

const hash = () => hashOf(base, ['src', 'lock.json', 'absent'])

test('a fresh checkout of the same sources is not stale', async () => {
  const before = await hash()
  await utimes(join(base, 'lock.json'), 0, 0)
  expect(await hash()).toBe(before)
})

test('a changed, added, renamed or removed file is', async () => {
  const seen = [await hash()]
  await writeFile(join(base, 'src', 'ui', 'page.tsx'), 'other')
  seen.push(await hash())
  await writeFile(join(base, 'src', 'more.ts'), '')
  seen.push(await hash())
  await rename(join(base, 'src', 'more.ts'), join(base, 'src', 'moved.ts'))
  seen.push(await hash())
  await rm(join(base, 'lock.json'))
  seen.push(await hash())
  expect(new Set(seen).size).toBe(seen.length)
})
