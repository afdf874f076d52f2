import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Endpoint } from '@ngopi/shared/endpoint'
import type { Role } from '@ngopi/shared/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePaperTask } from '../src/papers/make-paper.ts'
import { consoleLog } from '../src/platform/log.ts'
import { leastBody } from './canary-bodies.ts'
import { type Kind, kinds, streams, whatStaffReads } from './canary-table.ts'
import { type Planted, plantCanaries } from './canary-world.ts'
import { pathOf } from './client.ts'
import { contracts, nameOf } from './contracts.ts'
import type { MadeUser } from './make.ts'
import { pdfText } from './pdf-text.ts'
import { startServer, type TestServer } from './server.ts'
import { Watch } from './watch.ts'

const roles: readonly Role[] = ['desk', 'manager', 'officer', 'admin']
const places = ['parent', 'child', 'sibling', 'stranger', 'own'] as const
type Place = (typeof places)[number]

let dataDir: string
let server: TestServer
let origin: string
let planted: Planted
let users: Record<Place, MadeUser[]>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ngopi-canaries-'))
  server = await startServer({ env: { DATA_DIR: dataDir } })
  const { make } = server
  const parent = await make.office({ name: 'Kanwil' })
  const own = await make.office({ name: 'Kantor', parentId: parent.id })
  const offices: Record<Place, string> = {
    parent: parent.id,
    own: own.id,
    child: (await make.office({ name: 'Pos', parentId: own.id })).id,
    sibling: (await make.office({ name: 'Tetangga', parentId: parent.id })).id,
    stranger: (await make.office({ name: 'Lain' })).id,
  }
  const made = await Promise.all(
    places.map(async (side) => [
      side,
      await Promise.all(roles.map((role) => make.user({ officeId: offices[side], role }))),
    ]),
  )
  users = Object.fromEntries(made)
  planted = await plantCanaries(server, own.id)
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true })
})

/** The kinds of canaries in an answer: headers and body, also where a number is spelt in groups, or words stand on paper. */
function kindsIn(answer: { headers: unknown; body: string; rawPayload?: Buffer }): Kind[] {
  const paper = answer.body.startsWith('%PDF') && answer.rawPayload
  const body = paper ? pdfText(paper) : answer.body
  const text = `${JSON.stringify(answer.headers)}\n${body}`
  const joined = text.replace(/(?<=\d)[\s.-](?=\d)/g, '')
  return (Object.keys(kinds) as Kind[]).filter(
    (kind) => kinds[kind].test(text) || kinds[kind].test(joined),
  )
}

async function ask(endpoint: Endpoint, user: MadeUser) {
  const name = nameOf(endpoint)
  const resource = endpoint.url.split('/')[2] ?? ''
  const params = { ...planted.params, id: planted.ids[resource] ?? randomUUID() }
  const given = planted.bodies[name] ?? leastBody(endpoint, planted.fields)
  return server.app.inject({
    method: endpoint.method,
    url: pathOf(endpoint, { params, query: planted.queries[name] }),
    headers: {
      authorization: `Bearer ${user.token}`,
      ...(endpoint.config.takes && { 'content-type': endpoint.config.takes[0] }),
    },
    ...(given !== undefined && { payload: given as object }),
  })
}

/** What an admin does in the offices below. */
const setUp = /^\/api\/(users|offices)\//

/** A regional manager has printed what they read, as a paper of their own office. */
const prints = (endpoint: Endpoint, user: MadeUser) =>
  endpoint.url.endsWith('/papers') && users.parent.includes(user) && user.role === 'manager'

const walked = () => contracts.filter((one) => !streams.includes(nameOf(one)))
const reading = (endpoint: Endpoint) => endpoint.method === 'GET'

