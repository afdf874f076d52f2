import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publicUrlOf, readConfig } from '../src/platform/config.ts'
import { runUntilSignalled } from '../src/platform/lifecycle.ts'
import { consoleLog } from '../src/platform/log.ts'

// The API restarts when one of its files changes; Vite serves the web application and passes /api on.
// Ctrl+C, or the end of either, ends both.

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = (name: string, path: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path)

function run(args: string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    // its own process group: Ctrl+C reaches this program, which ends its children once, in order
    detached: true,
  })
}

const watchedApi = [
  program('tsx', 'dist/cli.mjs'),
  'watch',
  '--clear-screen=false',
  '--include=migrations/**/*.sql',
  'api/src/main.ts',
  '--no-build',
  ...process.argv.slice(2),
]

// where Vite passes /api on to, whatever PUBLIC_URL says
const NGOPI_API = publicUrlOf(readConfig({ ...process.env, PUBLIC_URL: '' }))

runUntilSignalled(consoleLog, async (life) => {
  const children = [
    run(watchedApi, root, {}),
    run([program('vite', 'bin/vite.js')], join(root, 'web'), { NGOPI_API }),
  ]
  for (const child of children) {
    child.once('exit', (code) => life.shutDown(code ?? 1))
    life.onClose('a program', async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    })
  }
})
