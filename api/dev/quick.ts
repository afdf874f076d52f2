import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isTest, touchedTests } from './touched-tests.ts'

// The fast lane: types, lint and the tests that what was changed touches. Before a change lands, `npm test` decides.
// Usage: npm run test:quick [-- <commit to compare with>]; unless given, the last commit, or the one before where nothing
// is changed since.

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/ngopi-types')

const git = (...args: string[]): string[] =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)

const since = (commit: string): string[] => [
  ...git('diff', '--name-only', commit),
  ...git('ls-files', '--others', '--exclude-standard'),
]

/** Runs a program of npm's with its output passed through; whether it succeeded. */
const succeeds = (program: string, ...args: string[]): boolean => {
  const started = performance.now()
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `${status === 0 ? '✓' : '✗'} ${program.split('/')[0]} ${args[1] ?? ''} (${seconds} s)`,
  )
  return status === 0
}

const [asked] = process.argv.slice(2)
const uncommitted = since('HEAD')
const changed = asked ? since(asked) : uncommitted.length > 0 ? uncommitted : since('HEAD~1')
const present = changed.filter((file) => existsSync(join(root, file)))

const touches = (...folders: string[]): boolean =>
  changed.some((file) => folders.some((folder) => file.startsWith(`${folder}/`)))
const workspaces = [
  ...(touches('shared') ? ['shared'] : []),
  ...(touches('shared', 'api') ? ['api'] : []),
  ...(touches('shared', 'web') ? ['web'] : []),
]
const types = workspaces.map((name) =>
  succeeds(
    'typescript-7/bin/tsc',
    '-p',
    name,
    '--incremental',
    '--tsBuildInfoFile',
    join(cache, `${name}.tsbuildinfo`),
  ),
)

const linted = present.filter((file) => /\.(tsx?|mjs|json|css)$/.test(file))
const lint =
  linted.length === 0 ||
  succeeds('@biomejs/biome/bin/biome', 'check', '--no-errors-on-unmatched', ...linted)

const tests = new Map(
  git('ls-files', '--cached', '--others', '--exclude-standard')
    .filter((file) => isTest(file) && existsSync(join(root, file)))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
)
const touched = touchedTests(changed, tests)
console.log(`${changed.length} files changed, ${touched.length} test files touched`)
const tested = touched.length === 0 || succeeds('vitest/vitest.mjs', 'run', ...touched)

process.exit([...types, lint, tested].every(Boolean) ? 0 : 1)
