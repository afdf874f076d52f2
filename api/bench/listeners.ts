import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type ClientRequest, get, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { hashPassword } from '../src/accounts/password.ts'
import { freePort } from '../src/platform/free-port.ts'
import { migrate } from '../src/platform/migrate.ts'
import { type SpawnedServer, spawnServer } from './spawn-server.ts'

/** Most that so many listeners may add to what the server holds in memory. */
const many = { listeners: 500, mebibytes: 60 }
/** Most milliseconds from the press at one desk to the news at the last listener, while so many are connected. */
const few = { listeners: 50, milliseconds: 2_000, scans: 40 }

const account = { email: 'meja@uji.example', password: randomBytes(12).toString('base64url') }

interface Hall {
  sessionId: string
  invitationIds: string[]
}

/** An office with a desk and a session that is on. */
async function openHall(ownerUrl: string): Promise<Hall> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c app.actor=system:' })
  await client.connect()
  try {
    const values = ['Kantor Uji', account.email, await hashPassword(account.password), few.scans]
    const { rows } = await client.query<Hall>(
      `with office as (
         insert into offices (name, time_zone) values ($1, 'Asia/Jakarta') returning id
       ), desk as (
         insert into users (office_id, name, email, role, password_hash) select id, 'Meja', $2, 'desk', $3 from office
       ), session as (
         insert into sessions (office_id, title, starts_at, ends_at, time_zone, venue, status)
         select id, 'Ngopi', now(), now() + interval '2 hours', 'Asia/Jakarta', 'Aula', 'published' from office
         returning id, office_id
       ), people as (
         insert into journalists (office_id, full_name) select id, 'Tamu ' || n from office, generate_series(1, $4::int) n
         returning id
       ), invited as (
         insert into invitations (office_id, session_id, journalist_id) select s.office_id, s.id, p.id from session s, people p
         returning id
       )
       select (select id from session) as "sessionId", (select array_agg(id) from invited) as "invitationIds"`,
      values,
    )
    if (!rows[0]) throw new Error('there is no session')
    return rows[0]
  } finally {
    await client.end()
  }
}

async function logIn({ url }: SpawnedServer): Promise<string> {
  const answer = await fetch(`${url}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(account),
  })
  const { accessToken } = (await answer.json()) as { accessToken?: string }
  if (!accessToken) throw new Error(`logging in failed: ${answer.status}`)
  return accessToken
}

interface Listener {
  /** When the news of a guest came, by their invitation. */
  heard: Map<string, number>
  request: ClientRequest
}

/** Opens one stream on a connection of its own; it has said its first number. */
async function listen(url: string, token: string): Promise<Listener> {
  const headers = { authorization: `Bearer ${token}` }
  const request = get(url, { agent: false, headers })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  if (response.statusCode !== 200) throw new Error(`no stream: ${response.statusCode}`)
  const heard = new Map<string, number>()
  let rest = ''
  response.setEncoding('utf8').on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const invitation = /"invitationId":"([^"]+)"/.exec(block)?.[1]
      if (invitation) heard.set(invitation, performance.now())
    }
  })
  response.on('error', () => undefined)
  await once(response, 'data')
  return { heard, request }
}

const listenAll = (count: number, url: string, token: string): Promise<Listener[]> =>
  Promise.all(Array.from({ length: count }, () => listen(url, token)))

/** Memory the process holds, in MiB, once it has been quiet for some seconds. */
async function settledMemory({ pid }: SpawnedServer): Promise<number> {
  const samples: number[] = []
  for (let n = 0; n < 6; n++) {
    await wait(1_000)
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    samples.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
  }
  return samples.at(-1) ?? Number.NaN
}

async function scan(
  server: SpawnedServer,
  token: string,
  { sessionId, invitationId }: { sessionId: string; invitationId: string },
): Promise<void> {
  const answer = await fetch(`${server.url}/api/sessions/${sessionId}/scans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      deviceId: randomUUID(),
      scans: [{ nonce: randomUUID(), scannedAt: new Date().toISOString(), invitationId }],
    }),
  })
  if (!answer.ok) throw new Error(`a scan was refused: ${answer.status}`)
}

/** Milliseconds from sending each scan until the last of the listeners heard of it. */
async function timeNews(server: SpawnedServer, token: string, hall: Hall): Promise<number[]> {
  const { sessionId } = hall
  const stream = `${server.url}/api/sessions/${sessionId}/events`
  const listeners = await listenAll(few.listeners, stream, token)
  const times: number[] = []
  for (const invitationId of hall.invitationIds) {
    const began = performance.now()
    await scan(server, token, { sessionId, invitationId })
    const deadline = began + few.milliseconds * 2
    while (listeners.some(({ heard }) => !heard.has(invitationId)) && performance.now() < deadline)
      await wait(2)
    const heard = listeners.map((one) => one.heard.get(invitationId) ?? Number.POSITIVE_INFINITY)
    times.push(Math.max(...heard) - began)
  }
  for (const { request } of listeners) request.destroy()
  return times.toSorted((a, b) => a - b)
}

/**
 * Prints what many listeners of one session add to the memory of the server, and how long the news of a scan takes to
 * the last of some; fails beyond the limits. Linux only: it reads the memory from /proc.
 */
export async function weighListeners(ownerUrl: string): Promise<void> {
  const log = { info: () => undefined, warn: console.warn, error: console.error }
  await migrate(ownerUrl, { log })
  const hall = await openHall(ownerUrl)
  const server = await spawnServer(new URL('../src/main.ts', import.meta.url), {
    port: await freePort('127.0.0.1', 0),
    env: {
      DATABASE_URL: ownerUrl,
      SECRET_KEY: randomBytes(32).toString('base64url'),
      DATA_DIR: '',
      PUBLIC_URL: '',
    },
  })
  try {
    const token = await logIn(server)
    const before = await settledMemory(server)
    const stream = `${server.url}/api/sessions/${hall.sessionId}/events`
    const listeners = await listenAll(many.listeners, stream, token)
    const with500 = await settledMemory(server)
    for (const { request } of listeners) request.destroy()
    const news = await timeNews(server, token, hall)
    const figures = {
      listeners: many.listeners,
      'MiB before': Math.round(before),
      'MiB with them': Math.round(with500),
      'MiB more': Math.round(with500 - before),
      'at most MiB more': many.mebibytes,
      'while listening': few.listeners,
      'news ms, median': Math.round(news[Math.floor(news.length / 2)] ?? Number.NaN),
      'news ms, longest': Math.round(news.at(-1) ?? Number.NaN),
      'at most ms': few.milliseconds,
    }
    console.table(figures)
    console.log(JSON.stringify(figures))
    const slow = !((news.at(-1) ?? Number.NaN) <= few.milliseconds)
    if (slow || !(with500 - before <= many.mebibytes))
      throw new Error('listeners cost more than they may')
  } finally {
    await server.stop()
  }
}
