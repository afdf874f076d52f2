import { AppError } from './app-error.ts'
import type { App } from './app-type.ts'
import { requestStrings } from './problem-strings.ts'

/** 64 KiB; a route that takes long lists says so itself. */
export const jsonBodyLimit = 64 * 1024

const exactJson = /^application\/json(?:; ?charset=utf-8)?$/i

/**
 * Takes JSON alone, named exactly: lenient readings of Content-Type have let bodies past validation
 * (GHSA-mg2h-6x62-wpwc and its kin). An empty body counts as none. An operation that takes a file names its types,
 * and then those alone are taken.
 */
export function registerBodyParser(app: App): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      if (body === '') done(null, undefined)
      else parse(request, body, done)
    },
  )
  app.addHook('preParsing', async (request) => {
    const type = request.headers['content-type']
    if (!request.routeOptions.url?.startsWith('/api') || type === undefined) return
    const { takes } = request.routeOptions.config as { takes?: readonly string[] }
    if (takes ? takes.includes(type) : exactJson.test(type)) return
    const message = takes ? requestStrings.otherType : requestStrings.jsonOnly
    throw new AppError('invalid', { status: 415, message })
  })
}
