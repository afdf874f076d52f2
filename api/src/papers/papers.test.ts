import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attendanceApi } from '@ngopi/shared/attendance'
import { lettersApi } from '@ngopi/shared/letters'
import { type PaperKind, papersApi } from '@ngopi/shared/papers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, pathOf, problemOf } from '../../test/client.ts'
import type { MadeUser } from '../../test/make.ts'
import { Meeting } from '../../test/meeting.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { letterStrings } from '../letters/strings.ts'
import { makePaperTask } from './make-paper.ts'
import { paperStrings } from './strings.ts'
import { sweepPapersTask } from './sweep-papers.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

let dataDir: string
let server: TestServer
let officer: MadeUser
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ngopi-papers-'))
  // Three letters are long, and each is a part of its own.
  server = await startServer({
    env: { DATA_DIR: dataDir },
    limits: { shortPaper: 44, paperPart: 15 },
  })
  officer = await server.make.user({ role: 'officer' })
})
afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

const sql = (text: string, values: unknown[]) => server.make.pool.query(text, values)
const as = ({ token }: MadeUser) => ({ token })
const colleague = (role: MadeUser['role']) => server.make.user({ officeId: officer.officeId, role })

/** A session with a letter and so many guests who attend. */
async function sessionWith(guests: number, { officeId } = officer): Promise<string> {
  const there = new Meeting(server.make, officeId)
  const id = await there.session()
  await sql(
    `insert into session_letters (office_id, session_id, number, nature, attachment, subject, place, dated_on, code, occasion)
     select office_id, id, '1', 'Biasa', '-', 'Undangan', 'Pemalang', '2026-11-20', $2, '{}' from sessions where id = $1`,
    [id, id.slice(-22)],
  )
  for (let i = 1; i <= guests; i += 1)
    await there.invite(id, await there.journalist(`Tamu ${i}`), { answer: 'attending' })
  return id
}

const ask = (id: string, kind: PaperKind = 'letters', user = officer) =>
  call(server.app, papersApi.create, { params: { id }, body: { kind } }, as(user))
const look = (id: string, user = officer) =>
  call(server.app, papersApi.get, { params: { id } }, as(user))
const get = (url: string, { token }: MadeUser) =>
  server.app.inject({ url, headers: { authorization: `Bearer ${token}` } })
const fetchFile = (id: string, user = officer) =>
  get(pathOf(papersApi.file, { params: { id } }), user)

/** Does what a worker would do for whoever asked. */
const make = (paper: { id: string; session: { id: string } }, { id, officeId } = officer) =>
  makePaperTask.run(
    { ...server.deps, log },
    {
      offices: [officeId],
      actor: `user:${id}`,
      data: { paperId: paper.id, sessionId: paper.session.id },
    },
  )

const filesOf = ({ officeId }: MadeUser) => readdir(join(dataDir, 'papers', officeId))
const pagesIn = (file: Buffer) => [...file.toString('latin1').matchAll(/\/Type \/Page\n/g)].length

test('a long paper is not given at once, is made in parts, and comes as other files do', async () => {
  const sessionId = await sessionWith(3)
  const letters = pathOf(lettersApi.pdf, { params: { id: sessionId }, query: { all: '1' } })
  const refused = await get(letters, officer)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'long_paper'])
  const asked = await ask(sessionId)
  expect(asked).toMatchObject({
    kind: 'letters',
    session: { id: sessionId, title: 'Ngopi Bareng Humas' },
    state: 'queued',
    done: 0,
    total: 3,
    file: null,
    error: null,
  })
  const early = await fetchFile(asked.id)
  expect([early.statusCode, early.json().code, early.headers['retry-after']]).toEqual([
    409,
    'in_progress',
    '2',
  ])
  await make(asked)
  const file = await fetchFile(asked.id)
  expect(file.statusCode).toBe(200)
  expect(pagesIn(file.rawPayload)).toBe(3)
  expect(await look(asked.id)).toMatchObject({
    state: 'done',
    done: 3,
    file: {
      name: 'surat-undangan-ngopi-bareng-humas-semua-tamu.pdf',
      mediaType: 'application/pdf',
      bytes: file.rawPayload.length,
    },
  })
  const general = await get(pathOf(lettersApi.pdf, { params: { id: sessionId } }), officer)
  expect(general.statusCode).toBe(200)
  const names = ['content-type', 'cache-control', 'content-disposition', 'x-content-type-options']
  for (const name of names)
    expect(String(file.headers[name]).replace('-semua-tamu', '')).toBe(general.headers[name])
})

