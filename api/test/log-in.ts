import { hashPassword } from '../src/accounts/password.ts'
import type { App } from '../src/platform/app-type.ts'
import type { MadeUser } from './make.ts'
import type { TestServer } from './server.ts'

export const goodPassword = 'kopi tubruk tanpa gula'

/** Gives a user a password to log in with. */
export async function withPassword(server: TestServer, user: MadeUser): Promise<MadeUser> {
  await server.make.pool.query('update users set password_hash = $2 where id = $1', [
    user.id,
    await hashPassword(goodPassword),
  ])
  return user
}

export interface Visit {
  cookie?: string | undefined
  headers?: Record<string, string>
  /** Where the request seems to come from. */
  from?: string
  body?: object
  method?: 'POST' | 'DELETE' | 'PUT'
}

/** A request as a browser sends it, with its refresh cookie. */
export async function visit(app: App, url: string, { method = 'POST', ...options }: Visit = {}) {
  const response = await app.inject({
    method,
    url,
    headers: {
      ...(options.cookie !== undefined && { cookie: options.cookie }),
      ...options.headers,
    },
    ...(options.from !== undefined && { remoteAddress: options.from }),
    ...(options.body !== undefined && { payload: options.body }),
  })
  const given = response.headers['set-cookie']
  const setCookie = Array.isArray(given) ? given.join('\n') : given
  return {
    status: response.statusCode,
    headers: response.headers,
    setCookie,
    /** Name and value of the login's cookie, to send back. */
    cookie: setCookie?.split(';')[0],
    /** Names and values of all cookies, as a browser that logs in again sends them. */
    cookies: setCookie
      ?.split('\n')
      .map((line) => line.split(';')[0])
      .join('; '),
    json: response.body === '' ? undefined : response.json(),
  }
}

/** Logs in with the good password. */
export const logIn = (app: App, email: string, options: Visit = {}) =>
  visit(app, '/api/login', { ...options, body: { email, password: goodPassword } })
