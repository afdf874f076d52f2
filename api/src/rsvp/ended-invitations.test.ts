import { invitationsApi } from '@ngopi/shared/invitations'
import { templatesApi } from '@ngopi/shared/templates'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { sendNotices } from '../../test/notices.ts'
import { readable } from '../../test/readable.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'
import { refreshGuestMail } from '../messaging/mail-at-send-time.ts'
import { withdrawals } from '../messaging/withdrawal-rules.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer({ smtpUrl: 'smtp://127.0.0.1:9', publicUrl: 'https://ngopi.example' })
  world = await World.open(server)
})
afterAll(() => server.close())

let made = 0

/** A session with two journalists of one outlet, the first of them invited by mail. */
async function meeting({ deliver = true } = {}) {
  const session = await world.session()
  const [guest, colleague] = await world.journalists(2, { email: `usai${++made}@media.example` })
  const [id = ''] = await world.invite(session.id, guest ? [guest] : [])
  if (deliver)
    await call(
      server.app,
      invitationsApi.deliver,
      { params: { id }, body: { channel: 'email' } },
      world.asOfficer,
    )
  return { session, id, guest, colleague }
}

interface Mailed {
  id: string
  about: string
  subject: string
  text: string
  calendar: string | null
}
const mailsTo = async (invitationId: string): Promise<Mailed[]> =>
  (
    await server.make.pool.query<Mailed>(
      `select m.id, d.about, m.subject, m.body_text as text, m.calendar_body as calendar
         from deliveries d join mails m on m.id = d.mail_id where d.invitation_id = $1 order by d.id`,
      [invitationId],
    )
  ).rows.map((row) => ({
    ...row,
    text: readable(server, row.text),
    calendar: row.calendar && readable(server, row.calendar).replaceAll('\r\n ', ''),
  }))
const sequenceOf = ({ calendar }: Mailed) => Number(/SEQUENCE:(\d+)/.exec(calendar ?? '')?.[1])

const revoke = async (id: string, query: { notify?: 'true' | 'false' } = {}) => {
  await call(server.app, invitationsApi.revoke, { params: { id }, query }, world.asOfficer)
  await sendNotices(server)
}
const substitute = async (id: string, journalistId = '', notify?: boolean) => {
  const taken = await call(
    server.app,
    invitationsApi.substitute,
    { params: { id }, body: { journalistId, ...(notify !== undefined && { notify }) } },
    world.asOfficer,
  )
  await sendNotices(server)
  return taken.id
}
const now = (mailId = '') =>
  server.deps.database.read([world.officer.officeId], (db) =>
    refreshGuestMail(server.deps)(db, mailId),
  )

test('who is revoked hears of it, and the session leaves their calendar', async () => {
  const { session, id } = await meeting()
  await revoke(id)
  const [invited, revoked] = await mailsTo(id)
  expect(revoked).toMatchObject({
    about: 'revoked',
    subject: expect.stringContaining('tidak berlaku lagi'),
    text: expect.not.stringContaining('konfirmasi'),
  })
  expect(revoked?.calendar).toContain('METHOD:CANCEL')
  expect(revoked?.calendar).toContain('STATUS:CANCELLED')
  expect(revoked?.calendar).toContain(`UID:${session.id}@ngopi`)
  expect(revoked && invited && sequenceOf(revoked) > sequenceOf(invited)).toBe(true)
  expect(await now(revoked?.id)).toMatchObject({ calendar: { method: 'CANCEL' } })
})

test('nobody hears of it by wish, or where they never knew they were invited', async () => {
  const [silent, unaware] = [await meeting(), await meeting({ deliver: false })]
  await revoke(silent.id, { notify: 'false' })
  await revoke(unaware.id)
  expect((await mailsTo(silent.id)).map(({ about }) => about)).toEqual(['invitation'])
  expect(await mailsTo(unaware.id)).toEqual([])
})

