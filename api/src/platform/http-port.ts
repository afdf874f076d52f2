import { hasCode } from './embedded/error-code.ts'
import { probePort } from './embedded/free-port.ts'
import { StartError } from './start-error.ts'

/**
 * The port to serve on, known before anything is built, because links carry it; 0 becomes one the system picks.
 * Throws a StartError when it cannot be had: people and proxies know the port, so it is never changed silently.
 */
export async function claimHttpPort(host: string, port: number): Promise<number> {
  const free = await probePort(host, port).catch((error: unknown) => {
    if (hasCode(error, 'EACCES')) {
      throw new StartError(`PORT ${port} may not be used by this user; set PORT to one above 1023.`)
    }
    if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN')) {
      throw new StartError(`HOST ${host} is not an address of this machine.`)
    }
    throw error
  })
  if (free === undefined) {
    throw new StartError(
      `PORT ${port} on ${host} is in use by another program. Stop it, or set PORT to another number.`,
    )
  }
  return free
}
