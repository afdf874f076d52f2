// First, since React reads it when it is loaded.
import './platform/production.ts'

import { parseArgs } from 'node:util'
import { openSetupCode } from './accounts/setup.ts'
import { buildApp } from './app.ts'
import { refuseDemoData } from './demo/refuse-demo-data.ts'
import { seedDemo } from './demo/seed.ts'
import { reportBadAddress } from './messaging/mail-commands.ts'
import { openOwnerUrl } from './owner-database.ts'
import { AccessCache } from './platform/access.ts'
import { announce } from './platform/announce.ts'
import { type Config, publicUrlOf, readConfig } from './platform/config.ts'
import { Cursors } from './platform/cursor.ts'
import { openDatabase } from './platform/database.ts'
import { claimHttpPort, portTrouble } from './platform/http-port.ts'
import { deriveKeys } from './platform/keys.ts'
import {
  type Close,
  type Lifecycle,
  runUntilSignalled,
  shutdownGraceMs,
  within,
} from './platform/lifecycle.ts'
import { usualLimits } from './platform/limits.ts'
import { consoleLog as log } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { Sealing } from './platform/sealing.ts'
import { resolveSecrets } from './platform/secret.ts'
import { ensureWebBuild, webDist } from './platform/web-build.ts'
import { startWork } from './work.ts'

const { values: flags } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    // under `npm run dev` Vite serves the web application
    'no-build': { type: 'boolean', default: false },
  },
})

async function start(life: Lifecycle): Promise<void> {
  const given = readConfig(process.env)
  // Before anything is made: a second start ends here and touches nothing.
  const config: Config = { ...given, port: await claimHttpPort(given.host, given.port) }
  const keys = deriveKeys(await resolveSecrets(config))
  const ownerUrl = await openOwnerUrl(config, life, log)
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
  if (!flags.demo) await refuseDemoData(database, config)
  await webBuilt
  life.signal.throwIfAborted()

  const underWay: Close[] = []
  life.onClose('requests and jobs', async (hurry) => {
    await Promise.all(underWay.map((close) => close(hurry)))
  })
  const readiness = { ready: false }
  const shared = { config, keys, database, ownerUrl, publicUrl, log, limits: usualLimits }
  if (config.runWorker) {
    const worker = await startWork(shared)
    underWay.push((hurry) => worker.stop(hurry))
  }
  if (config.bounceAddress !== undefined) {
    const { bounceAddress } = config
    // Only who wants it loads a mail server.
    const { openBounceReceiver } = await import('./outbox/bounce-receiver.ts')
    const receiver = await openBounceReceiver({
      ...shared,
      config: { ...config, bounceAddress },
      reportBadAddress,
    })
    underWay.push(() => receiver.close())
  }
  const access = new AccessCache({ database, ownerUrl, log })
  life.onClose('the listener for changes of users', () => access.close())
  await access.start()
  const cursors = new Cursors(keys.cursor[0])
  const app = await buildApp({ ...shared, access, cursors, readiness, webRoot: webDist })
  underWay.push((hurry) => closeServer(app, hurry))
  await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
    throw portTrouble(error, config.host, config.port)
  })

  announce({ publicUrl, config, demo, setupCode: demo ? undefined : await openSetupCode(database) })
  readiness.ready = true
}

type App = Awaited<ReturnType<typeof buildApp>>

async function closeServer(app: App, hurry: boolean): Promise<void> {
  const closed = app.close()
  if (!hurry && (await within(shutdownGraceMs, closed))) return
  app.server.closeAllConnections()
  await closed
}

runUntilSignalled(log, start)