test('who is invited again before the notice goes out is not told that it is over', async () => {
  const { session, id, guest } = await meeting()
  await revoke(id)
  await world.invite(session.id, guest ? [guest] : [])
  const revoked = (await mailsTo(id)).at(-1)
  expect(await now(revoked?.id)).toEqual({ withdrawn: withdrawals.stillInvited.id })
  await call(
    server.app,
    invitationsApi.deliver,
    { params: { id }, body: { channel: 'email' } },
    world.asOfficer,
  )
  const again = (await mailsTo(id)).at(-1)
  expect(again && revoked && sequenceOf(again) > sequenceOf(revoked)).toBe(true)
})

test('who is replaced hears of it; after the swap back both hear how it stands', async () => {
  const { id, colleague } = await meeting()
  await world.answer(id, 'attending')
  const taken = await substitute(id, colleague?.id)
  const replaced = (await mailsTo(id)).at(-1)
  expect(replaced?.about).toBe('replaced')
  expect(replaced?.calendar).toContain('METHOD:CANCEL')
  expect(replaced?.text).not.toContain('konfirmasi')
  expect((await mailsTo(taken)).map(({ about }) => about)).toEqual(['invitation'])
  await call(
    server.app,
    invitationsApi.undoSubstitution,
    { params: { id }, query: {} },
    world.asOfficer,
  )
  await sendNotices(server)
  const back = (await mailsTo(id)).at(-1)
  expect(back?.about).toBe('invitation')
  expect(back?.calendar).toContain('METHOD:REQUEST')
  expect(back && replaced && sequenceOf(back) > sequenceOf(replaced)).toBe(true)
  expect((await mailsTo(taken)).at(-1)?.about).toBe('revoked')
  expect(await now(replaced?.id)).toEqual({ withdrawn: withdrawals.stillInvited.id })
})

test('a silent substitution tells the substitute alone', async () => {
  const { id, colleague } = await meeting()
  const taken = await substitute(id, colleague?.id, false)
  expect((await mailsTo(id)).map(({ about }) => about)).toEqual(['invitation'])
  expect((await mailsTo(taken)).map(({ about }) => about)).toEqual(['invitation'])
})

test('after the deadline an officer still substitutes; nobody is asked for an answer that is not taken', async () => {
  const { session, id, colleague } = await meeting()
  await world.answer(id, 'attending')
  await server.make.pool.query(
    `update sessions set rsvp_closes_at = now() - interval '1 minute' where id = $1`,
    [session.id],
  )
  const taken = await substitute(id, colleague?.id)
  const [mail] = await mailsTo(taken)
  expect(mail?.about).toBe('seat')
  expect(mail?.text).not.toMatch(/mohon konfirmasi/i)
})

test('by WhatsApp an officer finds the words ready', async () => {
  const session = await world.session()
  const people = await world.journalists(1, { phone: '+6281200003333' })
  const [id = ''] = await world.invite(session.id, people)
  await call(
    server.app,
    invitationsApi.deliver,
    { params: { id }, body: { channel: 'whatsapp' } },
    world.asOfficer,
  )
  await revoke(id)
  const claim = { params: { id: session.id }, body: { kind: 'cancel' as const } }
  const { item } = await call(server.app, whatsappApi.claim, claim, world.asOfficer)
  expect(item).toMatchObject({
    invitationId: id,
    message: expect.stringContaining('tidak berlaku lagi'),
  })
})

test('the words can be the office’s own, in both languages', async () => {
  for (const kind of ['moved', 'revoked', 'replaced'] as const)
    for (const language of ['id', 'en'] as const) {
      const body = {
        version: 0,
        subject: 'Kabar: {acara}',
        body: 'Yth. {nama}',
        serviceParameters: [],
      }
      const saved = await call(
        server.app,
        templatesApi.save,
        { params: { kind, language }, body },
        world.asOfficer,
      )
      expect(saved).toMatchObject({ kind, language, custom: true })
    }
  // A move that asks must say where to answer.
  const body = { version: 0, subject: 'x', body: 'Yth. {nama}', serviceParameters: [] }
  const { status } = await problemOf(
    call(
      server.app,
      templatesApi.save,
      { params: { kind: 'reschedule', language: 'id' }, body },
      world.asOfficer,
    ),
  )
  expect(status).toBe(400)
})
