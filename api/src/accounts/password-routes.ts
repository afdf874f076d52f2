import { setTimeout as pause } from 'node:timers/promises'
import { accountsApi } from '@ngopi/shared/accounts'
import { AppError, invalidField } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import type { Deps } from '../platform/deps.ts'
import { queueMail } from '../platform/mail.ts'
import { limitRate, type RateLimit } from '../platform/rate-limit.ts'
import { resetMail } from './account-mails.ts'
import { forgiveFailures } from './failure-limits.ts'
import { hashPassword } from './password.ts'
import { issuePasswordToken, redeemPasswordToken } from './password-commands.ts'
import { passwordObjection } from './password-rules.ts'
import { findAccount, findPasswordToken } from './queries.ts'
import { hashOfToken, passwordLinkToken } from './secret-tokens.ts'
import { accountStrings } from './strings.ts'
import { findPasswordHash } from './user-queries.ts'

const resets: RateLimit = { name: 'password reset', attempts: 3, seconds: 3600 }
/** A whole office may share an address; whoever asks for more goes through a list. */
const resetsOfAddress: RateLimit = { name: 'password reset address', attempts: 30, seconds: 3600 }

/** Every answer to a request for a reset takes this long, in milliseconds, whether there is such an account or not. */
const evenPace = 250

/** Setting a password by link: of an invitation, or of a reset. */
export function passwordRoutes(
  app: App,
  { database, access, keys, publicUrl, config }: Deps,
): void {
  /** Mails a link; without a mail server an empty mail shows the office's admin who asked for one. */
  async function sendReset(email: string): Promise<void> {
    const account = await findAccount(database, email)
    if (!account || account.disabled) return
    const { officeId, id: userId, name } = account
    const smtp = config.smtpUrl !== undefined
    await database.write([officeId], 'system:', async (tx) => {
      const user = { name, email }
      if (!smtp) {
        const mail = { ...resetMail(user, ''), text: '' }
        await queueMail(tx, { officeId, smtp, mail })
        return
      }
      const id = await issuePasswordToken(tx, {
        officeId,
        userId,
        kind: 'reset',
        keys: keys.accounts,
      })
      const link = `${publicUrl}/sandi/${passwordLinkToken(keys.accounts, id)}`
      await queueMail(tx, { officeId, smtp, mail: resetMail(user, link) })
    })
  }

  /** Beyond the limit nothing is sent, and the answer stays the same. */
  async function sendUnlessTooOften(email: string): Promise<void> {
    try {
      await limitRate(database, resets, email, 1)
    } catch (error) {
      if (error instanceof AppError && error.code === 'too_many_requests') return
      throw error
    }
    await sendReset(email)
  }

  app.route({
    ...accountsApi.requestPasswordReset,
    handler: async (request, reply) => {
      await limitRate(database, resetsOfAddress, request.ip, 1)
      await Promise.all([pause(evenPace), sendUnlessTooOften(request.body.email)])
      reply.status(202)
      return { accepted: true as const }
    },
  })

  app.route({
    ...accountsApi.redeemPasswordToken,
    handler: async (request, reply) => {
      const tokenHash = hashOfToken(request.body.token)
      const deadLink = () => invalidField('token', accountStrings.deadLink)
      const owner = await findPasswordToken(database, tokenHash)
      if (!owner) throw deadLink()
      const { officeId, userId } = owner
      const account = await database.read([officeId], (db) => findPasswordHash(db, userId))
      if (!account) throw deadLink()
      const objection = passwordObjection(request.body.password, account.email)
      if (objection) throw invalidField('password', objection)
      const passwordHash = await hashPassword(request.body.password, userId)
      const redeemed = await database.write([officeId], `user:${userId}`, (tx) =>
        redeemPasswordToken(tx, { tokenHash, passwordHash }),
      )
      if (!redeemed) throw deadLink()
      access.forget(userId)
      await forgiveFailures(database, { email: account.email, userId })
      reply.status(204)
    },
  })
}