test('badges and sheets are made likewise, badges by whole pages', async () => {
  const sessionId = await sessionWith(9)
  for (const [kind, endpoint, pages] of [
    ['badges', attendanceApi.badges, 2],
    ['attendance_sheet', attendanceApi.sheet, 2],
  ] as const) {
    const paper = await ask(sessionId, kind)
    await make(paper)
    expect((await look(paper.id)).state).toBe('done')
    expect(pagesIn((await fetchFile(paper.id)).rawPayload)).toBe(pages)
    const { statusCode } = await get(pathOf(endpoint, { params: { id: sessionId } }), officer)
    // Twenty-four rows are less work than three letters.
    expect(statusCode).toBe(kind === 'badges' ? 409 : 200)
  }
})

test('whoever of the office asks for what is being made joins it, until it is done', async () => {
  const sessionId = await sessionWith(1)
  const manager = await colleague('manager')
  const [first, ...others] = await Promise.all([
    ask(sessionId),
    ask(sessionId),
    ask(sessionId, 'letters', manager),
  ])
  expect(others.map(({ id }) => id)).toEqual([first?.id, first?.id])
  const jobs = await sql(
    `select count(*)::int as n from graphile_worker._private_jobs where payload #>> '{data,sessionId}' = $1`,
    [sessionId],
  )
  expect(jobs.rows[0].n).toBe(1)
  expect((await ask(sessionId, 'attendance_sheet')).id).not.toBe(first?.id)
  if (!first) throw new Error('nothing was asked for')
  await make(first)
  expect((await look(first.id, manager)).state).toBe('done')
  expect((await ask(sessionId)).id).not.toBe(first.id)
})

test('an office holds fifty papers a day at most', async () => {
  const other = await server.make.user({ role: 'officer' })
  const sessionId = await sessionWith(1, other)
  await sql(
    `insert into papers (office_id, session_id, kind, state, total, error)
     select $1, $2, 'letters', 'failed', 1, '{"id":"x","en":"x"}' from generate_series(1, 50)`,
    [other.officeId, sessionId],
  )
  const refused = await problemOf(ask(sessionId, 'letters', other))
  expect(refused.problem).toMatchObject({ status: 422, title: paperStrings.tooMany.id })
})

test('who may not print a paper neither asks for it nor gets it, and another office sees none', async () => {
  const parent = await server.make.office()
  await sql('update offices set parent_id = $1 where id = $2', [parent.id, officer.officeId])
  const sessionId = await sessionWith(1)
  const [manager, desk] = [await colleague('manager'), await colleague('desk')]
  const region = await server.make.user({ officeId: parent.id, role: 'manager' })
  const stranger = await server.make.user({ role: 'officer' })
  const badges = await ask(sessionId, 'badges')
  await make(badges)
  const statusOf = async (user: MadeUser) => [
    (await problemOf(ask(sessionId, 'badges', user))).status,
    (await problemOf(look(badges.id, user))).status,
    (await fetchFile(badges.id, user)).statusCode,
  ]
  expect(await statusOf(manager)).toEqual([403, 403, 403])
  expect(await statusOf(desk)).toEqual([403, 403, 403])
  expect(await statusOf(region)).toEqual([403, 404, 404])
  expect(await statusOf(stranger)).toEqual([404, 404, 404])
  // The office above has papers of its own: they say what it may read.
  const theirs = await ask(sessionId, 'letters', region)
  expect(theirs.id).not.toBe((await ask(sessionId)).id)
  await make(theirs, region)
  expect((await fetchFile(theirs.id, region)).statusCode).toBe(200)
  expect((await fetchFile(theirs.id)).statusCode).toBe(404)
  // Until the office below is theirs no longer.
  await sql('update offices set parent_id = null where id = $1', [officer.officeId])
  await expect.poll(async () => (await fetchFile(theirs.id, region)).statusCode).toBe(404)
})

