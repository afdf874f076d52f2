import { accountsApi } from '@ngopi/shared/accounts'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import type { Deps } from '../platform/deps.ts'
import { subjectOf } from '../platform/rate-limit.ts'
import { countFailure, refuseAfterFailures } from './failure-limits.ts'
import { deviceCookie, knowsDevice, withDevice } from './known-device.ts'
import { loginAnswer } from './login-answer.ts'
import { endLogin, logIn, rotateLogin } from './login-commands.ts'
import { inHashingQueue, matchesPassword } from './password.ts'
import { findAccount, findLogin } from './queries.ts'
import { refreshCookie, refuseForeignOrigin } from './refresh-cookie.ts'
import { familyOfToken } from './secret-tokens.ts'
import { accountStrings } from './strings.ts'

/** Logging in, staying logged in, logging out. */
export function loginRoutes(app: App, { database, access, keys, publicUrl }: Deps): void {
  const cookie = refreshCookie(publicUrl)
  const device = deviceCookie(publicUrl)
  const ended = () => new AppError('unauthenticated')

  app.route({
    ...accountsApi.login,
    handler: async (request, reply) => {
      refuseForeignOrigin(request, publicUrl)
      const { email, password } = request.body
      const account = await findAccount(database, email)
      const marks = request.cookies[device.name]
      const known =
        account && knowsDevice({ userId: account.id, keys: keys.accounts }, marks)
          ? account.id
          : undefined
      const attempt = { email, address: request.ip, knownTo: known }
      // Whoever is refused takes nobody's place in the queue.
      await refuseAfterFailures(database, attempt)
      const opened = await inHashingQueue(known ?? subjectOf(request.ip), async () => {
        // Once more, since guesses sent together all passed the first look.
        await refuseAfterFailures(database, attempt)
        const matches = await matchesPassword(account?.passwordHash, password)
        const { id, officeId, passwordHash } = account ?? {}
        const token =
          matches && id && officeId && passwordHash
            ? await database.write([officeId], `user:${id}`, (tx) =>
                logIn(tx, { id, officeId, passwordHash }),
              )
            : undefined
        if (id && token) return { id, token }
        await countFailure(database, attempt)
        throw new AppError('unauthenticated', { message: accountStrings.wrongLogin })
      })
      // A token is given rarely enough to ask the database itself, not what is kept of it.
      access.forget(opened.id)
      const user = await access.find(opened.id)
      if (!user || user.disabled) throw ended()
      const marked = withDevice({ userId: user.id, keys: keys.accounts }, marks)
      reply
        .setCookie(cookie.name, opened.token, cookie.options)
        .setCookie(device.name, marked, device.options)
      return loginAnswer(app, user, opened.token)
    },
  })

  app.route({
    ...accountsApi.refresh,
    handler: async (request, reply) => {
      refuseForeignOrigin(request, publicUrl)
      const token = request.cookies[cookie.name]
      const family = familyOfToken(token)
      const owner = family && (await findLogin(database, family))
      if (!token || !owner) throw ended()
      const rotated = await database.write([owner.officeId], `user:${owner.userId}`, (tx) =>
        rotateLogin(tx, { family, token, keys: keys.accounts }),
      )
      // Also where a replay has just ended the login: its access tokens end with it.
      access.forget(owner.userId)
      const user = rotated && (await access.find(rotated.userId))
      if (!user || user.disabled) {
        reply.clearCookie(cookie.name, cookie.options)
        throw ended()
      }
      if (rotated.successor) reply.setCookie(cookie.name, rotated.successor, cookie.options)
      return loginAnswer(app, user, token)
    },
  })

  app.route({
    ...accountsApi.logout,
    handler: async (request, reply) => {
      refuseForeignOrigin(request, publicUrl)
      const token = request.cookies[cookie.name]
      const family = familyOfToken(token)
      const owner = family && (await findLogin(database, family))
      if (token && owner) {
        await database.write([owner.officeId], `user:${owner.userId}`, (tx) =>
          endLogin(tx, { family, token }),
        )
        access.forget(owner.userId)
      }
      reply.clearCookie(cookie.name, cookie.options).status(204)
    },
  })
}
