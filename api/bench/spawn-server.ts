import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { devNull } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

export interface SpawnedServer {
  url: string
  /** Of its process. */
  pid: number | undefined
  /** What it printed before it was ready. */
  output(): string
  stop(): Promise<void>
}

interface Options {
  port: number
  flags?: string[]
  env: Record<string, string>
  /** Keep what it prints until it is ready; else everything goes into the void. */
  keepOutput?: boolean
}

/** Time a server may take to become ready, in milliseconds; a first build of the web application is part of it. */
const timeoutMs = 180_000

/** Runs a program of this repository in a process of its own, its log into a sink, until it answers `/readyz`. */
export async function spawnServer(
  file: URL,
  { port, flags = [], env, keepOutput = false }: Options,
): Promise<SpawnedServer> {
  const child = spawn(process.execPath, [...process.execArgv, file.pathname, ...flags], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', keepOutput ? 'pipe' : openSync(devNull, 'w'), 'inherit'],
  })
  const printed: string[] = []
  let ready = false
  child.stdout?.on('data', (chunk: Buffer) => {
    if (!ready) printed.push(chunk.toString())
  })
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + timeoutMs
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null) throw new Error(`${file.pathname} ended before it was ready`)
    if (Date.now() > deadline) throw new Error(`${file.pathname} did not become ready`)
    await wait(100)
  }
  ready = true
  return { url, pid: child.pid, output: () => printed.join(''), stop: () => stop(child) }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
