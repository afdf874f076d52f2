import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { claimHttpPort } from './http-port.ts'

test('a taken port is not changed silently: the message names PORT', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await expect(claimHttpPort('127.0.0.1', port)).rejects.toThrow(`PORT ${port}`)
  server.close()
  await once(server, 'close')
  expect(await claimHttpPort('127.0.0.1', port)).toBe(port)
})

test('0 becomes a port that can be used', async () => {
  expect(await claimHttpPort('127.0.0.1', 0)).toBeGreaterThan(0)
})

test('an address of another machine is named', async () => {
  await expect(claimHttpPort('192.0.2.1', 0)).rejects.toThrow('HOST 192.0.2.1')
})
