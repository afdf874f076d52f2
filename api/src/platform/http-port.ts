import { hasCode } from './error-code.ts'
import { probePort } from './free-port.ts'
import { StartError } from './start-error.ts'

/**
 * The port to serve on, known before anything is built, because links carry it; 0 becomes one the system picks.
 * Throws a StartError when it cannot be had: people and proxies know the port, so it is never changed silently.
 */
export async function claimHttpPort(host: string, port: number): Promise<number> {
  const free = await probePort(host, port).catch((error: unknown) => {
    throw portTrouble(error, host, port)
  })
  if (free === undefined) throw inUse(host, port)
  return free
}

/** What listening failed of, in words for the console where it is a matter of HOST or PORT. */
export function portTrouble(error: unknown, host: string, port: number): unknown {
  if (hasCode(error, 'EADDRINUSE')) return inUse(host, port)
  if (hasCode(error, 'EACCES')) {
    return new StartError(`PORT ${port} may not be used by this user; set PORT to one above 1023.`)
  }
  if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN')) {
    return new StartError(`HOST ${host} is not an address of this machine.`)
  }
  return error
}

const inUse = (host: string, port: number): StartError =>
  new StartError(
    `PORT ${port} on ${host} is in use by another program. Stop it, or set PORT to another number.`,
  )
