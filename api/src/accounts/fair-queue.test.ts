import { expect, test } from 'vitest'
import { AppError } from '../platform/app-error.ts'
import { FairQueue } from './fair-queue.ts'

/** What came of an ask by now; whoever waits for a turn would keep a test waiting too. */
const byNow = <T>(asked: Promise<T>): Promise<T | 'waits'> =>
  Promise.race([
    asked,
    new Promise<'waits'>((resolve) => {
      setImmediate(resolve, 'waits')
    }),
  ])

/** A queue whose work ends when it is told to, and what was begun so far. */
function observed(options: ConstructorParameters<typeof FairQueue>[0]) {
  const queue = new FairQueue(options)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const ask = (source: string, name = source) =>
    queue
      .run(source, () => {
        begun.push(name)
        return new Promise<void>((end) => ends.push(end))
      })
      .then(
        () => 200,
        (error: unknown) => (error instanceof AppError ? error.code : error),
      )
  const endOne = async () => {
    ends.shift()?.()
    await new Promise(setImmediate)
  }
  return { begun, ask, endOne }
}

test('takes turns between sources, whoever asked first', async () => {
  const { begun, ask, endOne } = observed({ atOnce: 1, share: 9, longest: 99 })
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']) void ask(name.charAt(0), name)
  for (let i = 0; i < 7; i++) await endOne()
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
})

test('runs so much at once and never more', async () => {
  const { begun, ask, endOne } = observed({ atOnce: 2, share: 9, longest: 99 })
  for (let i = 0; i < 5; i++) void ask('a')
  expect(begun).toHaveLength(2)
  await endOne()
  expect(begun).toHaveLength(3)
})

test('refuses a source beyond its share, and no other for it', async () => {
  const { begun, ask, endOne } = observed({ atOnce: 1, share: 2, longest: 99 })
  void ask('a')
  void ask('a')
  void ask('a')
  expect(await byNow(ask('a'))).toBe('too_many_requests')
  void ask('b')
  for (let i = 0; i < 4; i++) await endOne()
  expect(begun).toEqual(['a', 'a', 'b', 'a'])
})

test('when full, lets the source with most waiting give way, and refuses that source itself', async () => {
  const { begun, ask, endOne } = observed({ atOnce: 1, share: 9, longest: 3 })
  void ask('a', 'a1')
  void ask('a', 'a2')
  void ask('a', 'a3')
  const last = ask('a', 'a4')
  expect(await byNow(ask('a', 'a5'))).toBe('unavailable')
  void ask('b', 'b1')
  expect(await byNow(last)).toBe('unavailable')
  for (let i = 0; i < 4; i++) await endOne()
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
})

test('goes on after work that failed', async () => {
  const queue = new FairQueue({ atOnce: 1, share: 1, longest: 1 })
  await expect(queue.run('a', () => Promise.reject(new Error('gagal')))).rejects.toThrow('gagal')
  expect(await queue.run('a', async () => 'jalan')).toBe('jalan')
})
