import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { seedDemo } from '../../api/src/demo/seed.ts'
import { openDatabase } from '../../api/src/platform/database.ts'
import { deriveKeys } from '../../api/src/platform/keys.ts'
import { Sealing } from '../../api/src/platform/sealing.ts'
import { webDist } from '../../api/src/platform/web-build.ts'
import { ensureTemplate } from '../../api/test/database.ts'
import { startServer, type TestServer } from '../../api/test/server.ts'

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

export interface ProductServer extends TestServer {
  origin: string
}

export interface DemoServer extends ProductServer {
  /** The personal link that `npm run demo` prints: a guest who has not answered yet. */
  personalLink: string
}

/** What is stored in the demo is sealed with a key of it: the same for the template and everybody who has a clone. */
const secretKey = createHash('sha256').update('the demo of the journeys').digest('base64url')

/** The built product, listening on loopback, on a database of its own: empty, or a clone of the template. */
export async function startEmptyServer(template?: string): Promise<ProductServer> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const server = await startServer({
    publicUrl: origin,
    webRoot: webDist,
    worker: true,
    template,
    secretKey,
  })
  await server.app.listen({ host: '127.0.0.1', port })
  return { ...server, origin }
}

/** The built product with the demo data, which is made once for all journeys. */
export async function startDemoServer(): Promise<DemoServer> {
  await ensureTemplate('ngopi_demo', fillDemo)
  const server = await startEmptyServer('ngopi_demo')
  const { database, keys } = server.deps
  // Whatever database has the demo already is left as it is; what returns is the way in.
  const { personalLink } = await seedDemo({
    database,
    ownerUrl: server.ownerUrl,
    keys,
    publicUrl: server.origin,
    now: new Date(),
  })
  return { ...server, personalLink }
}

async function fillDemo(url: string): Promise<void> {
  const keys = deriveKeys([secretKey])
  const database = openDatabase({
    ownerUrl: url,
    poolSize: 2,
    sealing: new Sealing(keys.storedText),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  try {
    await seedDemo({
      database,
      ownerUrl: url,
      keys,
      publicUrl: 'http://127.0.0.1:3000',
      now: new Date(),
    })
  } finally {
    await database.close()
  }
}
