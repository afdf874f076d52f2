import { accountsApi } from '@ngopi/shared/accounts'
import { AppError, type FieldError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { perform } from '../platform/perform.ts'
import { limitRate, type RateLimit } from '../platform/rate-limit.ts'
import { hashPassword, inHashingQueue, matchesPassword } from './password.ts'
import { changePassword } from './password-commands.ts'
import { passwordObjection } from './password-rules.ts'
import { findLogin } from './queries.ts'
import { refreshCookie } from './refresh-cookie.ts'
import { familyOfToken } from './secret-tokens.ts'
import { accountStrings } from './strings.ts'
import { rename } from './user-commands.ts'
import { findPasswordHash, findUser } from './user-queries.ts'

const wrongPasswords: RateLimit = { name: 'current password', attempts: 5, seconds: 15 * 60 }

/** The own account. */
export function meRoutes(app: App, { database, access: accesses, publicUrl }: Deps): void {
  const cookie = refreshCookie(publicUrl)

  app.route({
    ...accountsApi.me,
    handler: async (request) => {
      const { id, offices } = accessOf(request)
      const user = await database.read(offices, (db) => findUser(db, id))
      if (!user) throw new AppError('not_found')
      return user
    },
  })

  app.route({
    ...accountsApi.updateMe,
    handler: async (request, reply) => {
      const { id } = accessOf(request)
      const user = await perform({ database, request, reply }, (tx) =>
        rename(tx, { id, ...request.body }),
      )
      accesses.forget(id)
      return user
    },
  })

  app.route({
    ...accountsApi.changePassword,
    handler: async (request, reply) => {
      const { id, offices } = accessOf(request)
      const { currentPassword, newPassword } = request.body
      const account = await database.read(offices, (db) => findPasswordHash(db, id))
      const formerHash = account?.passwordHash
      const fields: FieldError[] = []
      const matches = await inHashingQueue(id, async () => {
        await limitRate(database, wrongPasswords, id, 0)
        const same = await matchesPassword(formerHash, currentPassword)
        if (!same) await limitRate(database, wrongPasswords, id, 1)
        return same
      })
      const wrong = { path: 'currentPassword', message: accountStrings.wrongPassword }
      if (!matches) fields.push(wrong)
      const objection = passwordObjection(newPassword, account?.email ?? '')
      if (objection) fields.push({ path: 'newPassword', message: objection })
      if (!formerHash || fields.length > 0) throw new AppError('invalid', { fields })

      const passwordHash = await hashPassword(newPassword, id)
      const family = familyOfToken(request.cookies[cookie.name])
      const owner = family && (await findLogin(database, family))
      const keep = owner && owner.userId === id ? family : undefined
      const changed = await perform({ database, request, reply, status: 204 }, (tx) =>
        changePassword(tx, { userId: id, formerHash, passwordHash, keep }),
      )
      if (!changed) throw new AppError('invalid', { fields: [wrong] })
      accesses.forget(id)
      reply.status(204)
    },
  })
}
