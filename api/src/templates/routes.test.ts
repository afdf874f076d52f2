import { invitationsApi } from '@ngopi/shared/invitations'
import { journalistsApi } from '@ngopi/shared/journalists'
import {
  type MessageKind,
  type MessageLanguage,
  type MessageTemplate,
  templatesApi,
} from '@ngopi/shared/templates'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { World } from '../../test/world.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ publicUrl: 'https://ngopi.example' })
})
afterAll(() => server.close())

const body = 'Halo {nama}, mohon jawab: {tautan}'

/** What an officer of a new office does with its words. */
async function desk(officer?: MadeUser) {
  const user = officer ?? (await server.make.user({ role: 'officer' }))
  const as = { token: user.token }
  const of = (kind: MessageKind, language: MessageLanguage = 'id') => ({
    params: { kind, language },
  })
  return {
    user,
    as,
    list: async () => (await call(server.app, templatesApi.list, {}, as)).items,
    save: (
      given: object = {},
      kind: MessageKind = 'invitation',
      language: MessageLanguage = 'id',
      options = as,
    ) =>
      call(
        server.app,
        templatesApi.save,
        { ...of(kind, language), body: { version: 0, subject: 'Datang', body, ...given } },
        options,
      ),
    reset: (kind: MessageKind = 'invitation') => call(server.app, templatesApi.reset, of(kind), as),
    preview: (given: object = {}, options: Parameters<typeof call>[3] = as) =>
      call(
        server.app,
        templatesApi.preview,
        {
          body: { kind: 'invitation', language: 'id', subject: 'Undangan {acara}', body, ...given },
        },
        options,
      ),
  }
}

const pick = (
  items: readonly MessageTemplate[],
  kind: MessageKind,
  language: MessageLanguage = 'id',
) => items.find((item) => item.kind === kind && item.language === language)

