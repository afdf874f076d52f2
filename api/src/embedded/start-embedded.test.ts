import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile, realpath, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { programOf } from '../../test/program.ts'
import { clusterName } from './orphan.ts'
import { processesOf, signal } from './processes.ts'
import { canEnter, canRun, type ServiceUser, serviceUser } from './service-user.ts'

const fixture = 'api/src/embedded/run-embedded.fixture.ts'

let dataDir: string
let started: ChildProcess[]
// made by the program itself, so that as root PostgreSQL's user can enter it
const newFolder = () => join(tmpdir(), `ngopi-embedded-${randomBytes(6).toString('hex')}`)

/** Data of a server that ran once and was stopped: making it takes seconds. */
let usedData: string

beforeAll(async () => {
  started = []
  usedData = dataDir = newFolder()
  await end((await run()).child, 'SIGTERM')
})
afterAll(() => rm(usedData, { recursive: true, force: true }))

/** `run` on data that are there already, for what is no matter of a first start. */
async function runAgain(port = 0): Promise<Run> {
  await promisify(execFile)('cp', ['-a', usedData, dataDir])
  return run(port)
}

beforeEach(() => {
  dataDir = newFolder()
  started = []
})

afterEach(async () => {
  await Promise.all(started.map((child) => end(child, 'SIGTERM')))
  await rm(dataDir, { recursive: true, force: true })
})

interface Run {
  child: ChildProcess
  /** What it printed to both streams so far. */
  output: () => string
  url: string | undefined
}

