/**
 * What a connection URL may say besides user, host, port and database: how the server is reached. Everything else is
 * left out, since what a session is set to is decided here and by nobody else.
 */
const waysToReachIt = new Set([
  'host',
  'port',
  'user',
  'password',
  'ssl',
  'sslmode',
  'sslcert',
  'sslkey',
  'sslrootcert',
  'sslnegotiation',
  'uselibpqcompat',
  'application_name',
])

/** The URL without settings of the session (`options`, `role`, `statement_timeout` …). */
export function withoutSessionSettings(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  for (const name of new Set(url.searchParams.keys()))
    if (!waysToReachIt.has(name)) url.searchParams.delete(name)
  return url.href
}
