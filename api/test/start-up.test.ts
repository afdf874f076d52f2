import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rm, stat } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { refuseDemoData } from '../src/demo/refuse-demo-data.ts'
import { seedDemo } from '../src/demo/seed.ts'
import { openDatabase } from '../src/platform/database.ts'
import { inspectDatabaseServer } from '../src/platform/database-server.ts'
import { probePort } from '../src/platform/free-port.ts'
import { deriveKeys } from '../src/platform/keys.ts'
import { Sealing } from '../src/platform/sealing.ts'
import { StartError } from '../src/platform/start-error.ts'
import { cloneDatabase, emptyDatabase } from './database.ts'
import { programOf, root } from './program.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const secret = randomBytes(32).toString('base64url')
const keys = deriveKeys([secret])
const sealing = new Sealing(keys.storedText)
const dataDir = join(tmpdir(), `ngopi-start-${randomBytes(6).toString('hex')}`)
const started: ChildProcess[] = []

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

interface Run {
  child: ChildProcess
  output: () => string
  /** True once it answers, false when it ended instead. */
  ready: boolean
}

/** `npm start` or `npm run demo`, until it serves or has ended. */
async function start(env: Record<string, string>, ...flags: string[]): Promise<Run> {
  const child = spawn(
    process.execPath,
    [await programOf('api/src/main.ts'), '--no-build', ...flags],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LOG_LEVEL: 'silent', RUN_WORKER: 'false', DATA_DIR: dataDir, ...env },
    },
  )
  started.push(child)
  let output = ''
  const ready = await new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk
        // the announcement ends with what links on this machine are good for
        if (/^Warning: links to/m.test(output)) resolve(true)
      })
    child.on('close', () => resolve(false))
  })
  return { child, output: () => output, ready }
}

const port = async (): Promise<string> => String(await probePort('127.0.0.1', 0))

async function end({ child }: Run): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** It ended with status 1 and in words. */
function expectRefusal(run: Run, text: RegExp): void {
  expect(run.output()).toMatch(text)
  expect(run.output()).not.toMatch(/^ +at /m)
  expect([run.ready, run.child.exitCode]).toEqual([false, 1])
}

test('data of the demo is opened by the demo alone, data of others is not touched by it', async () => {
  const on = async () => {
    const clone = await cloneDatabase()
    const database = openDatabase({ ownerUrl: clone.url, poolSize: 1, sealing, log: quiet })
    onTestFinished(async () => {
      await database.close()
      await clone.drop()
    })
    const seed = () =>
      seedDemo({
        database,
        ownerUrl: clone.url,
        keys,
        publicUrl: 'http://127.0.0.1:3000',
        now: new Date('2026-11-20T03:00:00Z'),
      })
    const refuse = () => refuseDemoData(database, { databaseUrl: clone.url, dataDir })
    return { url: clone.url, seed, refuse }
  }
  const demo = await on()
  await demo.refuse()
  const { accounts } = await demo.seed()
  await expect(demo.refuse()).rejects.toThrow(
    /^The database of DATABASE_URL was made by the demo[\s\S]*npm run demo[\s\S]*empty database/,
  )
  expect((await demo.seed()).accounts).toEqual(accounts)

  const own = await on()
  const client = new pg.Client({ connectionString: own.url })
  await client.connect()
  await client.query(`set app.actor = 'system:'`)
  await client.query(`insert into offices (name, time_zone) values ('Kantor', 'Asia/Jakarta')`)
  const refused = await own.seed().catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StartError)
  expect(String(refused)).toMatch(/holds data that is not the demo's[\s\S]*npm start/)
  expect((await client.query('select from users')).rowCount).toBe(0)
  await own.refuse()
  await client.end()
})

test('the port is looked at before anything is made', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const address = taken.address()
  const PORT = String(typeof address === 'object' ? address?.port : 0)
  expectRefusal(await start({ PORT }), new RegExp(`PORT ${PORT} on 127.0.0.1 is in use`))
  await expect(stat(dataDir)).rejects.toThrow('ENOENT')
})

test('of two starts at once on the same data one serves and the other ends plainly', async () => {
  const ports = [await port(), await port()]
  const runs = await Promise.all(ports.map((PORT) => start({ PORT }, '--demo')))
  const [serving] = runs.filter(({ ready }) => ready)
  const [refused] = runs.filter(({ ready }) => !ready)
  if (!serving || !refused) throw new Error(runs.map(({ output }) => output()).join('\n'))
  expectRefusal(refused, /Ngopi is already running on/)

  // Somebody who never finishes what they send does not hold up the stop.
  const stuck = connect(Number(ports[runs.indexOf(serving)]), '127.0.0.1')
  stuck.on('error', () => {})
  await once(stuck, 'connect')
  stuck.write('POST /api/login HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n')
  stuck.write('content-type: application/json\r\n\r\n{')
  const asked = performance.now()
  await end(serving)
  expect(performance.now() - asked).toBeLessThan(8_000)
  expect([serving.child.exitCode, serving.output()]).toEqual([
    0,
    expect.not.stringMatching(/pool|^ +at /m),
  ])
  stuck.destroy()

  // and so with the demo's own folder
  expectRefusal(await start({ PORT: await port() }), /was made by the demo[\s\S]*DATA_DIR=/)
})

test.each([
  ['another port', (url: URL) => (url.port = '1'), 'nothing listens at that address'],
  ['another host', (url: URL) => (url.hostname = 'no-such-host.invalid'), /no such host|looked up/],
  ['a wrong password', (url: URL) => (url.password = 'salah'), 'user or password is wrong'],
  ['no such database', (url: URL) => (url.pathname = '/tiada'), 'there is no such database'],
])('DATABASE_URL with %s is named, without its password', async (_, spoil, reason) => {
  const database = await emptyDatabase()
  onTestFinished(() => database.drop())
  const url = new URL(database.url)
  const { password } = url
  spoil(url)
  const refused = await inspectDatabaseServer(url.href).catch(String)
  expect(refused).toMatch(/^StartError: DATABASE_URL leads to no database that can be used/)
  expect(refused).toMatch(reason)
  expect(refused).not.toContain(password)
})

/** The same server behind a line that tells of an older version: each value that begins with its number, 18, with 17. */
async function asOlderServer(databaseUrl: string): Promise<string> {
  const url = new URL(databaseUrl)
  const { hostname, port } = url
  const line = createServer((asking) => {
    const server = connect(Number(port), hostname)
    for (const end of [asking, server]) end.on('error', () => {})
    asking.pipe(server)
    server.on('data', (chunk: Buffer) => {
      // A value stands behind its length in four bytes.
      const label = chunk.toString('latin1').replaceAll(/(?<=\0\0\0.)18/gs, '17')
      asking.write(Buffer.from(label, 'latin1'))
    })
    server.on('close', () => asking.destroy())
    asking.on('close', () => server.destroy())
  }).listen(0, '127.0.0.1')
  await once(line, 'listening')
  onTestFinished(() => void line.close())
  url.hostname = '127.0.0.1'
  url.port = String((line.address() as AddressInfo).port)
  return url.href
}

test('a PostgreSQL below 18 is named, before anything is asked of it', async () => {
  const database = await emptyDatabase()
  onTestFinished(() => database.drop())
  await inspectDatabaseServer(database.url)
  const refused = await inspectDatabaseServer(await asOlderServer(database.url)).catch(String)
  expect(refused).toMatch(
    /^StartError: DATABASE_URL leads to PostgreSQL 17\S*.*; Ngopi needs 18 or newer\.$/,
  )
})
