import { seriesApi } from '@ngopi/shared/series'
import { sessionsApi } from '@ngopi/shared/sessions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { openDatabase } from '../platform/database.ts'
import { dayOf } from '../platform/local-days.ts'
import { Sealing } from '../platform/sealing.ts'
import { planAllSeries } from './plan-task.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer({ worker: true })
  world = await World.open(server)
})
afterAll(() => server.close())

const log = { info: () => {}, warn: () => {}, error: () => {} }

const create = (rrule: string) =>
  call(
    server.app,
    seriesApi.create,
    {
      body: {
        title: 'Ngopi',
        rrule,
        startsOn: dayOf(new Date().toISOString(), 'Asia/Jakarta'),
        startTime: '09:00',
        durationMinutes: 90,
        venue: 'Aula',
      },
    },
    world.asOfficer,
  )
const get = (id: string) => call(server.app, seriesApi.get, { params: { id } }, world.asOfficer)
const sessionsOf = async (id: string) => {
  const query = { seriesId: id, limit: 100, sort: 'startsAt' as const }
  return (await call(server.app, sessionsApi.list, { query }, world.asOfficer)).items
}

/** As if the last months of the horizon had just come into sight. */
const forget = async (ids: string[]) => {
  await server.make.pool.query(
    `delete from sessions where series_id = any ($1) and starts_at > now() + interval '3 months'`,
    [ids],
  )
  await server.make.pool.query('update series set planned_until = null where id = any ($1)', [ids])
}

test('two machines make the sessions of many series once, and forms stay fresh meanwhile', async () => {
  const made = await Promise.all(Array.from({ length: 12 }, () => create('FREQ=WEEKLY;BYDAY=WE')))
  const ids = made.map(({ id }) => id)
  const counted = async () => {
    const { rows } = await server.make.pool.query(
      `select count(*)::int as n, count(distinct (series_id, occurrence_date))::int as days
         from sessions where series_id = any ($1)`,
      [ids],
    )
    return rows[0]
  }
  const before = await counted()
  await forget(ids)
  expect((await counted()).n).toBeLessThan(before.n)
  const other = openDatabase({
    ownerUrl: server.ownerUrl,
    poolSize: 3,
    sealing: new Sealing(server.deps.keys.storedText),
    log,
  })
  const results = await Promise.all([
    planAllSeries({ database: server.deps.database, log }),
    planAllSeries({ database: other, log }),
  ])
  await other.close()
  const after = await counted()
  expect(after).toEqual(before)
  expect(results[0].made + results[1].made).toBeGreaterThan(0)
  expect((await get(ids[0] ?? '')).version).toBe(made[0]?.version)
})

test('one series that fails does not keep the others from being made', async () => {
  const broken = await create('FREQ=WEEKLY;BYDAY=MO')
  const sound = await create('FREQ=WEEKLY;BYDAY=TU')
  const count = (await sessionsOf(sound.id)).length
  await forget([broken.id, sound.id])
  await server.make.pool.query(`update series set rrule = 'nonsense' where id = $1`, [broken.id])
  await expect(planAllSeries({ ...server.deps, log })).rejects.toThrow('1 of')
  expect(await sessionsOf(sound.id)).toHaveLength(count)
  await server.make.pool.query(`update series set archived_at = now() where id = $1`, [broken.id])
})

test('the worker knows the job, and an archived series asks for nothing', async () => {
  const [series, archived] = [await create('FREQ=WEEKLY;BYDAY=FR'), await create('FREQ=WEEKLY')]
  const count = (await sessionsOf(series.id)).length
  const params = { id: archived.id }
  await call(server.app, seriesApi.archive, { params }, world.asOfficer)
  await forget([series.id, archived.id])
  await server.make.pool.query(`select graphile_worker.add_job('plan_series')`)
  await expect.poll(async () => (await sessionsOf(series.id)).length).toBe(count)
  expect(await sessionsOf(archived.id)).toEqual([])
})
