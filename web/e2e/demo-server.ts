import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { seedDemo } from '../../api/src/demo/seed.ts'
import { webDist } from '../../api/src/platform/web-build.ts'
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

/** The built product, listening on loopback, on an empty database of its own. */
export async function startEmptyServer(): Promise<ProductServer> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const server = await startServer({ publicUrl: origin, webRoot: webDist, worker: true })
  await server.app.listen({ host: '127.0.0.1', port })
  return { ...server, origin }
}

/** The built product with the demo data. */
export async function startDemoServer(): Promise<DemoServer> {
  const server = await startEmptyServer()
  const { database, keys } = server.deps
  const { personalLink } = await seedDemo({
    database,
    ownerUrl: server.ownerUrl,
    keys,
    publicUrl: server.origin,
    now: new Date(),
  })
  return { ...server, personalLink }
}