describe('what stays in the office', () => {
  it('has every operation in the table, and no other', () => {
    expect(Object.keys(whatStaffReads).toSorted()).toEqual(walked().map(nameOf).toSorted())
  })

  it('reaches nobody outside, in any role, through any operation', async () => {
    const outsiders = places
      .filter((side) => side !== 'own')
      .flatMap((side) => users[side].map((user) => ({ place: side, user })))
    for (const endpoint of walked()) {
      // Without a login it is all the same who asks.
      const askers = 'public' in endpoint.config ? outsiders.slice(0, 1) : outsiders
      await Promise.all(
        askers.map(async ({ place: side, user }) => {
          const answer = await ask(endpoint, user)
          const label = `${user.role} of the ${side} office: ${nameOf(endpoint)} ${answer.statusCode} ${answer.body.slice(0, 300)}`
          expect(kindsIn(answer), label).toEqual([])
          expect(answer.statusCode, label).toBeLessThan(500)
          // A body that does not fit would be refused before anybody looks whose it is.
          if (
            !reading(endpoint) &&
            endpoint.url.includes('/:id') &&
            !setUp.test(endpoint.url) &&
            !prints(endpoint, user)
          )
            expect([403, 404], label).toContain(answer.statusCode)
        }),
      )
    }
  }, 180_000)

  it('is told by the stream of a session to staff inside alone', async () => {
    const sessionId = planted.ids.sessions ?? ''
    const watching = await Promise.all(
      places.flatMap((side) =>
        users[side].map(async (user) => {
          const { token, role } = user
          const stream = await Watch.open(origin, { sessionId, token, lastId: '0' })
          return { stream, told: `${role} of the ${side} office`, place: side, role }
        }),
      ),
    )
    const open = watching.filter(({ stream }) => stream.status === 200)
    expect(open.map(({ told: label }) => label)).toEqual([
      'manager of the parent office',
      ...roles.map((role) => `${role} of the own office`),
    ])
    // The last that each of them is told, and heard after all that was there.
    await server.make.pool.query(
      `select announce_session_events(office_id, id, 'session', array[id]) from sessions where id = $1`,
      [sessionId],
    )
    for (const { stream, told: label, place: side, role } of watching) {
      if (stream.status === 200)
        await expect.poll(() => stream.heard.at(-1)?.event.type, { message: label }).toBe('session')
      else await expect.poll(() => stream.ended).toBe(true)
      const staff = side === 'own' && role !== 'desk'
      const answer = { headers: [...stream.headers], body: stream.text }
      expect(kindsIn(answer), label).toEqual(staff ? ['reason', 'offRecord'] : [])
      stream.cut()
    }
  })

  it('is looked for on paper as it is read', async () => {
    const answer = await server.app.inject({
      url: `/api/sessions/${planted.ids.sessions}/attendance-sheet.pdf`,
      headers: { authorization: `Bearer ${users.own[1]?.token}` },
    })
    expect(pdfText(answer.rawPayload)).toContain('BimaMedia Uji…0002')
  })

  it('stands on no paper made for the region, which names the guests', async () => {
    const [manager] = users.parent.filter(({ role }) => role === 'manager')
    if (!manager) throw new Error('the region has no manager')
    const { officeId, token } = manager
    const sessionId = planted.ids.sessions ?? ''
    const authorization = `Bearer ${token}`
    const asked = await server.app.inject({
      method: 'POST',
      url: `/api/sessions/${sessionId}/papers`,
      headers: { authorization },
      payload: { kind: 'attendance_sheet' },
    })
    const { id: paperId } = asked.json()
    const job = {
      offices: [officeId],
      actor: `user:${manager.id}` as const,
      data: { paperId, sessionId },
    }
    await makePaperTask.run({ ...server.deps, log: consoleLog }, job)
    const file = await server.app.inject({
      url: `/api/papers/${paperId}/file`,
      headers: { authorization },
    })
    const text = pdfText(file.rawPayload)
    expect(text).toContain('Bima')
    // The office's own sheet has the last digits of the number here.
    expect(text).not.toContain('…0002')
    expect(kindsIn(file)).toEqual([])
  })

  it('stands on no page of a link but what its guest wrote there', async () => {
    for (const [path, own] of planted.links)
      for (const page of ['', '/session.ics', '/pass', '/substitute', ...planted.materialPages]) {
        const answer = await server.app.inject({ url: `${path}${page}` })
        expect(kindsIn(answer), page).toEqual(page === '' ? own : [])
        expect(answer.statusCode, page).toBeLessThan(500)
      }
  })

  it('is found by nobody outside who asks for the digits or the address', async () => {
    const [manager] = users.parent.filter(({ role }) => role === 'manager')
    for (const q of planted.digits)
      for (const list of ['journalists', 'outlets', 'search'])
        for (const at of [`/api/${list}?q=${encodeURIComponent(q)}`]) {
          const answer = await server.app.inject({
            url: at,
            headers: { authorization: `Bearer ${manager?.token}` },
          })
          expect([answer.statusCode, answer.json().items], at).toEqual([200, []])
        }
  })

  it('is read inside as the table says: by staff what stands there, by the desk nothing', async () => {
    const seen = new Map<string, Set<Kind>>()
    // Whoever reads comes before whoever changes, the desk before those who may more.
    const inOrder = walked().toSorted((a, b) => Number(reading(b)) - Number(reading(a)))
    for (const endpoint of inOrder)
      for (const user of users.own) {
        const answer = await ask(endpoint, user)
        const name = nameOf(endpoint)
        const found = kindsIn(answer)
        const label = `${user.role}: ${name} ${answer.statusCode} ${answer.body.slice(0, 300)}`
        const may = user.role === 'desk' ? [] : (whatStaffReads[name] ?? [])
        expect(
          found.filter((kind) => !may.includes(kind)),
          label,
        ).toEqual([])
        expect(answer.statusCode, label).toBeLessThan(500)
        for (const kind of found) seen.set(name, (seen.get(name) ?? new Set()).add(kind))
        const mayCall = 'public' in endpoint.config || endpoint.config.roles.includes(user.role)
        if (mayCall && reading(endpoint) && (whatStaffReads[name] ?? []).length > 0)
          expect(answer.statusCode, label).toBe(200)
      }
    // A walk that saw nothing would prove nothing.
    for (const endpoint of walked().filter(reading)) {
      const name = nameOf(endpoint)
      expect([...(seen.get(name) ?? [])].toSorted(), name).toEqual(
        (whatStaffReads[name] ?? []).toSorted(),
      )
    }
  }, 180_000)
})
