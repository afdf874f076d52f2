import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { removeOlder } from './remove-older.ts'

test('removes what is older by the clock of the folder, however wrong the clock of the process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ngopi-older-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const name of ['old', 'young']) await writeFile(join(folder, name), name)
  const { mtimeMs } = await stat(join(folder, 'young'))
  await utimes(join(folder, 'old'), new Date(mtimeMs), new Date(mtimeMs - 3_600_001))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90 * 86_400_000 })
  onTestFinished(() => void vi.useRealTimers())
  await removeOlder(folder, 3_600_000)
  expect(await readdir(folder)).toEqual(['young'])
  await removeOlder(join(folder, 'missing'), 0)
})
