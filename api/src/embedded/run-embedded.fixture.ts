import { consoleLog } from '../platform/log.ts'
import { StartError } from '../platform/start-error.ts'
import { startEmbedded } from './start-embedded.ts'

// A program of its own for the tests: owns a DATA_DIR until it is signalled.
// Usage: run-embedded.fixture.ts DATA_DIR [PORT]. Prints its URL when ready.

const [dataDir = '', port = '0'] = process.argv.slice(2)
try {
  const postgres = await startEmbedded({
    dataDir,
    durable: true,
    log: consoleLog,
    wishedPort: Number(port),
  })
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
  process.on('SIGHUP', () => process.exit(3))
  console.log(`ready ${postgres.url}`)
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}
