// Runs tests as if they were started at another moment; everything they start lives then too, PostgreSQL and the browser included.
// Usage: node .ci/at.mjs 2026-12-31T23:50+07:00 [arguments of vitest]; TZ in the environment sets the zone of the machine.
// Needs libfaketime (Debian: apt-get install faketime); exits 2 where it is not there or has no effect.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

function refuse(why) {
  console.error(why)
  process.exit(2)
}

const [at = '', ...args] = process.argv.slice(2)
// Without its offset a moment would be another one on each machine.
const moment = /T\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(at) ? Date.parse(at) : Number.NaN
if (Number.isNaN(moment))
  refuse('Usage: node .ci/at.mjs 2026-12-31T23:50+07:00 [arguments of vitest]')

const folders = ['/usr/lib', '/usr/lib64', '/usr/local/lib'].flatMap((lib) =>
  existsSync(lib) ? ['.', ...readdirSync(lib)].map((name) => join(lib, name, 'faketime')) : [],
)
const library = folders
  .map((folder) => join(folder, 'libfaketimeMT.so.1'))
  .find((path) => existsSync(path))
if (!library)
  refuse('libfaketime is not installed (Debian: apt-get install faketime); no test was run.')

const environment = {
  ...process.env,
  LD_PRELOAD: [library, process.env.LD_PRELOAD].filter(Boolean).join(' '),
  // A shift, not a moment: each process would begin at the moment anew.
  FAKETIME: `${moment < Date.now() ? '-' : '+'}${Math.abs(moment - Date.now()) / 1000}`,
  // Chromium is slow when only one of its clocks is moved; but the other one cannot begin before nought.
  ...(moment < Date.now() && { FAKETIME_DONT_FAKE_MONOTONIC: '1' }),
}
const run = (given, options) => spawnSync(process.execPath, given, { env: environment, ...options })

const shown = run(['-p', 'Date.now()'], { encoding: 'utf8' })
if (!(Math.abs(Number(shown.stdout) - moment) < 60_000))
  refuse(`${library} does not move the clock of ${process.execPath}; no test was run.`)

console.log(`The clock starts at ${new Date(moment).toISOString()}.`)
const { status } = run(['node_modules/vitest/vitest.mjs', 'run', ...args], { stdio: 'inherit' })
process.exit(status ?? 1)
