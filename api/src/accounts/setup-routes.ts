import { accountsApi } from '@ngopi/shared/accounts'
import { AppError, invalidField } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { limitRate, type RateLimit } from '../platform/rate-limit.ts'
import { loginAnswer } from './login-answer.ts'
import { hashPassword } from './password.ts'
import { passwordObjection } from './password-rules.ts'
import { anyOfficeExists } from './queries.ts'
import { refreshCookie, refuseForeignOrigin } from './refresh-cookie.ts'
import { closeSetup, isSetupCode } from './setup.ts'
import { setUpFirstOffice } from './setup-commands.ts'
import { accountStrings } from './strings.ts'

const wrongCodes: RateLimit = { name: 'set-up code', attempts: 20, seconds: 15 * 60 }

/** The first start: an installation without an office waits for whoever reads its console. */
export function setupRoutes(app: App, { database, access, publicUrl }: Deps): void {
  const cookie = refreshCookie(publicUrl)

  app.route({
    ...accountsApi.setupState,
    handler: async () => ({ needed: !(await anyOfficeExists(database)) }),
  })

  app.route({
    ...accountsApi.setUp,
    handler: async (request, reply) => {
      refuseForeignOrigin(request, publicUrl)
      const { code, officeName, timeZone, name, email, password } = request.body
      if (await anyOfficeExists(database)) {
        throw new AppError('closed', { message: accountStrings.alreadySetUp })
      }
      await limitRate(database, wrongCodes, request.ip, 0)
      if (!isSetupCode(database, code)) {
        await limitRate(database, wrongCodes, request.ip, 1)
        throw invalidField('code', accountStrings.wrongSetupCode)
      }
      const objection = passwordObjection(password, email)
      if (objection) throw invalidField('password', objection)
      const passwordHash = await hashPassword(password, request.ip)
      const [officeId, userId] = [newId(), newId()]
      const token = await database.write([officeId], `user:${userId}`, (tx) =>
        setUpFirstOffice(tx, {
          officeId,
          userId,
          office: { name: officeName, timeZone },
          admin: { name, email, passwordHash },
        }),
      )
      closeSetup(database)
      const admin = await access.find(userId)
      if (!admin) throw new AppError('internal')
      reply.status(201).setCookie(cookie.name, token, cookie.options)
      return loginAnswer(app, admin, token)
    },
  })
}
