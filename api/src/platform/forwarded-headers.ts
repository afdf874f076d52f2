import type { App } from './app-type.ts'

const everySeconds = 60

/**
 * Says in the log, once a minute at most, when `X-Forwarded-For` or `Forwarded` comes from a peer that TRUST_PROXY
 * does not name: either somebody pretends, or a proxy was not named and everybody behind it counts as one address.
 */
export function warnOfUntrustedProxy(app: App): void {
  let silentUntil = 0
  app.addHook('onRequest', async (request) => {
    const { 'x-forwarded-for': chain, forwarded } = request.headers
    if (chain === undefined && forwarded === undefined) return
    // With the peer trusted there is one more: the address it forwards for.
    if ((request.ips?.length ?? 1) > 1) return
    const now = Date.now()
    if (now < silentUntil) return
    silentUntil = now + everySeconds * 1_000
    request.log.warn(
      `A request came with forwarded headers from ${request.socket.remoteAddress}, which TRUST_PROXY does not name. They are ignored: whoever is behind that address counts as one for every limit. If it is your proxy, name it in TRUST_PROXY.`,
    )
  })
}