/** Starts the program and waits until it is ready or has ended. */
async function run(port = 0, user?: ServiceUser): Promise<Run> {
  const child = spawn(process.execPath, [await programOf(fixture), dataDir, String(port)], {
    ...user,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  const url = await new Promise<string | undefined>((resolve) => {
    const onData = (chunk: Buffer): void => {
      output += chunk
      const ready = /^ready (\S+)$/m.exec(output)
      if (ready) resolve(ready[1])
    }
    child.stdout.on('data', onData)
    child.stderr.on('data', onData)
    child.on('close', () => resolve(undefined))
  })
  return { child, output: () => output, url }
}

async function end(child: ChildProcess, name: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill(name)
  await exit
}

async function query(url: string | undefined, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const cluster = async () => join(await realpath(dataDir), 'cluster')
const postgresProcesses = async () => processesOf(await cluster(), clusterName)

test('a new cluster: PostgreSQL 18, UTF-8, UTC, loopback only, a password that only its owner reads', async () => {
  const { url } = await run()
  const [settings] = await query(
    url,
    `SELECT current_setting('server_version') AS version, current_setting('TimeZone') AS zone,
       current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
       pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale
     FROM pg_database WHERE datname = current_database()`,
  )
  expect(settings).toEqual({
    version: expect.stringMatching(/^18\./),
    zone: 'UTC',
    listens: '127.0.0.1',
    sockets: '',
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
  })
  const password = new URL(String(url)).password
  expect(password.length).toBeGreaterThanOrEqual(32)
  expect((await stat(join(dataDir, 'database-password'))).mode & 0o777).toBe(0o600)
  const wrong = String(url).replace(password, 'guess')
  await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed')
})

test('a second start on the same data is refused plainly and harms nothing', async () => {
  const first = await runAgain()
  const second = await run()
  expect(second.url).toBeUndefined()
  expect(second.child.exitCode).toBe(1)
  expect(second.output()).toContain(
    `already running on ${await realpath(dataDir)} (process ${first.child.pid})`,
  )
  expect(second.output()).not.toContain('at ')
  expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('of several simultaneous first starts exactly one owns the data', async () => {
  const runs = await Promise.all([run(), run(), run()])
  expect(runs.filter(({ url }) => url !== undefined)).toHaveLength(1)
})

describe('after SIGKILL of the owner', () => {
  test('the next start ends the orphan and every backend, and finds what was committed', async () => {
    const first = await runAgain()
    await query(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)')
    // a backend busy with a statement outlives its postmaster for as long as it takes
    const busy = new Client({ connectionString: first.url })
    busy.on('error', () => undefined)
    await busy.connect()
    const statement = busy.query('SELECT pg_sleep(60)').catch(() => undefined)
    await end(first.child, 'SIGKILL')
    const orphans = await postgresProcesses()
    expect(orphans.length).toBeGreaterThan(2)

    const second = await run()
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
    expect(second.output()).toContain('Stopped a PostgreSQL')
    const now = await postgresProcesses()
    expect(orphans.filter((pid) => now.includes(pid))).toEqual([])
    await statement
  })

  test('also when the postmaster was killed and only backends are left', async () => {
    const first = await runAgain()
    await query(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)')
    await end(first.child, 'SIGKILL')
    signal(
      Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]),
      'SIGKILL',
    )
    const second = await run()
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
  })
})

const postmasterId = async () =>
  Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])

describe('a PostgreSQL that ends by itself', () => {
  test('is started again at the same address, with all that was committed', async () => {
    const { url, output, child } = await runAgain()
    await query(url, 'CREATE TABLE kept (n int)')
    for (const n of [1, 2]) {
      await query(url, `INSERT INTO kept VALUES (${n})`)
      const busy = new Client({ connectionString: url })
      busy.on('error', () => undefined)
      await busy.connect()
      const statement = busy.query('SELECT pg_sleep(60)').catch(() => undefined)
      signal(await postmasterId(), 'SIGKILL')
      await statement
      await expect.poll(() => query(url, 'SELECT n FROM kept').catch(() => [])).toHaveLength(n)
    }
    expect(output().match(/ended unexpectedly/g)).toHaveLength(2)
    await end(child, 'SIGTERM')
    expect(await postgresProcesses()).toEqual([])
  })

  test('is not started again once it is to stop', async () => {
    const { child } = await runAgain()
    signal(await postmasterId(), 'SIGKILL')
    await end(child, 'SIGTERM')
    expect(child.exitCode).toBe(0)
    await expect.poll(postgresProcesses, { timeout: 5_000 }).toEqual([])
  })
})

test('a taken port is left alone and another one is used', async () => {
  const other = createServer()
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const taken = typeof address === 'object' && address !== null ? address.port : 0
  const { url } = await runAgain(taken)
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(Number(new URL(String(url)).port)).not.toBe(taken)
  other.close()
})

test.each(['SIGTERM', 'SIGHUP'] as const)('no PostgreSQL is left after %s', async (name) => {
  const { child } = await runAgain()
  expect((await postgresProcesses()).length).toBeGreaterThan(0)
  await end(child, name)
  // process.exit cannot wait: there PostgreSQL was only asked to end
  await expect.poll(postgresProcesses).toEqual([])
  await expect(stat(join(dataDir, 'owner.lock'))).rejects.toThrow('ENOENT')
})

// root can try being someone else, provided that user can reach Node and this checkout
const other = await serviceUser()
const canBeOther =
  other !== undefined && canRun(other, process.execPath) && canEnter(other, import.meta.dirname)

if (canBeOther) {
  describe('as an ordinary user', () => {
    test('everything belongs to that user, and root can go on with it', async () => {
      const ordinary = await run(0, other)
      await query(ordinary.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)')
      expect((await stat(join(dataDir, 'cluster'))).uid).toBe(other?.uid)
      await end(ordinary.child, 'SIGTERM')
      const root = await run()
      expect(await query(root.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
      await end(root.child, 'SIGTERM')
      const again = await run(0, other)
      expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
    })

    test('data that root made is refused plainly', async () => {
      await end((await run()).child, 'SIGTERM')
      const ordinary = await run(0, other)
      expect(ordinary.child.exitCode).toBe(1)
      expect(ordinary.output()).toContain('cannot be used by this user')
    })
  })
}
