import { representationsApi } from '@ngopi/shared/representations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let server: TestServer
let world: World

beforeAll(async () => {
  server = await startServer()
  world = await World.open(server)
})
afterAll(() => server.close())

const get = (url: string) => server.app.inject({ url })
const post = (url: string, fields: Record<string, string>) =>
  server.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

let phones = 0
const newPhone = () => `0812000${String(++phones).padStart(5, '0')}`

async function guest({ capacity = 1 } = {}) {
  const session = await world.session({ capacity })
  const [one, colleague] = await world.journalists(2, { email: 'redaksi@uji.example' })
  if (!one || !colleague) throw new Error('too few journalists')
  const [id = ''] = await world.invite(session.id, [one])
  return { session, id, colleague, path: await world.path(id) }
}

const journalistNow = async (id: string) =>
  (await server.make.pool.query('select * from journalists where id = $1', [id])).rows[0]

async function substituteOf(id: string) {
  const { substitutedBy } = await world.invitation(id)
  const taken = await world.invitation(substitutedBy?.invitationId ?? '')
  return { taken, journalist: await journalistNow(taken.journalist.id) }
}

test('a guest names a colleague, who is matched by the name at the outlet and keeps the contact the office has', async () => {
  const { id, path, colleague } = await guest()
  await world.answer(id, 'attending')
  const before = await journalistNow(colleague.id)
  const reply = await post(`${path}/substitute`, {
    fullName: `H. ${colleague.fullName.toUpperCase()}, S.Sos.`,
    phone: newPhone(),
    email: '',
  })
  expect([reply.statusCode, reply.headers.location]).toEqual([303, path])
  const { taken, journalist } = await substituteOf(id)
  expect(taken).toMatchObject({ answer: 'attending', holdsSeat: true })
  expect(journalist).toEqual(before)
  const page = await get(path)
  expect(page.body).toContain('Rekan Anda hadir menggantikan Anda')
  expect(page.body).not.toContain('name="answer"')
  expect(page.body).not.toContain(colleague.fullName)
  expect((await get(`${path}/pass`)).statusCode).toBe(409)
  expect((await world.post(path, { answer: 'attending' })).statusCode).toBe(409)
  expect((await post(`${path}/substitute`, { fullName: 'X', phone: newPhone() })).statusCode).toBe(
    409,
  )
})

test('a colleague the office does not know becomes a provisional journalist of the outlet', async () => {
  const { id, path } = await guest()
  const phone = newPhone()
  const sent = { fullName: 'Rekan Baru (contoh)', phone, email: 'Rekan@uji.example' }
  expect((await post(`${path}/substitute`, sent)).statusCode).toBe(303)
  const { taken, journalist } = await substituteOf(id)
  expect(taken.outlet?.name).toBe('Media Uji')
  expect(journalist).toMatchObject({
    provisional: true,
    phone: `+62${phone.slice(1)}`,
    phone_raw: phone,
    email: 'rekan@uji.example',
  })
})

test('whether somebody is invited, wants no invitations or is unknown reads the same', async () => {
  const invited = await guest()
  await world.invite(invited.session.id, [invited.colleague])
  const stopped = await guest()
  await server.make.pool.query('update journalists set opted_out_at = now() where id = $1', [
    stopped.colleague.id,
  ])
  const shown = []
  for (const { path, colleague } of [invited, stopped]) {
    const sent = { fullName: colleague.fullName, phone: '081200099999' }
    const reply = await post(`${path}/substitute`, sent)
    expect(reply.body).toContain('value="081200099999"')
    shown.push([reply.statusCode, /role="alert">([^<]*)/.exec(reply.body)?.[1]])
  }
  expect(shown[0]).toEqual([409, expect.stringContaining('tidak dapat dicatat')])
  expect(shown[1]).toEqual(shown[0])
})

test('a form without a name, or without number and address, is shown again', async () => {
  const { id, path } = await guest()
  for (const [sent, says] of [
    [{ fullName: '', phone: newPhone() }, 'Please give the full name'],
    [{ fullName: 'Budi', phone: '', email: '' }, 'Please give a WhatsApp number'],
    [{ fullName: 'Budi', email: 'bukan surel' }, 'address is not complete'],
    [{ fullName: 'Budi', phone: newPhone(), officeId: 'x' }, 'Not sent yet'],
  ] as [Record<string, string>, string][]) {
    const reply = await post(`${path}/substitute?bahasa=en`, sent)
    expect(reply.statusCode).toBe(400)
    expect(reply.body).toContain(says)
  }
  expect(await world.standings([id])).toEqual(['none'])
})

