import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/server.ts'
import { inHours, World } from '../../test/world.ts'
import { codeAt } from '../attendance/check-in-code.ts'
import { notifyGuestsJob } from '../sending/notice-commands.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const run = async (sql: string, values: unknown[]) =>
  (await server.make.pool.query(sql, values)).rows

async function guest(given: Parameters<World['session']>[0] = {}) {
  const session = await world.session(given)
  const [one] = await world.journalists(1, { email: 'redaksi@uji.example' })
  const [id = ''] = await world.invite(session.id, one ? [one] : [])
  const path = await world.path(id)
  const post = (form: string, fields: Record<string, string>) =>
    server.app.inject({
      method: 'POST',
      url: `${path}/${form}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  return {
    session,
    id,
    post,
    /** The key of a form, as its page has it. */
    keyOn: async (page: string) =>
      (await server.app.inject({ url: `${path}${page}` })).body.match(
        /name="formKey" value="([^"]+)"/,
      )?.[1] ?? '',
    /** Two presses before the first was answered. */
    twice: async (form: string, fields: Record<string, string>) =>
      (await Promise.all([post(form, fields), post(form, fields)])).map((reply) => [
        reply.statusCode,
        reply.headers.location?.replace(path, ''),
      ]),
    /** Entries in the histories of the session, notices to its guests, and entries of the log about it. */
    effects: async () => ({
      history: (
        await run(
          `select r.to_answer, r.note, r.reason from responses r join invitations i on i.id = r.invitation_id
            where i.session_id = $1 order by r.at, r.id`,
          [session.id],
        )
      ).map((row) => Object.values(row).filter(Boolean).join(' ')),
      notices: (
        await run(
          `select j.payload from graphile_worker._private_jobs j
             join graphile_worker._private_tasks t on t.id = j.task_id
            where t.identifier = $1 and j.payload #>> '{data,sessionId}' = $2`,
          [notifyGuestsJob.name, session.id],
        )
      ).length,
    }),
  }
}
const person = { fullName: 'Rekan Baru (contoh)', phone: '081200077001', email: '' }

test('an answer is one entry; given again after another one, it counts again', async () => {
  const { twice, post, effects } = await guest()
  expect(await twice('response', { answer: 'attending' })).toEqual([
    [303, ''],
    [303, ''],
  ])
  expect((await effects()).history).toEqual(['attending'])
  await post('response', { answer: 'declined' })
  await post('response', { answer: 'attending' })
  expect((await effects()).history).toEqual(['attending', 'declined', 'attending'])
})

test('words and an answer with words are one entry a form, and another one from the next', async () => {
  const { twice, post, keyOn, effects } = await guest()
  const formKey = await keyOn('')
  const remarks = { answer: 'declined', reason: 'Tugas lain', formKey }
  expect((await twice('response', remarks)).map(([status]) => status)).toEqual([303, 303])
  await twice('response', { note: 'Titip salam', formKey })
  expect((await effects()).history).toEqual(['declined Tugas lain', 'declined Titip salam'])
  await post('response', { note: 'Titip salam', formKey: await keyOn('') })
  expect((await effects()).history).toHaveLength(3)
  // Back from another answer on the same page, the first one is meant again.
  await post('response', { answer: 'attending' })
  await post('response', remarks)
  expect((await effects()).history.slice(3)).toEqual(['attending', 'declined Tugas lain'])
})

test('a reason has a key of its own page', async () => {
  const { id, post, twice, keyOn, effects } = await guest()
  await post('response', { answer: 'declined' })
  const formKey = await keyOn('')
  expect(formKey).not.toBe('')
  await twice('response', { reason: 'Liputan lain', formKey })
  expect((await effects()).history).toEqual(['declined', 'declined Liputan lain'])
  expect((await world.invitation(id)).declineReason).toBe('Liputan lain')
})

test('a substitute is named once, told once, and both presses lead on', async () => {
  const { id, twice, keyOn, effects } = await guest()
  await world.answer(id, 'attending')
  const formKey = await keyOn('/substitute')
  expect(await twice('substitute', { ...person, formKey })).toEqual([
    [303, ''],
    [303, ''],
  ])
  expect(await effects()).toEqual({
    history: ['attending', 'substituted', 'attending'],
    notices: 1,
  })
  const known = await run('select from journalists where full_name = $1 and office_id = $2', [
    person.fullName,
    world.officer.officeId,
  ])
  expect(known).toHaveLength(1)
})

test('who comes for a group is named once, also in its last place, and again after being taken back', async () => {
  const { session, id, post, twice, keyOn, effects } = await guest()
  await run(`update invitations set group_name = 'Pokja', group_places = 1 where id = $1`, [id])
  const formKey = await keyOn('/nominations')
  const named = { ...person, phone: '081200077002', fullName: 'Anggota Satu (contoh)' }
  const listed: [number, string][] = [
    [303, '/nominations'],
    [303, '/nominations'],
  ]
  expect(await twice('nominations', { ...named, formKey })).toEqual(listed)
  expect(await effects()).toEqual({ history: ['attending'], notices: 1 })
  const [member] = await run('select id from invitations where session_id = $1 and named_by = $2', [
    session.id,
    id,
  ])
  expect(await twice('nominations', { takeBack: member.id })).toEqual(listed)
  expect((await effects()).history).toEqual(['attending', 'none'])
  expect((await post('nominations', { takeBack: id })).statusCode).toBe(404)
  // The same page, meant anew.
  await post('nominations', { ...named, formKey })
  expect((await effects()).history).toEqual(['attending', 'none', 'attending'])
})

test('a forwarded link is one request', async () => {
  const { id, twice } = await guest()
  const sent = await twice('represent', { ...person, outletName: '' })
  expect(sent.map(([status]) => status)).toEqual([303, 303])
  expect(await run('select from representations where invitation_id = $1', [id])).toHaveLength(1)
})

test('being there is reported once', async () => {
  const { session, id, twice } = await guest({ startsAt: inHours(-1), endsAt: inHours(1) })
  const { code } = codeAt(server.deps.keys.checkIn, session.id, new Date())
  expect((await twice('check-in', { code })).map(([status]) => status)).toEqual([303, 303])
  expect(
    await run('select from attendances where invitation_id = $1 and self_reported_at is not null', [
      id,
    ]),
  ).toHaveLength(1)
})

test('stopping invitations and wanting them again are one change each', async () => {
  const { id, twice } = await guest()
  const changes = async () =>
    (
      await run(
        `select from activity a join invitations i on i.journalist_id = a.subject_id
          where i.id = $1 and a.subject = 'journalists' and a.after ? 'opted_out_at'`,
        [id],
      )
    ).length
  const before = await changes()
  await twice('opt-out', {})
  expect(await changes()).toBe(before + 1)
  await twice('opt-in', {})
  expect(await changes()).toBe(before + 2)
})
