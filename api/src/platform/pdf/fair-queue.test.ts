import { expect, test } from 'vitest'
import { FairQueue } from './fair-queue.ts'

/** Work that ends when told to, and says when it began. */
function workOf(begun: string[]) {
  const ends = new Map<string, () => void>()
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name)
      ends.set(name, () => resolve(name))
    })
  return { work, end: (name: string) => ends.get(name)?.() }
}

/** What could begin has begun. */
const settled = () => new Promise<void>((resolve) => void setImmediate(resolve))

test('an office with one document waits for one of another office, not for all of them', async () => {
  const begun: string[] = []
  const { work, end } = workOf(begun)
  const queue = new FairQueue({ perOffice: 4, inAll: 16, maxWaitMs: 60_000 })
  const heavy = ['a1', 'a2', 'a3', 'a4'].map((name) => queue.run('a', work(name)))
  const light = queue.run('b', work('b1'))
  const beyond = await Promise.race([
    queue.run('a', work('a5')).catch((error: unknown) => error),
    settled().then(() => 'waits'),
  ])
  expect(beyond).toMatchObject({ code: 'unavailable', details: { retryAfter: 5 } })
  for (const name of ['a1', 'a2', 'b1', 'a3', 'a4']) {
    await settled()
    expect(begun.at(-1)).toBe(name)
    end(name)
  }
  await Promise.all([...heavy, light])
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3', 'a4'])
})

test('who waits too long is told so, and the rest goes on', async () => {
  const begun: string[] = []
  const { work, end } = workOf(begun)
  const queue = new FairQueue({ perOffice: 4, inAll: 16, maxWaitMs: 20 })
  const first = queue.run('a', work('a1'))
  await expect(queue.run('b', work('b1'))).rejects.toMatchObject({ code: 'unavailable' })
  end('a1')
  await first
  const next = queue.run('b', work('b2'))
  await expect.poll(() => begun).toEqual(['a1', 'b2'])
  end('b2')
  await next
})

test('work that fails frees its place', async () => {
  const queue = new FairQueue({ perOffice: 1, inAll: 1, maxWaitMs: 1000 })
  await expect(queue.run('a', () => Promise.reject(new Error('torn')))).rejects.toThrow('torn')
  await expect(queue.run('a', async () => 'whole')).resolves.toBe('whole')
})

test('the pieces of a job take turns with the offices and count against nobody', async () => {
  const begun: string[] = []
  const { work, end } = workOf(begun)
  const queue = new FairQueue({ perOffice: 1, inAll: 2, maxWaitMs: 60_000 })
  const all = [
    ...['job 1', 'job 2'].map((name) => queue.runPatiently('a', work(name))),
    ...['b', 'a'].map((office) => queue.run(office, work(office))),
  ]
  for (const name of ['job 1', 'job 2', 'b', 'a']) {
    await expect.poll(() => begun.at(-1)).toBe(name)
    end(name)
  }
  await Promise.all(all)
})

test('a piece of a job waits longer than anybody who asks', async () => {
  const begun: string[] = []
  const { work, end } = workOf(begun)
  const queue = new FairQueue({ perOffice: 4, inAll: 16, maxWaitMs: 20 })
  const first = queue.runPatiently('a', work('job 1'))
  const second = queue.runPatiently('b', work('job 2'))
  await expect(queue.run('c', work('c'))).rejects.toMatchObject({ code: 'unavailable' })
  end('job 1')
  await expect.poll(() => begun).toEqual(['job 1', 'job 2'])
  end('job 2')
  await Promise.all([first, second])
})