const represent = (path: string, fields: Record<string, string>) =>
  post(`${path}/represent`, { fullName: 'Wakil (contoh)', phone: newPhone(), ...fields })
const waiting = async (sessionId: string) => {
  const params = { id: sessionId }
  return (await call(server.app, representationsApi.list, { params }, world.asOfficer)).items
}
const decide = (id: string, decision: 'substitute' | 'invite' | 'refuse', journalistId?: string) =>
  call(
    server.app,
    representationsApi.decide,
    { params: { id }, body: { decision, journalistId } },
    world.asOfficer,
  )

test('who comes with a forwarded link waits for the office and changes nothing else', async () => {
  const { session, id, path } = await guest()
  await world.answer(id, 'attending')
  const before = await world.invitation(id)
  const reply = await represent(path, { fullName: 'Tamu Uji 2', outletName: 'Harian Lain' })
  expect([reply.statusCode, reply.headers.location]).toEqual([303, `${path}/represent?terkirim=1`])
  expect((await get(`${path}/represent?terkirim=1`)).body).toContain('Menunggu persetujuan humas')
  expect(await world.invitation(id)).toEqual({ ...before, openRepresentations: 1 })
  const [asked] = await waiting(session.id)
  expect(asked).toMatchObject({
    state: 'pending',
    outletName: 'Harian Lain',
    invitation: { id, outlet: { name: 'Media Uji' } },
  })
  expect(asked?.known.map(({ fullName }) => fullName)).toContain('Tamu Uji 2')
})

test('saying it twice is one request, and five may wait at one link', async () => {
  const { session, path } = await guest()
  const same = { fullName: 'Wakil 1', phone: '081200077777' }
  expect((await represent(path, same)).statusCode).toBe(303)
  expect((await represent(path, same)).statusCode).toBe(303)
  for (const n of [2, 3, 4, 5])
    expect((await represent(path, { fullName: `Wakil ${n}` })).statusCode).toBe(303)
  const reply = await represent(path, { fullName: 'Wakil 6' })
  expect(reply.statusCode).toBe(409)
  expect(reply.body).toContain('Tidak ada tempat lagi')
  expect(await waiting(session.id)).toHaveLength(5)
})

test('the office lets them take the place, invites them beside the guest, or refuses; once', async () => {
  const { session, id, path } = await guest()
  await world.answer(id, 'attending')
  for (const fullName of ['Ditolak', 'Diundang', 'Menggantikan'])
    await represent(path, { fullName, outletName: fullName === 'Diundang' ? 'Radio Uji' : '' })
  const asked = async (name: string) =>
    (await waiting(session.id)).find(({ fullName }) => fullName === name)?.id ?? ''

  const refused = await decide(await asked('Ditolak'), 'refuse')
  expect(refused).toMatchObject({ representation: { state: 'refused' }, invitation: null })
  const invited = await decide(await asked('Diundang'), 'invite')
  expect(invited.invitation).toMatchObject({ answer: 'none', outlet: { name: 'Radio Uji' } })
  const substituted = await decide(await asked('Menggantikan'), 'substitute')
  expect(substituted.invitation).toMatchObject({
    answer: 'attending',
    holdsSeat: true,
    substituteOf: { invitationId: id },
  })
  expect(substituted.representation.decidedBy).toMatchObject({ id: world.officer.id })
  expect((await problemOf(decide(await asked('Ditolak'), 'invite'))).problem.code).toBe('closed')
  expect((await world.getSession(session.id)).seatsTaken).toBe(1)
})

