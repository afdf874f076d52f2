import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { AppError } from './app-error.ts'
import type { App } from './app-type.ts'
import type { Deps } from './deps.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: Prometheus text, for whoever shows METRICS_TOKEN. */
export function registerHealth(
  app: App,
  { config, database, readiness }: Pick<Deps, 'config' | 'database' | 'readiness'>,
): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    duration
      .labels(request.method, route, String(reply.statusCode))
      .observe(reply.elapsedTime / 1000)
    // The pattern, never the address: personal links must not reach a log.
    request.log.info({
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    if (!readiness.ready) return reply.status(503).header('retry-after', '1').send({ ready: false })
    await database.lookup((db) => db.execute('select 1'))
    return { ready: true }
  })
  app.get('/metrics', async (request, reply) => {
    const { metricsToken } = config
    if (metricsToken === undefined) throw new AppError('not_found')
    const shown = request.headers.authorization ?? ''
    if (!timingSafeEqual(digest(shown), digest(`Bearer ${metricsToken}`)))
      throw new AppError('unauthenticated')
    return reply.header('content-type', registry.contentType).send(await registry.metrics())
  })
}
