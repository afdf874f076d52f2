import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../src/embedded/start-embedded.ts'
import { consoleLog } from '../src/platform/log.ts'
import { compareServers } from './compare.ts'
import { timeDoor } from './door.ts'
import { timeLetters } from './letters.ts'
import { weighListeners } from './listeners.ts'
import { weighPages } from './weight.ts'

const { values: flags } = parseArgs({
  options: {
    weight: { type: 'boolean', default: false },
    letters: { type: 'boolean', default: false },
    listeners: { type: 'boolean', default: false },
    door: { type: 'boolean', default: false },
    /** Only these, by comma. */
    only: { type: 'string' },
    /** Seconds of each round. */
    seconds: { type: 'string', default: '1' },
    /** Of rounds, ours and bare right after each other; ten at least. */
    pairs: { type: 'string', default: '12' },
  },
})

// Not mkdtemp: the embedded server opens a folder that it makes itself to the user PostgreSQL runs as.
const dataDir = join(tmpdir(), `ngopi-bench-${randomBytes(6).toString('hex')}`)
const quiet = { ...consoleLog, info: () => undefined, warn: () => undefined }

try {
  if (flags.letters) {
    await timeLetters()
  } else if (flags.weight) {
    await weighPages(dataDir)
  } else {
    const postgres = await startEmbedded({ dataDir, durable: true, log: quiet, wishedPort: 0 })
    try {
      if (flags.door) await timeDoor(postgres.url)
      else if (flags.listeners) await weighListeners(postgres.url)
      else
        await compareServers(postgres.url, {
          only: flags.only?.split(','),
          seconds: Number(flags.seconds),
          pairs: Math.max(10, Number(flags.pairs)),
        })
    } finally {
      await postgres.stop(true)
    }
  }
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
