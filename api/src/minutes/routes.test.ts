import { minutesApi } from '@ngopi/shared/minutes'
import { questionsApi } from '@ngopi/shared/questions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, pathOf, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { readMinutesPaper } from './minutes-file.ts'
import { minutesStrings } from './strings.ts'

let server: TestServer
let officer: MadeUser
let colleague: MadeUser
let region: MadeUser
let meeting: Meeting

beforeAll(async () => {
  server = await startServer()
  const parent = await server.make.office()
  const office = await server.make.office({ parentId: parent.id })
  officer = await server.make.user({ officeId: office.id })
  colleague = await server.make.user({ officeId: office.id })
  region = await server.make.user({ officeId: parent.id, role: 'manager' })
  meeting = new Meeting(server.make, office.id)
  await server.make.pool.query(`update offices set letterhead = $2 where id = $1`, [
    office.id,
    {
      lines: ['KANTOR UJI'],
      signatoryName: 'Siti Aminah',
      signatoryTitle: 'Kepala Kantor',
      signatoryNip: '198001012005011001',
    },
  ])
})
afterAll(() => server.close())

type Body = (typeof minutesApi.save.schema.body)['_input']

const as = (user: MadeUser) => ({ token: user.token })
const read = (id: string, user = officer) =>
  call(server.app, minutesApi.get, { params: { id } }, as(user))
const given: Body = {
  version: 0,
  body: [
    { type: 'heading', level: 2, content: [{ text: 'Pembukaan' }] },
    {
      type: 'paragraph',
      content: [
        { text: 'Lihat ' },
        { text: 'laman', bold: true, href: 'https://contoh.example/a?b=c' },
      ],
    },
    { type: 'list', ordered: false, items: [[{ text: 'satu' }], []] },
  ],
  chair: 'Bapak Ketua',
  minuteTaker: 'Ibu Notulis',
  closedAt: '2031-10-29T04:30:00.000Z',
  signature: { name: 'Siti Aminah', title: 'Kepala Kantor', rank: 'Penata', nip: '1980' },
}
/** What the paper of an officer says, as it is handed to the printer. */
const paperOf = async (sessionId: string) => {
  const { officeId } = officer
  const { document } = await server.deps.database.read([officeId], (db) =>
    readMinutesPaper(db, { officeId, sessionId, minuteTaker: null }),
  )
  return JSON.stringify(document)
}
const pdf = (id: string, user = officer) =>
  server.app.inject({
    url: pathOf(minutesApi.pdf, { params: { id } }),
    headers: { authorization: `Bearer ${user.token}` },
  })
const save = (id: string, body: Partial<Body> = {}, user = officer) =>
  call(server.app, minutesApi.save, { params: { id }, body: { ...given, ...body } }, as(user))
const sign = (id: string, version: number, user = officer) =>
  call(server.app, minutesApi.sign, { params: { id }, body: { version } }, as(user))
const version = (id: string, number: number, user = officer) =>
  call(server.app, minutesApi.version, { params: { id, number } }, as(user))
const ask = (id: string, body: (typeof questionsApi.create.schema.body)['_input']) =>
  call(server.app, questionsApi.create, { params: { id }, body }, as(officer))

const wordsOf = (body: unknown) =>
  [...JSON.stringify(body).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, word]) => word)
    .join(' ')