test('a number that cannot be called is refused at its field in all three forms, and nothing typed is lost', async () => {
  const { id, path } = await coordinator()
  for (const below of ['substitute', 'represent', 'nominations']) {
    const sent = { fullName: 'Rekan Uji', phone: '0812 besok', email: 'rekan@uji.example' }
    const reply = await post(`${path}/${below}`, sent)
    expect(reply.statusCode).toBe(400)
    expect(reply.body).toMatch(/aria-describedby="phone-fault"[^>]*value="0812 besok"/)
    expect(reply.body).toContain('id="phone-fault">Nomor ini tidak dapat dihubungi')
    for (const value of ['Rekan Uji', 'rekan@uji.example'])
      expect(reply.body).toContain(`value="${value}"`)
    expect(reply.body).toContain(`href="${path}"`)
  }
  expect((await world.invitation(id)).openRepresentations).toBe(0)
})

async function coordinator({ capacity = 5, places = 2 } = {}) {
  const made = await guest({ capacity })
  await server.make.pool.query(
    `update invitations set group_name = 'Pokja Uji', group_places = $2 where id = $1`,
    [made.id, places],
  )
  return made
}
const sendNomination = (path: string, fullName: string) =>
  post(`${path}/nominations`, { fullName, phone: newPhone() })

test('a coordinator names who comes, up to the places of the group, and takes names back', async () => {
  const { session, id, path } = await coordinator()
  expect((await get(path)).body).toContain('Anda mengoordinasikan Pokja Uji')
  for (const name of ['Anggota A', 'Anggota B'])
    expect((await sendNomination(path, name)).statusCode).toBe(303)
  expect((await sendNomination(path, 'Anggota C')).statusCode).toBe(409)
  const page = await get(`${path}/nominations`)
  expect(page.body).toContain('2 dari 2 nama')
  expect(page.body).not.toContain('name="fullName"')
  expect((await world.getSession(session.id)).seatsTaken).toBe(2)
  const named = /value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? ''
  expect(await world.invitation(named)).toMatchObject({
    answer: 'attending',
    namedBy: { invitationId: id },
    responses: [{ from: 'none', to: 'attending', by: { kind: 'journalist' } }],
  })
  expect((await post(`${path}/nominations`, { takeBack: named })).statusCode).toBe(303)
  expect((await world.getSession(session.id)).seatsTaken).toBe(1)
  expect((await world.invitation(id)).group).toEqual({ name: 'Pokja Uji', places: 2, named: 1 })
  expect((await sendNomination(path, 'Anggota C')).statusCode).toBe(303)
})

test('who names and takes back again and again is stopped, by a limit of its own', async () => {
  const { path } = await coordinator()
  const statuses: number[] = []
  for (let i = 0; i < 8; i++) {
    // The limit of posts a minute is not what is looked at here.
    await server.make.pool.query(`delete from rate_counters where key like 'personal answer%'`)
    statuses.push((await sendNomination(path, `Anggota ${i}`)).statusCode)
    const { body } = await get(`${path}/nominations`)
    const named = /value="([0-9a-f-]{36})"/.exec(body)?.[1]
    if (named) await post(`${path}/nominations`, { takeBack: named })
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 303, 429])
})

test('whom a full session has no seat for waits like everyone; only own names can be taken back', async () => {
  const { id, path } = await coordinator({ capacity: 1 })
  await world.answer(id, 'attending')
  await sendNomination(path, 'Anggota D')
  const { body } = await get(`${path}/nominations`)
  const named = /value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
  expect(await world.standings([named])).toEqual(['waitlisted'])
  expect((await post(`${path}/nominations`, { takeBack: id })).statusCode).toBe(404)
  const other = await guest()
  expect((await get(`${other.path}/nominations`)).body).not.toContain('name="fullName"')
  expect((await sendNomination(other.path, 'Penyusup')).statusCode).toBe(404)
})

