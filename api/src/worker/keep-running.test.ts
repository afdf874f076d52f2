import { expect, test } from 'vitest'
import { keepRunning } from './keep-running.ts'

test('what ends by itself is started again, also after failed starts, and is stopped whole', async () => {
  const logged: string[] = []
  const stopped: number[] = []
  const ends: (() => void)[] = []
  let starts = 0
  const worker = await keepRunning(
    async () => {
      starts += 1
      const number = starts
      if (number === 2) throw new Error('the database is away')
      return {
        done: new Promise<void>((resolve) => ends.push(resolve)),
        stop: async () => void stopped.push(number),
      }
    },
    { info: () => {}, error: () => {}, warn: (message) => void logged.push(message) },
  )
  ends[0]?.()
  await expect.poll(() => starts).toBe(3)
  expect(logged.join('\n')).toContain('the database is away')
  // its other half was ended before the next began
  expect(stopped).toEqual([1])
  const stopping = worker.stop()
  ends[1]?.()
  await stopping
  expect(stopped).toContain(3)
  expect(starts).toBe(3)
})

test('a first start that fails is told to whoever asked for it', async () => {
  const starting = keepRunning(
    async () => {
      throw new Error('no database')
    },
    { info: () => {}, error: () => {}, warn: () => {} },
  )
  await expect(starting).rejects.toThrow('no database')
})
