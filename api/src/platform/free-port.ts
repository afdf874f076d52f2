import { createServer } from 'node:net'
import { hasCode } from './error-code.ts'

/** Whether a TCP port can be listened on; 0 lets the system pick. Returns the port, undefined when it is taken. */
export function probePort(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', (error) =>
      hasCode(error, 'EADDRINUSE') ? resolve(undefined) : reject(error),
    )
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : undefined),
      )
    })
  })
}

/** The wished port when it is free, else one the system picks. */
export async function freePort(host: string, wished: number): Promise<number> {
  const port = (await probePort(host, wished)) ?? (await probePort(host, 0))
  if (port === undefined) throw new Error(`No free port on ${host}`)
  return port
}
