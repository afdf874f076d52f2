import { expect, test } from 'vitest'
import { pipelined } from './pipelined.ts'

test('waits for every statement before it throws the first error', async () => {
  const log: string[] = []
  let finish = () => {}
  const slow = new Promise<void>((resolve) => {
    finish = resolve
  }).then(() => log.push('slow'))
  const both = pipelined([Promise.reject(new Error('first')), slow]).catch((error: Error) =>
    log.push(error.message),
  )
  await Promise.resolve()
  finish()
  await both
  expect(log).toEqual(['slow', 'first'])
})

test('answers in the order asked', async () => {
  expect(await pipelined([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two'])
})