describe('the words of an office', () => {
  it('are the shipped ones until it writes its own, and again once it takes those back', async () => {
    const { list, save, reset } = await desk()
    const shipped = await list()
    expect(shipped).toHaveLength(26)
    expect(shipped.every(({ custom, version }) => !custom && version === 0)).toBe(true)
    const saved = await save({
      serviceTemplate: 'undangan_ngopi',
      serviceParameters: ['nama', 'acara', 'nama'],
    })
    expect(saved).toMatchObject({
      kind: 'invitation',
      language: 'id',
      subject: 'Datang',
      body,
      custom: true,
      version: 1,
      serviceTemplate: 'undangan_ngopi',
      serviceParameters: ['nama', 'acara', 'nama'],
    })
    expect(pick(await list(), 'invitation')).toEqual(saved)
    expect((await list()).filter(({ custom }) => custom)).toHaveLength(1)
    await reset()
    await reset()
    expect(await list()).toEqual(
      shipped.map((one) =>
        one.kind === 'invitation' && one.language === 'id' ? { ...one, version: 2 } : one,
      ),
    )
  })

  it('change only for who saw the present ones', async () => {
    const { save, reset, list } = await desk()
    const first = await save()
    const late = (await problemOf(save({ subject: 'Lain' }))).problem
    expect(late).toMatchObject({ code: 'stale', current: first })
    const second = await save({ version: 1, subject: 'Dua' })
    expect(second).toMatchObject({ version: 2, subject: 'Dua' })
    expect((await problemOf(save({ version: 1 }))).problem).toMatchObject({
      code: 'stale',
      current: second,
    })
    await reset()
    const gone = (await problemOf(save({ version: 2 }))).problem
    expect(gone).toMatchObject({ code: 'stale', current: { custom: false, version: 3 } })
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map((n) => save({ version: 3, subject: `Serentak ${n}` })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(pick(await list(), 'invitation')?.version).toBe(4)
  })

  it('count on after they were taken back, so that an editor left open overwrites nothing', async () => {
    const { save, reset, list } = await desk()
    await save({ subject: 'Satu' })
    // Somebody else takes them back and writes anew, while the first still looks at version 1.
    await reset()
    const present = pick(await list(), 'invitation')
    expect((await problemOf(save({ version: 0, subject: 'Nol' }))).problem.code).toBe('stale')
    const anew = await save({ version: present?.version, subject: 'Anew' })
    expect((await problemOf(save({ version: 1, subject: 'Usang' }))).problem).toMatchObject({
      code: 'stale',
      current: anew,
    })
    expect(pick(await list(), 'invitation')).toMatchObject({ subject: 'Anew', custom: true })
  })

  it('are refused with every fault at its place, in the language of who asks', async () => {
    const { save, as, list } = await desk()
    const wrong = { subject: '{acra}', body: 'Yth. {namaa},\n\n{constructor}' }
    const { status, problem } = await problemOf(save(wrong))
    expect(status).toBe(400)
    expect(problem.fields).toEqual([
      {
        path: 'subject',
        message: 'Variabel {acra} tidak dikenal (baris 1, kolom 1). Maksud Anda {acara}?',
      },
      {
        path: 'body',
        message: 'Variabel {namaa} tidak dikenal (baris 1, kolom 6). Maksud Anda {nama}?',
      },
      {
        path: 'body',
        message: expect.stringContaining('{constructor} tidak dikenal (baris 3, kolom 1)'),
      },
      { path: 'body', message: expect.stringContaining('harus memuat {tautan}') },
    ])
    const english = { ...as, headers: { 'accept-language': 'en' } }
    const shown = (await problemOf(save({ body: '{namaa} {tautan}' }, 'invitation', 'id', english)))
      .problem
    expect(shown.fields).toEqual([
      {
        path: 'body',
        message: 'The variable {namaa} is not known (line 1, column 1). Did you mean {nama}?',
      },
    ])
    expect((await problemOf(save({ serviceParameters: ['cuaca'] }))).status).toBe(400)
    expect((await list()).some(({ custom }) => custom)).toBe(false)
  })

  it('are written by officers and admins; a manager reads, another office has its own', async () => {
    const { user, save } = await desk()
    await save()
    const manager = await desk(await server.make.user({ role: 'manager', officeId: user.officeId }))
    expect(pick(await manager.list(), 'invitation')?.subject).toBe('Datang')
    expect((await problemOf(manager.save())).status).toBe(403)
    expect((await problemOf(manager.reset())).status).toBe(403)
    expect((await problemOf(manager.preview())).status).toBe(403)
    const stranger = await desk()
    expect(pick(await stranger.list(), 'invitation')?.custom).toBe(false)
    await stranger.save({ subject: 'Kami' })
    await stranger.reset()
    expect(pick(await manager.list(), 'invitation')?.subject).toBe('Datang')
    const door = await server.make.user({ role: 'desk', officeId: user.officeId })
    expect((await problemOf((await desk(door)).list())).status).toBe(403)
  })
})

describe('a preview', () => {
  it('is made for a made-up guest until somebody was invited', async () => {
    const { preview } = await desk()
    const { guest, text, subject, html } = await preview()
    expect(guest).toBeNull()
    expect(text).toBe(
      'Halo Siti Rahma, S.I.Kom. (contoh), mohon jawab: https://ngopi.example/u/contoh',
    )
    expect(subject).toBe('Undangan Ngopi Bareng Humas')
    expect(html).toContain('Siti Rahma')
  })

  it('is made for the guest invited last, or the one asked for, and changes nothing', async () => {
    const world = await World.open(server)
    const { preview, list } = await desk(world.officer)
    const { invitations, session } = await world.meeting({ guests: 2 })
    const [first = '', last = ''] = invitations
    const path = await world.path(last)
    expect(await preview()).toMatchObject({
      guest: 'Tamu Uji 2',
      text: `Halo Tamu Uji 2, mohon jawab: https://ngopi.example${path}`,
    })
    expect(await preview({ invitationId: first })).toMatchObject({ guest: 'Tamu Uji 1' })
    await call(server.app, invitationsApi.revoke, { params: { id: last } }, world.asOfficer)
    expect(await preview()).toMatchObject({ guest: 'Tamu Uji 1' })
    expect((await list()).some(({ custom }) => custom)).toBe(false)
    expect((await world.getSession(session.id)).version).toBe(session.version)
    const other = await desk()
    const refused = await problemOf(other.preview({ invitationId: first }))
    expect(refused.problem.fields).toEqual([{ path: 'invitationId', message: expect.any(String) }])
    expect((await other.preview()).guest).toBeNull()
  })

  it('has what a guest has only in that moment, in the language asked for', async () => {
    const { preview } = await desk()
    const cancel = { kind: 'cancel', language: 'en', body: 'Reason: {alasan}' }
    expect((await preview(cancel)).text).toBe('Reason: the speaker cannot come (example)')
    expect((await preview({ kind: 'offer', body: '{tautan}\n{batas}' })).text).toMatch(
      /\n\S+, \d+ \S+ \d{4}, \d\d\.\d\d WIB$/,
    )
  })

  it('of faulty words tells the faults', async () => {
    const { preview } = await desk()
    expect((await problemOf(preview({ body: '{namaa} {tautan}' }))).problem.fields).toHaveLength(1)
  })
})

it('guests are written to in their language, with the words of their office', async () => {
  const world = await World.open(server)
  const { save } = await desk(world.officer)
  await save({ body: 'Dear {nama}: {tautan}' }, 'invitation', 'en')
  const session = await world.session()
  const journalists = await world.journalists(2)
  const [indonesian = '', english = ''] = await world.invite(session.id, journalists)
  await call(
    server.app,
    journalistsApi.update,
    { params: { id: journalists[1]?.id ?? '' }, body: { version: 1, language: 'en' } },
    world.asOfficer,
  )
  const messageTo = async (id: string) =>
    (await call(server.app, invitationsApi.link, { params: { id } }, world.asOfficer)).message
  expect(await messageTo(indonesian)).toMatch(/^Yth\. Bapak\/Ibu Tamu Uji 1,/)
  expect(await messageTo(english)).toMatch(
    /^Dear Tamu Uji 2: https:\/\/ngopi\.example\/u\/[\w-]{43}\?bahasa=en$/,
  )
})