describe('a draft', () => {
  it('follows from programme, attendance, questions and promises, and is not saved', async () => {
    const id = await meeting.session({ startsAt: new Date('2031-10-29T02:00:00Z') })
    const agenda = [
      { title: 'Pembukaan', offsetMinutes: null, minutes: 15, speaker: 'Arief' },
      { title: 'Tanya jawab', offsetMinutes: null, minutes: null, speaker: null },
    ]
    await server.make.pool.query('update sessions set agenda = $2 where id = $1', [
      id,
      JSON.stringify(agenda),
    ])
    const outletId = await meeting.outlet('Harian Bahari')
    for (const [name, status] of [
      ['Laras', 'present'],
      ['Sugiarto', 'present'],
      ['Absen', 'absent'],
    ]) {
      await server.make.pool.query(
        `insert into attendances (office_id, session_id, journalist_id, outlet_id, status) values ($1, $2, $3, $4, $5)`,
        [officer.officeId, id, await meeting.journalist(String(name)), outletId, status],
      )
    }
    await ask(id, {
      text: 'Berapa paspor?',
      askerName: 'Budi',
      topic: 'Paspor',
      answerText: 'Seribu',
      answeredBy: 'Arief',
    })
    const open = await ask(id, { text: 'Kapan pindah?' })
    await server.make.pool.query(
      `insert into commitments (office_id, session_id, question_id, text, owner_id, due_on)
       values ($1, $2, $3, 'Data dikirim.', $4, '2031-11-05')`,
      [officer.officeId, id, open.id, officer.id],
    )
    const draft = await read(id)
    expect(draft).toMatchObject({
      saved: false,
      version: 0,
      versions: [],
      signedAt: null,
      chair: 'Siti Aminah',
      minuteTaker: 'Pengguna officer',
      closedAt: '2031-10-29T04:00:00.000Z',
      signature: {
        name: 'Siti Aminah',
        title: 'Kepala Kantor',
        rank: '',
        nip: '19800101 200501 1 001',
      },
    })
    const text = wordsOf(draft.body)
    const parts = [
      'Waktu dan tempat',
      'hari Rabu, 29 Oktober 2031, pukul 09.00–11.00 WIB, bertempat di Aula Lantai 2.',
      'Pertemuan dipimpin oleh Siti Aminah. Narasumber: Arief.',
      'Acara 09.00 WIB: Pembukaan (Arief) 09.15 WIB: Tanya jawab',
      'Hadir 2 orang dari 1 media',
      'Harian Bahari: 2 orang',
      'Tanya jawab Peserta :  Kapan pindah? Pertanyaan ini belum dijawab',
      'Paspor Budi :  Berapa paspor? Arief :  Seribu',
      'Data dikirim  (penanggung jawab: Pengguna officer; paling lambat 5 November 2031)',
      'ditutup pada pukul 11.00 WIB',
    ]
    const places = parts.map((part) => text.indexOf(part))
    expect(places, text).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(
      (await server.make.pool.query('select from minutes where session_id = $1', [id])).rowCount,
    ).toBe(0)
    // The draft can be saved as it stands, and a manager's names nobody as its writer.
    await save(id, { body: draft.body })
    expect((await read(id)).saved).toBe(true)
    const anew = { params: { id }, query: { draft: '1' as const } }
    expect(await call(server.app, minutesApi.get, anew, as(officer))).toEqual(draft)
    const manager = await server.make.user({ officeId: officer.officeId, role: 'manager' })
    expect((await read(await meeting.session(), manager)).minuteTaker).toBeNull()
  })

  it('of an empty session says what is missing', async () => {
    const text = wordsOf((await read(await meeting.session())).body)
    for (const part of [
      'Susunan acara tidak dicatat.',
      'Belum ada peserta yang tercatat hadir.',
      'Tidak ada pertanyaan yang dicatat.',
      'Tidak ada tindak lanjut yang dicatat.',
    ])
      expect(text).toContain(part)
  })

  it('holds nothing that was said off the record, nor does the paper', async () => {
    const id = await meeting.session()
    const secret = await ask(id, {
      text: 'RAHASIA tanya',
      offRecord: true,
      answerText: 'RAHASIA jawab',
    })
    await server.make.pool.query(
      `insert into commitments (office_id, session_id, question_id, text, owner_id, due_on, off_record)
       values ($1, $2, null, 'RAHASIA janji', $4, '2031-11-05', true),
              ($1, $2, $3, 'RAHASIA dari tanya', $4, '2031-11-05', false)`,
      [officer.officeId, id, secret.id, officer.id],
    )
    const draft = await read(id)
    expect(JSON.stringify(draft)).not.toContain('RAHASIA')
    // Not even that there is something.
    expect(wordsOf(draft.body)).toContain('Tidak ada pertanyaan yang dicatat.')
    expect(wordsOf(draft.body)).toContain('Tidak ada tindak lanjut yang dicatat.')
    const paper = await paperOf(id)
    expect(paper).toContain('Tidak ada pertanyaan yang dicatat.')
    expect(paper).not.toContain('RAHASIA')
  })
})

