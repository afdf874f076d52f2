import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const modules = JSON.stringify(new URL('.', import.meta.url).href)

const evaluate = (program: string) => ['--import', 'tsx', '--input-type=module', '--eval', program]

const { npm_lifecycle_event: _, ...withoutNpm } = process.env

/** Runs a program on the lifecycle, sends the signals each time it prints "signal", and returns what came of it. */
async function run(start: string, signals: NodeJS.Signals[] = []) {
  const program = `
    import { setTimeout as delay } from 'node:timers/promises'
    const { runUntilSignalled, within } = await import(${modules} + 'lifecycle.ts')
    const { StartError } = await import(${modules} + 'start-error.ts')
    const { consoleLog } = await import(${modules} + 'log.ts')
    const say = (text) => process.stdout.write(text + '\\n')
    runUntilSignalled(consoleLog, async (life) => { ${start} })
  `
  const child = spawn(process.execPath, evaluate(program), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: withoutNpm,
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk
    for (const _match of String(chunk).matchAll(/^signal$/gm)) child.kill(signals.shift())
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk
  })
  const [code] = await once(child, 'close')
  return { code, errors, lines: output.trim().split('\n') }
}

const stayAlive = 'setInterval(() => undefined, 1000);'

describe('runUntilSignalled', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s closes in reverse order, status 0',
    async (name) => {
      const { code, lines } = await run(
        `${stayAlive}
      life.onClose('first', async () => say('first'))
      life.onClose('second', async () => { await delay(20); say('second') })
      say('signal')`,
        [name],
      )
      expect(lines).toEqual(['signal', 'second', 'first'])
      expect(code).toBe(0)
    },
  )

  test('a start that fails midway closes what it opened, says why without a stack, status 1', async () => {
    const { code, lines, errors } = await run(
      `life.onClose('first', async () => say('first')); throw new StartError('PORT is taken')`,
    )
    expect({ code, lines, errors }).toEqual({
      code: 1,
      lines: ['first'],
      errors: 'PORT is taken\n',
    })
  })

  test('a signal during the start closes what the step under way opens afterwards', async () => {
    const { code, lines } = await run(
      `${stayAlive}
      say('signal'); await new Promise((resolve) => life.signal.addEventListener('abort', resolve))
      life.onClose('late', async () => say('late')); life.signal.throwIfAborted()`,
      ['SIGTERM'],
    )
    expect({ code, lines }).toEqual({ code: 0, lines: ['signal', 'late'] })
  })

  test('a second signal does not wait, but still closes the rest', async () => {
    const { code, lines } = await run(
      `${stayAlive}
      life.onClose('essential', async (hurry) => say('essential ' + hurry))
      life.onClose('stuck', async () => { await delay(500); say('signal'); await new Promise(() => undefined) })
      say('signal')`,
      ['SIGINT', 'SIGINT'],
    )
    expect(lines).toEqual(['signal', 'signal', 'essential true'])
    expect(code).toBe(1)
  })

  test('one Ctrl+C that arrives twice is one', async () => {
    const { code, lines } = await run(
      `${stayAlive}
      life.onClose('request', async () => { say('signal'); await delay(500); say('done') })
      say('signal')`,
      ['SIGINT', 'SIGINT'],
    )
    expect({ code, lines }).toEqual({ code: 0, lines: ['signal', 'signal', 'done'] })
  })

  test('an error that nobody catches closes everything, status 1', async () => {
    const { code, lines, errors } = await run(
      `${stayAlive}
      life.onClose('first', async () => say('first'))
      setTimeout(() => { throw new Error('loose') }, 10)`,
    )
    expect({ code, lines }).toEqual({ code: 1, lines: ['first'] })
    expect(errors).toContain('loose')
  })

  test('the end of the shell in which npm runs the program is a shutdown', async () => {
    const file = join(tmpdir(), `ngopi-lifecycle-${process.pid}`)
    const program = `
      const { runUntilSignalled } = await import(${modules} + 'lifecycle.ts')
      const { writeFileSync } = await import('node:fs')
      runUntilSignalled(console, async (life) => {
        ${stayAlive}
        life.onClose('all', async () => writeFileSync(${JSON.stringify(file)}, 'closed'))
        console.log('ready')
      })`
    const shell = spawn('sh', ['-c', '"$@"; true', 'sh', process.execPath, ...evaluate(program)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_lifecycle_event: 'start' },
    })
    await once(shell.stdout, 'data')
    shell.kill('SIGTERM')
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toBe('closed')
    await rm(file)
  })

  test('what cannot be closed does not keep the rest open', async () => {
    const { code, lines, errors } = await run(
      `${stayAlive}
      life.onClose('first', async () => say('first'))
      life.onClose('broken', async () => { throw new Error('no') })
      say('signal')`,
      ['SIGTERM'],
    )
    expect({ code, lines }).toEqual({ code: 0, lines: ['signal', 'first'] })
    expect(errors).toContain('Could not close broken')
  })
})