test('a coordinator sees what they wrote and where each stands, and nothing of the record', async () => {
  const { id, path, colleague } = await coordinator({ capacity: 2, places: 3 })
  await server.make.pool.query(
    `update journalists set title_suffix = 'M.I.Kom.', full_name = full_name || ' Wibisono' where id = $1`,
    [colleague.id],
  )
  const typed = `Drs. ${colleague.fullName}`
  // The address tells who is meant, whose record has a longer name.
  await post(`${path}/nominations`, { fullName: typed, email: 'redaksi@uji.example' })
  for (const name of ['Anggota F', 'Anggota G']) await sendNomination(path, name)
  const { rows } = await server.make.pool.query<{ id: string; journalist: string }>(
    'select id, journalist_id as journalist from invitations where named_by = $1 order by id',
    [id],
  )
  expect(rows[0]?.journalist).toBe(colleague.id)
  const stands = async () =>
    [...(await get(`${path}/nominations`)).body.matchAll(/<span>([^<]+)<small>([^<]+)/g)].map(
      ([, name, state]) => `${name}: ${state}`,
    )
  expect(await stands()).toEqual([
    `${typed}: Hadir`,
    'Anggota F: Hadir',
    'Anggota G: Dalam daftar tunggu',
  ])
  expect((await get(`${path}/nominations`)).body).not.toMatch(/Wibisono|M\.I\.Kom|redaksi@|081/)

  const [first = { id: '' }, second = { id: '' }] = rows
  await world.answer(first.id, 'declined')
  const own = await world.path(second.id)
  await post(`${own}/substitute`, { fullName: 'Orang Lain', phone: newPhone() })
  expect(await stands()).toEqual([
    `${typed}: Tidak hadir`,
    'Anggota G: Hadir',
    'Anggota F: Hadir · diwakili rekannya',
  ])
})

test('a group goes over to the substitute of its coordinator, with those named', async () => {
  const { id, path, colleague } = await coordinator()
  await sendNomination(path, 'Anggota E')
  await post(`${path}/substitute`, { fullName: colleague.fullName, phone: newPhone() })
  const { taken } = await substituteOf(id)
  expect(taken.group).toEqual({ name: 'Pokja Uji', places: 2, named: 1 })
  expect((await world.invitation(id)).group).toBeNull()
})

test('crew and kind of reason are kept from the page', async () => {
  const { id, path } = await guest()
  await world.post(path, { answer: 'attending' })
  await world.post(path, { reporter: '1', cameraman: '2', photographer: '0' })
  expect(await world.invitation(id)).toMatchObject({ answer: 'attending', partySize: 4 })
  expect((await get(path)).body).toContain('Bersama 3 kru')
  expect((await world.post(path, { reporter: '4' })).statusCode).toBe(400)
  await world.post(path, { answer: 'declined' })
  await world.post(path, { declineKind: 'out_of_town', reason: '', note: '', question: '' })
  const { declineKind, partySize, responses } = await world.invitation(id)
  expect({ declineKind, partySize }).toEqual({ declineKind: 'out_of_town', partySize: 1 })
  expect(responses).toHaveLength(2)
})

test('opening the forms changes no row; their posts are counted, and closed, withdrawn or forged links get their pages', async () => {
  const { path, id, session } = await guest()
  const rows = async () =>
    (
      await server.make.pool.query(
        `select (select count(*) from activity), (select count(*) from responses),
                (select count(*) from representations), (select count(*) from journalists)`,
      )
    ).rows
  const before = await rows()
  for (const below of ['substitute', 'represent', 'nominations']) {
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
      const reply = await server.app.inject({ method, url: `${path}/${below}` })
      expect(reply.headers['set-cookie']).toBeUndefined()
      expect(reply.body).not.toMatch(/<script|redaksi@/)
    }
    expect((await post(`/u/${'A'.repeat(43)}/${below}`, {})).statusCode).toBe(404)
  }
  expect(await rows()).toEqual(before)
  const statuses = []
  for (let i = 0; i < 22; i++) statuses.push((await represent(path, { fullName: '' })).statusCode)
  expect(statuses).toContain(429)

  const closed = await guest()
  await server.make.pool.query(
    `update sessions set rsvp_closes_at = now() - interval '1 hour' where id = $1`,
    [closed.session.id],
  )
  for (const below of ['substitute', 'represent']) {
    const fields = { fullName: 'Budi', phone: newPhone() }
    const reply = await post(`${closed.path}/${below}`, fields)
    expect(reply.statusCode).toBe(409)
    expect(reply.body).toContain('Jawaban ditutup')
  }
  await server.make.pool.query(
    'update invitations set link_version = link_version + 1 where id = $1',
    [closed.id],
  )
  expect((await represent(closed.path, {})).statusCode).toBe(410)
  expect((await get(`${closed.path}/substitute`)).statusCode).toBe(410)
  expect([id, session.id]).not.toContain('')
})
