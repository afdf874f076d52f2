import { invitationsApi } from '@ngopi/shared/invitations'
import { segmentsApi } from '@ngopi/shared/segments'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AudienceOffice } from '../../test/audience-office.ts'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

type Invited = Parameters<typeof call<typeof invitationsApi.create>>[2]['body']

/** An office with a segment of everybody. */
async function open() {
  const world = await World.open(server)
  const as = world.asOfficer
  const office = new AudienceOffice(server.make, world.officer.officeId)
  await office.outlet('Kabar')
  const body = { name: 'Semua', filter: {} }
  const segment = await call(server.app, segmentsApi.create, { body }, as)
  return {
    world,
    office,
    segmentId: segment.id,
    invite: (id: string, more: Omit<Invited, 'segmentId' | 'invitees'> = {}) =>
      call(
        server.app,
        invitationsApi.create,
        { params: { id }, body: { segmentId: segment.id, ...more } },
        as,
      ),
    evaluate: (sessionId: string) =>
      call(server.app, segmentsApi.evaluate, { body: { segmentId: segment.id, sessionId } }, as),
    lastUse: async () =>
      (await call(server.app, segmentsApi.get, { params: { id: segment.id } }, as)).lastUse,
  }
}

describe('inviting by segment', () => {
  it('invites whom the segment holds under the cap, names the others, and remembers the use', async () => {
    const { world, office, invite, lastUse, segmentId } = await open()
    const first = await office.person({ name: 'A', outlet: 'Kabar' })
    const second = await office.person({ name: 'B', outlet: 'Kabar' })
    const silent = await office.person({ name: 'C', phone: null })
    const unticked = await office.person({ name: 'D' })
    const session = await world.session()
    const { created, skipped } = await invite(session.id, {
      perOutlet: 1,
      priority: 'name',
      except: [unticked],
    })
    expect(created).toMatchObject([
      { journalist: { id: first }, outlet: { name: 'Kabar' }, answer: 'none' },
    ])
    expect(skipped).toEqual([
      { journalistId: second, reason: 'over_cap' },
      { journalistId: silent, reason: 'no_channel' },
    ])
    expect(await lastUse()).toMatchObject({ session: { id: session.id }, size: 3 })
    const { rows } = await server.make.pool.query(
      'select by_user_id from segment_uses where segment_id = $1',
      [segmentId],
    )
    expect(rows).toEqual([{ by_user_id: world.officer.id }])
  })

  it('invites nobody the officer did not see in place of one left out', async () => {
    const { world, office, invite } = await open()
    const first = await office.person({ name: 'A', outlet: 'Kabar' })
    await office.person({ name: 'B', outlet: 'Kabar' })
    const session = await world.session()
    const { created } = await invite(session.id, {
      perOutlet: 1,
      priority: 'name',
      except: [first],
    })
    expect(created).toEqual([])
  })

  it('shows who came and who went since it was last used', async () => {
    const { world, office, invite, evaluate } = await open()
    await office.person({ name: 'Tetap' })
    const gone = await office.person({ name: 'Pergi' })
    const [september, october] = [await world.session(), await world.session()]
    expect((await evaluate(september.id)).since).toBeNull()
    await invite(september.id)
    expect((await evaluate(september.id)).since).toMatchObject({ added: [], removed: [] })
    await office.person({ name: 'Datang' })
    await server.make.pool.query('update journalists set archived_at = now() where id = $1', [gone])
    const { since } = await evaluate(october.id)
    expect(since).toMatchObject({
      session: { id: september.id, title: september.title },
      added: [{ name: 'Datang' }],
      removed: [{ id: gone, name: 'Pergi' }],
    })
  })

  it('takes at most 500 at once, after those left out', async () => {
    const { world, invite, segmentId } = await open()
    const people = await world.journalists(501, { phone: '+6281200000001' })
    const session = await world.session()
    const { problem } = await problemOf(invite(session.id))
    expect(problem.fields?.map(({ path }) => path)).toEqual(['segmentId'])
    const { rows } = await server.make.pool.query(
      'select id from segment_uses where segment_id = $1',
      [segmentId],
    )
    expect(rows).toEqual([])
    const { created } = await invite(session.id, { except: [people[0]?.id ?? ''] })
    expect(created).toHaveLength(500)
  })

  it('invites nobody twice when several officers press at once', async () => {
    const { world, office, invite, evaluate } = await open()
    for (const name of ['A', 'B', 'C']) await office.person({ name, outlet: 'Kabar' })
    const session = await world.session()
    const officers = [1, 2, 3, 4, 5, 6]
    // Connections are made by then, so that all begin at once.
    await Promise.all(officers.map(() => evaluate(session.id)))
    const all = await Promise.all(officers.map(() => invite(session.id, { perOutlet: 2 })))
    expect(all.map(({ created }) => created.length).sort()).toEqual([0, 0, 0, 0, 0, 2])
    const second = all.find(({ created }) => created.length === 0)
    expect(second?.skipped.map(({ reason }) => reason).sort()).toEqual([
      'already_invited',
      'already_invited',
      'over_cap',
    ])
  })

  it('is one of invitees and a segment', async () => {
    const { world, segmentId } = await open()
    const session = await world.session()
    const [one] = await world.journalists(1)
    const params = { id: session.id }
    const invitees = [{ journalistId: one?.id ?? '' }]
    const ask = (body: Invited) =>
      problemOf(call(server.app, invitationsApi.create, { params, body }, world.asOfficer))
    expect((await ask({ segmentId, invitees })).status).toBe(400)
    expect((await ask({})).status).toBe(400)
  })

  it('uses no archived segment and no closed session', async () => {
    const { world, segmentId, invite } = await open()
    const cancelled = await world.session()
    await server.make.pool.query(`update sessions set status = 'cancelled' where id = $1`, [
      cancelled.id,
    ])
    expect((await problemOf(invite(cancelled.id))).problem.code).toBe('closed')
    await call(server.app, segmentsApi.archive, { params: { id: segmentId } }, world.asOfficer)
    const session = await world.session()
    expect((await problemOf(invite(session.id))).status).toBe(404)
  })
})

describe('a coordinator', () => {
  it('is invited with the group, which a renewed invitation keeps only when it is said again', async () => {
    const { world, office } = await open()
    const journalistId = await office.person({ name: 'Ketua Pokja', phone: null })
    const session = await world.session()
    const group = { name: 'Pokja Pemalang', places: 5 }
    const invite = (again?: typeof group) =>
      call(
        server.app,
        invitationsApi.create,
        {
          params: { id: session.id },
          body: { invitees: [{ journalistId, ...(again && { group: again }) }] },
        },
        world.asOfficer,
      )
    const revoke = (id: string) =>
      call(server.app, invitationsApi.revoke, { params: { id } }, world.asOfficer)
    const [first] = (await invite(group)).created
    expect(first?.group).toEqual({ ...group, named: 0 })
    await revoke(first?.id ?? '')
    const [second] = (await invite()).created
    expect(second).toMatchObject({ id: first?.id, group: null })
    await revoke(first?.id ?? '')
    const [third] = (await invite({ ...group, places: 2 })).created
    expect(third?.group).toEqual({ ...group, places: 2, named: 0 })
  })
})
