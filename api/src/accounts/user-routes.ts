import { accountsApi, type User } from '@ngopi/shared/accounts'
import type { Access } from '../platform/access.ts'
import { AppError, invalidField } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Tx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { queueMail } from '../platform/mail.ts'
import { perform } from '../platform/perform.ts'
import { invitationMail } from './account-mails.ts'
import { actingFor, administeredOffice } from './administered-office.ts'
import { findOfficeName } from './office-queries.ts'
import { mayHandOver, tellAdmins } from './parent-admin-commands.ts'
import { issuePasswordToken } from './password-commands.ts'
import { passwordLinkToken } from './secret-tokens.ts'
import { accountStrings } from './strings.ts'
import { addUser, inviteAgain, updateUser } from './user-commands.ts'
import { findUser, listUsers } from './user-queries.ts'

/** What is kept of an invitation: the link itself is made again from the id of its record, never stored. */
interface Invited {
  user: User
  /** Null where the admin who asked does not get the link. */
  linkId: string | null
}

/** Users of the own office and of those directly below, for admins. */
export function userRoutes(app: App, deps: Deps): void {
  const { database, access: accesses, cursors, keys, publicUrl, config } = deps
  const smtp = config.smtpUrl !== undefined

  const linkOf = (linkId: string) =>
    `${publicUrl}/sandi/${passwordLinkToken(keys.accounts, linkId)}`

  const withLink = ({ user, linkId }: Invited) => ({
    ...user,
    invitationUrl: linkId === null ? null : linkOf(linkId),
  })

  /** The office of a user whom the admin may administer; 404 for any other. */
  const officeOfUser = async (admin: Access, userId: string): Promise<string> => {
    const user = await accesses.find(userId)
    if (!user) throw new AppError('not_found')
    return administeredOffice(database, admin, user.officeId)
  }

  /** Mails the link to the account's own address, and gives it to the admin who may hand it over. */
  const sendLink = async (tx: Tx, admin: Access, user: User): Promise<Invited> => {
    const { officeId, id } = user
    const given = await mayHandOver(tx, { admin, user, smtp })
    // A link that reaches nobody would only end the former one.
    if (!given && !smtp) return { user, linkId: null }
    const linkId = await issuePasswordToken(tx, {
      officeId,
      userId: id,
      kind: 'invitation',
      keys: keys.accounts,
    })
    if (smtp) {
      const mail = invitationMail(user, linkOf(linkId), await findOfficeName(tx, officeId))
      await queueMail(tx, { officeId, smtp, mail })
    }
    return { user, linkId: given ? linkId : null }
  }

  app.route({
    ...accountsApi.listUsers,
    handler: async (request) => {
      const access = accessOf(request)
      const { officeId = access.officeId, ...query } = request.query
      const office = await administeredOffice(database, access, officeId)
      return database.read([office], (db) => listUsers(db, cursors, { ...query, officeId: office }))
    },
  })

  app.route({
    ...accountsApi.getUser,
    handler: async (request) => {
      const office = await officeOfUser(accessOf(request), request.params.id)
      const user = await database.read([office], (db) => findUser(db, request.params.id))
      if (!user) throw new AppError('not_found')
      return user
    },
  })

  app.route({
    ...accountsApi.inviteUser,
    handler: async (request, reply) => {
      const access = accessOf(request)
      const { officeId: asked = access.officeId, ...given } = request.body
      const officeId = await administeredOffice(database, access, asked).catch((error) => {
        if (error instanceof AppError && error.code === 'not_found')
          throw invalidField('officeId', accountStrings.unknownOffice)
        throw error
      })
      const invited = await perform({ database, request, reply, status: 201 }, (tx) =>
        actingFor(tx, { access, officeId }, async () => {
          const user = await addUser(tx, { ...given, officeId })
          await tellAdmins(tx, { admin: access, user, action: 'invited', smtp })
          return sendLink(tx, access, user)
        }),
      )
      return withLink(invited)
    },
  })

  app.route({
    ...accountsApi.renewUserInvitation,
    handler: async (request, reply) => {
      const access = accessOf(request)
      const { id } = request.params
      const officeId = await officeOfUser(access, id)
      const invited = await perform({ database, request, reply, status: 201 }, (tx) =>
        actingFor(tx, { access, officeId }, async () => {
          const user = await inviteAgain(tx, id)
          await tellAdmins(tx, { admin: access, user, action: 'linked', smtp })
          return sendLink(tx, access, user)
        }),
      )
      return withLink(invited)
    },
  })

  app.route({
    ...accountsApi.updateUser,
    handler: async (request, reply) => {
      const access = accessOf(request)
      const { id } = request.params
      const officeId = await officeOfUser(access, id)
      const user = await perform({ database, request, reply }, (tx) =>
        actingFor(tx, { access, officeId }, async () => {
          const user = await updateUser(tx, { officeId, id, change: request.body })
          await tellAdmins(tx, { admin: access, user, action: 'changed', smtp })
          return user
        }),
      )
      accesses.forget(id)
      return user
    },
  })
}
