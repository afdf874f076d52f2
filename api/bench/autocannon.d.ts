/** The part of autocannon that the bench uses; the package brings no types. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  function autocannon(
    options: autocannon.Options,
    done: (error: Error | null, result: autocannon.Result) => void,
  ): EventEmitter

  namespace autocannon {
    interface Request {
      method?: 'GET' | 'POST' | 'PATCH'
      path?: string
      headers?: Record<string, string>
      body?: string
      /** Called before each request; returns it changed. */
      setupRequest?(request: Request, context: Record<string, unknown>): Request
      onResponse?(status: number, body: string, context: Record<string, unknown>): void
    }

    interface Options {
      url: string
      connections: number
      /** Seconds. */
      duration: number
      requests: Request[]
      headers?: Record<string, string>
    }

    interface Result {
      /** Seconds. */
      duration: number
      errors: number
      non2xx: number
      '3xx': number
    }
  }

  export = autocannon
}