test('what was made is given to nobody once the right or the session is gone', async () => {
  const sessionId = await sessionWith(1)
  const [passing, remaining] = [await colleague('officer'), await colleague('officer')]
  const paper = await ask(sessionId, 'badges', passing)
  await make(paper, passing)
  expect((await fetchFile(paper.id, passing)).statusCode).toBe(200)
  await sql(`update users set role = 'manager' where id = $1`, [passing.id])
  await expect.poll(async () => (await fetchFile(paper.id, passing)).statusCode).toBe(403)
  expect((await fetchFile(paper.id, remaining)).statusCode).toBe(200)
  await sql('update sessions set archived_at = now() where id = $1', [sessionId])
  const gone = await fetchFile(paper.id, remaining)
  expect([gone.statusCode, gone.json().title]).toEqual([404, paperStrings.sessionGone.id])
  expect((await problemOf(ask(sessionId))).status).toBe(404)
})

test('a paper fails in words where whoever asked lost the right, and can be asked for anew', async () => {
  const sessionId = await sessionWith(1)
  const leaving = await colleague('officer')
  const lost = [
    await ask(sessionId, 'badges', leaving),
    await ask(sessionId, 'letters', leaving),
  ] as const
  await sql(`update users set role = 'manager' where id = $1`, [leaving.id])
  await make(lost[0], leaving)
  await sql('update users set disabled_at = now() where id = $1', [leaving.id])
  await make(lost[1], leaving)
  for (const { id } of lost)
    expect(await look(id)).toMatchObject({ state: 'failed', error: paperStrings.rightLost.id })
  expect((await fetchFile(lost[0].id)).statusCode).toBe(404)
  const anew = await ask(sessionId)
  expect(anew).toMatchObject({ state: 'queued', error: null })
  await sql('delete from session_letters where session_id = $1', [sessionId])
  await make(anew)
  expect(await look(anew.id)).toMatchObject({ state: 'failed', error: letterStrings.notSaved.id })
})

test('archiving the session ends a paper between two parts', async () => {
  const sessionId = await sessionWith(3)
  const paper = await ask(sessionId)
  await sql(
    `create function archive_meanwhile() returns trigger language plpgsql security definer as $$
     begin update sessions set archived_at = now() where id = new.session_id; return null; end $$`,
    [],
  )
  await sql(
    `create trigger archive_meanwhile after update on papers for each row when (new.done = 1)
     execute function archive_meanwhile()`,
    [],
  )
  await make(paper).finally(() => sql('drop function archive_meanwhile() cascade', []))
  expect(await look(paper.id)).toMatchObject({
    state: 'failed',
    done: 1,
    error: paperStrings.sessionGone.id,
  })
})

test('made twice, even at once, a paper is one file, and one that is done stays as it is', async () => {
  const other = await server.make.user({ role: 'officer' })
  const paper = await ask(await sessionWith(2, other), 'letters', other)
  await Promise.all([make(paper, other), make(paper, other)])
  expect(await filesOf(other)).toEqual([`${paper.id}.pdf`])
  const done = await look(paper.id, other)
  expect(done.state).toBe('done')
  await make(paper, other)
  expect(await look(paper.id, other)).toEqual(done)
  expect(pagesIn((await fetchFile(paper.id, other)).rawPayload)).toBe(2)
})

test('after a day a paper is gone, and so is what a killed process left', async () => {
  const other = await server.make.user({ role: 'officer' })
  const sessionId = await sessionWith(1, other)
  const papers = [await ask(sessionId, 'letters', other), await ask(sessionId, 'badges', other)]
  for (const paper of papers) await make(paper, other)
  const [old, young] = papers
  const path = join(dataDir, 'papers', other.officeId, `${old?.id}.pdf`)
  await sql(`update papers set expires_at = now() - interval '1 minute' where id = $1`, [old?.id])
  const half = `${path}.half`
  await writeFile(half, 'x')
  // The clock of the files may be another than the process's.
  const yesterday = new Date((await stat(half)).mtimeMs - 24 * 3_600_000 - 60_000)
  for (const one of [path, half]) await utimes(one, yesterday, yesterday)
  expect((await fetchFile(old?.id ?? '', other)).statusCode).toBe(404)
  await sweepPapersTask.run(server.deps)
  expect(await filesOf(other)).toEqual([`${young?.id}.pdf`])
  const { rows } = await sql('select id from papers where office_id = $1', [other.officeId])
  expect(rows).toEqual([{ id: young?.id }])
  expect((await fetchFile(young?.id ?? '', other)).statusCode).toBe(200)
})
