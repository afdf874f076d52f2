import { invitationsApi } from '@ngopi/shared/invitations'
import { sessionsApi } from '@ngopi/shared/sessions'
import type { Email } from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../../test/client.ts'
import { Mailbox } from '../../test/mailbox.ts'
import { eventsIn, readCalendar } from '../../test/read-calendar.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let mailbox: Mailbox
let server: TestServer

beforeAll(async () => {
  mailbox = await Mailbox.open()
  server = await startServer({
    smtpUrl: mailbox.url,
    publicUrl: 'https://ngopi.pemalang.example',
    worker: true,
  })
})
afterAll(async () => {
  await server.close()
  await mailbox.close()
})

let guests = 0

async function meeting({ capacity = null as number | null } = {}) {
  const world = await World.open(server)
  const session = await world.session({ capacity, mapUrl: 'https://maps.example/aula' })
  const address = `tamu${++guests}@media.example`
  const [journalist] = await world.journalists(1, { email: address })
  const [id = ''] = await world.invite(session.id, journalist ? [journalist] : [])
  const as = world.asOfficer
  let seen = 0
  return {
    world,
    session,
    id,
    as,
    send: (kind: 'invitation' | 'reminder' | 'cancel') =>
      call(
        server.app,
        invitationsApi.deliver,
        { params: { id }, body: { channel: 'email', kind } },
        as,
      ),
    /** The next mail to arrive at the guest's. */
    next: async (): Promise<Email> => {
      await expect.poll(() => mailbox.to(address).length).toBeGreaterThan(seen)
      const mail = mailbox.to(address)[seen++]
      if (!mail) throw new Error('no mail')
      return mail
    },
    address,
  }
}

/** What a mail program finds for the calendar: the alternative to the text, and the same as a file. */
function calendarOf(mail: Email) {
  const parts = mail.attachments.filter(({ mimeType }) => /calendar|ics/.test(mimeType))
  const texts = parts.map(({ content }) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content),
  )
  expect(new Set(texts).size).toBe(texts.length === 0 ? 0 : 1)
  const part = parts.find(({ mimeType }) => mimeType === 'text/calendar')
  if (!part) return undefined
  const calendar = readCalendar(texts[0] ?? '')
  const [event, ...others] = eventsIn(calendar)
  expect(others).toEqual([])
  const component = event?.component
  return {
    method: part.method,
    said: calendar.getFirstPropertyValue('method'),
    uid: event?.uid,
    sequence: event?.sequence ?? -1,
    status: component?.getFirstPropertyValue('status'),
    starts: event?.startDate.toJSDate().toISOString(),
    organizer: component?.getFirstProperty('organizer'),
    attendees: component?.getAllProperties('attendee') ?? [],
    text: texts[0],
  }
}

describe('a mail', () => {
  it('brings the session to the guest’s calendar, moves it there, and takes it back', async () => {
    const { world, session, id, as, send, next, address } = await meeting()
    await send('invitation')
    const invited = await next()
    const first = calendarOf(invited)
    expect(first).toMatchObject({
      method: 'REQUEST',
      said: 'REQUEST',
      uid: `${session.id}@ngopi`,
      sequence: 0,
      status: 'CONFIRMED',
      starts: session.startsAt.replace(/\.\d+/, '.000'),
    })
    // Whoever answers the mail and whoever answers the calendar reach the same.
    expect(first?.organizer?.getFirstValue()).toBe(`mailto:${invited.replyTo?.[0]?.address}`)
    expect(invited.replyTo?.[0]?.address).toBe(world.officer.email)
    expect(invited.from?.address).toBe('ngopi@ngopi.pemalang.example')
    expect(first?.organizer?.getFirstParameter('cn')).toBe('Kantor Uji')
    expect(first?.attendees).toHaveLength(1)
    expect(String(first?.attendees[0]?.getFirstValue()).toLowerCase()).toBe(`mailto:${address}`)
    expect(first?.attendees[0]?.getFirstParameter('partstat')).toBe('NEEDS-ACTION')
    expect(first?.text?.replaceAll('\r\n ', '')).toContain('Lihat peta: https://maps.example/aula')
    // What is synchronised and shared must not let others answer.
    expect(first?.text).not.toContain('/u/')
    expect(invited.text).toContain('/u/')

    await world.answer(id, 'attending')
    const startsAt = new Date(Date.parse(session.startsAt) + 86_400_000).toISOString()
    const endsAt = new Date(Date.parse(session.endsAt) + 86_400_000).toISOString()
    await call(
      server.app,
      sessionsApi.update,
      { params: { id: session.id }, body: { version: session.version, startsAt, endsAt } },
      as,
    )
    const moved = calendarOf(await next())
    expect(moved).toMatchObject({
      method: 'REQUEST',
      uid: first?.uid,
      status: 'CONFIRMED',
      starts: startsAt.replace(/\.\d+/, '.000'),
    })
    expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? 0)

    await call(
      server.app,
      sessionsApi.cancel,
      { params: { id: session.id }, body: { reason: 'Hujan' } },
      as,
    )
    await send('cancel')
    const cancelled = calendarOf(await next())
    expect(cancelled).toMatchObject({
      method: 'CANCEL',
      said: 'CANCEL',
      uid: first?.uid,
      status: 'CANCELLED',
    })
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? 0)
    expect(cancelled?.text).toContain('Hujan')
    expect(cancelled?.text).not.toContain('VALARM')
  })

  it('of a freed seat says that the guest comes', async () => {
    const { world, id, next, session } = await meeting({ capacity: 1 })
    const [other] = await world.journalists(1, { outlet: 'Harian Lain' })
    const [first = ''] = await world.invite(session.id, other ? [other] : [])
    await world.answer(first, 'attending')
    await world.answer(id, 'attending')
    await world.answer(first, 'declined')
    const seat = calendarOf(await next())
    expect(seat?.method).toBe('REQUEST')
    expect(seat?.attendees[0]?.getFirstParameter('partstat')).toBe('ACCEPTED')
  })

  it('that reminds, or speaks of a cancellation that did not happen, brings nothing', async () => {
    const { send, next } = await meeting()
    await send('reminder')
    expect(calendarOf(await next())).toBeUndefined()
    await send('cancel')
    expect(calendarOf(await next())).toBeUndefined()
  })
})
