import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'
import { newId } from '../platform/ids.ts'
import { zoneOfOffice } from './office-zone-queries.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('an office has its own zone, and one out of sight has none that could be guessed', async () => {
  const office = await server.make.office({ timeZone: 'Asia/Jayapura' })
  const other = await server.make.office({ timeZone: 'Asia/Makassar' })
  const zone = (id: string) => server.deps.database.read([office.id], (db) => zoneOfOffice(db, id))
  expect(await zone(office.id)).toBe('Asia/Jayapura')
  for (const id of [other.id, newId()])
    await expect(zone(id)).rejects.toMatchObject({ code: 'not_found' })
})