describe('saved minutes', () => {
  it('are what was sent, each save a version that stays', async () => {
    const id = await meeting.session()
    const { version: _, ...fields } = given
    const first = await save(id)
    expect(first).toMatchObject({
      ...fields,
      sessionId: id,
      saved: true,
      version: 1,
      signedAt: null,
    })
    expect(first.versions).toMatchObject([{ number: 1, by: { id: officer.id } }])
    const body: Body['body'] = [{ type: 'paragraph', content: [{ text: 'kedua' }] }]
    const second = await save(id, { version: 1, body, chair: null }, colleague)
    expect(second).toMatchObject({ version: 2, body, chair: null })
    expect(second.versions.map(({ number, by }) => [number, by?.id])).toEqual([
      [2, colleague.id],
      [1, officer.id],
    ])
    expect((await version(id, 1)).body).toEqual(given.body)
    expect((await problemOf(version(id, 3))).status).toBe(404)
    await expect(
      server.deps.database.write([officer.officeId], 'system:', (tx) =>
        tx.$client.query('update minutes_versions set number = 9'),
      ),
    ).rejects.toThrow('permission denied')
  })

  it('are not saved over what somebody else saved first', async () => {
    const id = await meeting.session()
    const [one, two] = await Promise.allSettled([save(id), save(id, {}, colleague)])
    expect([one.status, two.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    await save(id, { version: 1, chair: 'Baru' })
    for (const version of [0, 1]) {
      const { problem } = await problemOf(save(id, { version }, colleague))
      expect(problem).toMatchObject({
        status: 409,
        code: 'stale',
        current: { version: 2, chair: 'Baru' },
      })
    }
    expect((await problemOf(sign(id, 1))).problem.code).toBe('stale')
    expect((await problemOf(sign(await meeting.session(), 1))).problem.code).toBe('stale')
  })

  it('are closed by who signs, for everybody and in the database too', async () => {
    const id = await meeting.session()
    await save(id, { signature: { name: ' ', title: '', rank: '', nip: '' } })
    expect((await problemOf(sign(id, 1))).problem).toMatchObject({
      status: 422,
      title: minutesStrings.nobodySigns.id,
    })
    await save(id, { version: 1 })
    const signed = await sign(id, 2, colleague)
    expect(signed).toMatchObject({ signedBy: { id: colleague.id }, body: given.body })
    expect(Date.parse(signed.signedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
    for (const attempt of [
      () => save(id, { version: 0 }),
      () => save(id, { version: signed.version }),
      () => sign(id, signed.version),
    ])
      expect((await problemOf(attempt())).problem).toMatchObject({ status: 409, code: 'closed' })
    await expect(
      server.make.pool.query(`update minutes set chair = 'X' where session_id = $1`, [id]),
    ).rejects.toThrow('signed minutes are closed')
    await expect(
      server.make.pool.query('delete from minutes where session_id = $1', [id]),
    ).rejects.toThrow('signed minutes are closed')
    expect(await read(id)).toEqual(signed)
  })

  it('are the own office’s until they are signed, and written by its editors alone', async () => {
    const id = await meeting.session()
    await save(id)
    const manager = await server.make.user({ officeId: officer.officeId, role: 'manager' })
    const desk = await server.make.user({ officeId: officer.officeId, role: 'desk' })
    const stranger = await server.make.user()
    const upper = await server.make.user({ officeId: region.officeId, role: 'officer' })
    const statuses = async (user: MadeUser) =>
      Promise.all(
        [
          read(id, user),
          version(id, 1, user),
          save(id, { version: 7 }, user),
          sign(id, 7, user),
        ].map((attempt) =>
          attempt.then(
            () => 200,
            ({ status }) => status,
          ),
        ),
      )
    expect(await statuses(manager)).toEqual([200, 200, 403, 403])
    expect(await statuses(region)).toEqual([404, 404, 403, 403])
    expect(await statuses(desk)).toEqual([403, 403, 403, 403])
    expect(await statuses(stranger)).toEqual([404, 404, 404, 404])
    expect(await statuses(upper)).toEqual([404, 404, 404, 404])
    expect((await problemOf(read(await meeting.session(), region))).status).toBe(404)
    await sign(id, 1)
    expect(await statuses(region)).toEqual([200, 404, 403, 403])
    expect(await read(id, region)).toMatchObject({
      body: given.body,
      versions: [],
      offRecordIn: [],
    })
  })

  it('leave out what goes off the record after they were saved, from the next version and the paper', async () => {
    const id = await meeting.session()
    const secret = await ask(id, {
      text: 'Benarkah RAHASIA pejabat itu diperiksa?',
      topic: 'RAHASIA topik',
      answerText: 'RAHASIA jawab',
    })
    const open = await ask(id, { text: 'Kapan paspor selesai?', answerText: 'Tiga hari' })
    const { pool } = server.make
    await pool.query(
      `insert into commitments (office_id, session_id, question_id, text, owner_id, due_on)
       values ($1, $2, $3, 'RAHASIA janji kirim data', $4, '2031-11-05')`,
      [officer.officeId, id, secret.id, officer.id],
    )
    const { body } = await call(
      server.app,
      minutesApi.get,
      { params: { id }, query: { draft: '1' } },
      as(officer),
    )
    expect(JSON.stringify(body).split('RAHASIA')).toHaveLength(5)
    await save(id, { body })
    // What it said before it was put otherwise stands in the minutes all the same.
    const { version: seen } = await call(
      server.app,
      questionsApi.update,
      { params: { id: secret.id }, body: { version: 1, text: 'Dihapus' } },
      as(officer),
    )
    const withheld = await call(
      server.app,
      questionsApi.update,
      { params: { id: secret.id }, body: { version: seen, offRecord: true } },
      as(officer),
    )
    expect(withheld.inMinutes).toEqual([1])
    const now = await read(id)
    expect(now).toMatchObject({ version: 1, offRecordIn: [1] })
    expect(JSON.stringify(now.body)).not.toContain('RAHASIA')
    expect(JSON.stringify(now.body)).toContain(open.text)
    expect(await paperOf(id)).not.toContain('RAHASIA')
    // The own office may look up what it saved.
    expect(JSON.stringify((await version(id, 1)).body)).toContain('RAHASIA')
    expect((await problemOf(sign(id, 1))).problem).toMatchObject({
      status: 422,
      title: minutesStrings.holdsOffRecord.id,
    })
    const next = await save(id, { version: 1, body })
    expect(next).toMatchObject({ version: 2, offRecordIn: [1] })
    const stored = async () =>
      (
        await pool.query<{ body: string }>(
          `select v.body::text from minutes_versions v join minutes m on m.id = v.minutes_id
            where m.session_id = $1 order by v.number desc limit 1`,
          [id],
        )
      ).rows[0]?.body
    expect(await stored()).not.toContain('RAHASIA')
    expect(await stored()).toContain(open.text)
    const signed = await sign(id, 2)
    expect((await read(id, region)).body).toEqual(signed.body)
    expect((await problemOf(version(id, 1, region))).status).toBe(404)
  })

  it('that are signed are withheld from the region once something of them goes off the record', async () => {
    const id = await meeting.session()
    const { id: questionId } = await ask(id, { text: 'Apa yang RAHASIA dari semua ini?' })
    await save(id, {
      body: [{ type: 'paragraph', content: [{ text: 'Ada yang bertanya tentang RAHASIA itu.' }] }],
    })
    await sign(id, 1)
    expect((await read(id, region)).saved).toBe(true)
    // A question asked later cannot stand in them.
    await ask(id, { text: 'Susulan', offRecord: true })
    expect((await read(id, region)).saved).toBe(true)
    const change = (version: number, offRecord: boolean) =>
      call(
        server.app,
        questionsApi.update,
        { params: { id: questionId }, body: { version, offRecord } },
        as(officer),
      )
    await change(1, true)
    expect((await problemOf(read(id, region))).status).toBe(404)
    expect((await pdf(id, region)).statusCode).toBe(404)
    const rows = (table: string) =>
      server.deps.database.read(
        [region.officeId, officer.officeId],
        async (db) =>
          (await db.$client.query(`select from ${table} where body::text like '%RAHASIA%'`))
            .rowCount,
      )
    expect(await rows('minutes')).toBe(0)
    expect(await rows('minutes_versions')).toBe(0)
    await change(2, false)
    expect((await read(id, region)).saved).toBe(true)
  })

  it('say nothing but headings, paragraphs, lists, bold and links', async () => {
    const id = await meeting.session()
    const text = (more: object) => [{ type: 'paragraph', content: [{ text: 'x', ...more }] }]
    const hostile: unknown[] = [
      ...[
        'javascript:alert(1)',
        'JaVaScRiPt:alert(1)',
        ' javascript:alert(1)',
        'java\nscript:alert(1)',
        '\u0001javascript:alert(1)',
        'data:text/html,<script>',
        'vbscript:x',
        'file:///etc/passwd',
        '//contoh.example',
        '/relatif',
        'https:',
        'blob:https://a.example/b',
        `https://a.example/${'x'.repeat(2001)}`,
        '',
        null,
        {},
      ].map((href) => text({ href })),
      text({ onclick: 'x' }),
      text({ bold: 'true' }),
      text({ text: '' }),
      text({ text: 'x'.repeat(4001) }),
      text({ text: 'a\u0000b' }),
      [{ type: 'paragraph', content: [], style: 'color:red' }],
      [{ type: 'heading', level: 1, content: [] }],
      [{ type: 'heading', level: 4, content: [] }],
      [{ type: 'html', content: [] }],
      [{ type: 'list', ordered: true, items: [] }],
      [{ type: 'list', ordered: true, items: [[{ type: 'list', ordered: true, items: [[]] }]] }],
      [{ type: 'list', ordered: true, items: [[[{ text: 'x' }]]] }],
      Array.from({ length: 501 }, () => ({ type: 'paragraph', content: [] })),
      Array.from({ length: 51 }, () => text({ text: 'x'.repeat(4000) })[0]),
      { length: 1 },
      null,
      '<p>x</p>',
      JSON.parse('[{"type":"paragraph","content":[],"constructor":{}}]'),
    ]
    for (const body of hostile) {
      const { status } = await problemOf(save(id, { body: body as Body['body'] }))
      expect(status, JSON.stringify(body)?.slice(0, 120)).toBe(400)
    }
    expect(
      (await problemOf(save(id, { body: text({ text: 'x'.repeat(1_100_000) }) as Body['body'] })))
        .status,
    ).toBe(413)
    // Words are words, whatever they look like.
    const plain = text({
      text: '<img src=x onerror=alert(1)> \ud83d\ude00',
      href: 'mailto:a@b.example',
    })
    expect((await save(id, { body: plain as Body['body'] })).body).toEqual(plain)
  })
})

describe('the paper', () => {
  it('is given to staff, saved or not, and to nobody else', async () => {
    const id = await meeting.session({ title: 'Ngopi Bareng Humas' })
    const file = await pdf(id)
    expect(file.statusCode).toBe(200)
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="notula-ngopi-bareng-humas.pdf"',
    })
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    await save(id)
    expect((await pdf(id, region)).statusCode).toBe(404)
    await sign(id, 1)
    expect((await pdf(id, region)).statusCode).toBe(200)
    const desk = await server.make.user({ officeId: officer.officeId, role: 'desk' })
    expect((await pdf(id, desk)).statusCode).toBe(403)
    expect((await pdf(id, await server.make.user())).statusCode).toBe(404)
  })
})
