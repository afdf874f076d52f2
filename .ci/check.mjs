// Everything a change must pass, in one run: types, lint and format, import boundaries, unused code, tests.
// Each static check counts as one; ends with `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const scratch = mkdtempSync(join(tmpdir(), 'ngopi-check-'))
const report = join(scratch, 'tests.json')
const tsc = 'node_modules/typescript-7/bin/tsc'

/** Runs a command with its output passed through; resolves to its exit code and what it printed. */
const run = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += chunk
      process.stdout.write(chunk)
    })
    child.on('close', (code) => resolve({ code: code ?? 1, printed }))
  })

const staticChecks = [
  ['types: shared', [tsc, '-p', 'shared']],
  ['types: api', [tsc, '-p', 'api']],
  ['types: web', [tsc, '-p', 'web']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']],
  [
    'import boundaries',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'api/src',
      'shared/src',
      'web/src',
    ],
    // A compiler it cannot use makes it cruise nothing and call that a success.
    ({ printed }) => Number(/\((\d+) modules/.exec(printed)?.[1] ?? 0) > 100,
  ],
  ['unused code', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['lock file', ['.ci/complete-lock.mjs', '--check']],
]

let passed = 0
const failures = []
const note = (name, good) => {
  if (good) passed += 1
  else failures.push(name)
  console.log(`${good ? '✓' : '✗'} ${name}`)
}

for (const [name, args, also = () => true] of staticChecks) {
  const result = await run(args)
  note(name, result.code === 0 && also(result))
}

const tests = await run([
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
])
let counted
try {
  counted = JSON.parse(readFileSync(report, 'utf8'))
} catch {
  failures.push('tests (no report)')
}
if (counted) {
  passed += counted.numPassedTests
  const failed = counted.numTotalTests - counted.numPassedTests
  for (let i = 0; i < failed; i += 1) failures.push('test')
  // A file that breaks before its first test has no failed test to count.
  if (failed === 0 && tests.code !== 0) failures.push('test files or unhandled errors')
  if (counted.numTotalTests === 0) failures.push('no test ran')
}
rmSync(scratch, { recursive: true, force: true })

const named = failures.filter((name) => name !== 'test')
if (named.length > 0) console.log(`\nFailed: ${named.join(', ')}`)
console.log(`\n${passed} passed, ${failures.length} failed`)
process.exit(failures.length > 0 ? 1 : 0)
