// First, since React reads it when it is loaded.
import './platform/production.ts'

import { parseArgs } from 'node:util'
import { openSetupCode } from './accounts/setup.ts'
import { buildApp } from './app.ts'
import { seedDemo } from './demo/seed.ts'
import { reportBadAddress } from './invitations/mail-commands.ts'
import { AccessCache } from './platform/access.ts'
import { announce } from './platform/announce.ts'
import { type Config, publicUrlOf, readConfig } from './platform/config.ts'
import { Cursors } from './platform/cursor.ts'
import { openDatabase } from './platform/database.ts'
import { claimHttpPort, portTrouble } from './platform/http-port.ts'
import { type Lifecycle, runUntilSignalled, within } from './platform/lifecycle.ts'
import { consoleLog as log } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { openOwnerUrl } from './platform/owner-database.ts'
import { Sealing } from './platform/sealing.ts'
import { deriveKeys, resolveSecrets } from './platform/secret.ts'
import { ensureWebBuild, webDist } from './platform/web-build.ts'
import { startWork } from './work.ts'

/** How long requests and jobs under way may take at shutdown, in milliseconds. */
const patience = 10_000

const { values: flags } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    // under `npm run dev` Vite serves the web application
    'no-build': { type: 'boolean', default: false },
  },
})

async function start(life: Lifecycle): Promise<void> {
  const given = readConfig(process.env)
  const keys = deriveKeys(await resolveSecrets(given))
  const ownerUrl = await openOwnerUrl(given, life, log)
  const config: Config = { ...given, port: await claimHttpPort(given.host, given.port) }
  const publicUrl = publicUrlOf(config)
  life.signal.throwIfAborted()

  const webBuilt = flags['no-build'] ? Promise.resolve() : ensureWebBuild(log, life.signal)
  // awaited below; until then a failure is not yet anyone's
  webBuilt.catch(() => undefined)
  await migrate(ownerUrl, { log })
  life.signal.throwIfAborted()

  const database = openDatabase({
    ownerUrl,
    poolSize: 10,
    sealing: new Sealing(keys.storedText),
    log,
  })
  life.onClose('the database connections', () => database.close())
  const demo = flags.demo
    ? await seedDemo({ database, ownerUrl, keys, publicUrl, now: new Date() })
    : undefined
  await webBuilt
  life.signal.throwIfAborted()

  const readiness = { ready: false }
  const shared = { config, keys, database, ownerUrl, publicUrl, log }
  if (config.runWorker) {
    const worker = await startWork(shared)
    life.onClose('the worker', async (hurry) => {
      await within(hurry ? 0 : patience, worker.stop())
    })
  }
  if (config.bounceAddress !== undefined) {
    const { bounceAddress } = config
    // Only who wants it loads a mail server.
    const { openBounceReceiver } = await import('./platform/bounce-receiver.ts')
    const receiver = await openBounceReceiver({
      ...shared,
      config: { ...config, bounceAddress },
      reportBadAddress,
    })
    life.onClose('the receiver of returned mails', () => receiver.close())
  }
  const access = new AccessCache({ database, ownerUrl, log })
  life.onClose('the listener for changes of users', () => access.close())
  await access.start()
  const cursors = new Cursors(keys.cursor[0])
  const app = await buildApp({ ...shared, access, cursors, readiness, webRoot: webDist })
  await serve(app, config, life)

  announce({ publicUrl, config, demo, setupCode: demo ? undefined : await openSetupCode(database) })
  readiness.ready = true
}

type App = Awaited<ReturnType<typeof buildApp>>

async function serve(app: App, config: Config, life: Lifecycle): Promise<void> {
  life.onClose('the server', async (hurry) => {
    const closed = app.close()
    if (!hurry && (await within(patience, closed))) return
    app.server.closeAllConnections()
    await closed
  })
  await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
    throw portTrouble(error, config.host, config.port)
  })
}

runUntilSignalled(log, start)
