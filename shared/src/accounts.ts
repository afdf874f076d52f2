import { z } from 'zod'
import {
  edited,
  flag,
  id,
  instant,
  line,
  listQuery,
  named,
  nothing,
  page,
  timeZone,
  version,
} from './common.ts'
import { emailAddress } from './contact.ts'
import { endpoint } from './endpoint.ts'
import { admins, everyone, role } from './roles.ts'

const tags = ['accounts']

/** At least 10 characters; long passphrases are welcome. */
export const newPassword = z.string().min(10).max(256)

export const sessionUser = z
  .object({ id, name: z.string(), role, office: named })
  .meta({ id: 'SessionUser' })
export type SessionUser = z.infer<typeof sessionUser>

export const login = z
  .object({ accessToken: z.string(), expiresAt: instant, user: sessionUser })
  .meta({ id: 'Login' })
export type Login = z.infer<typeof login>

export const userStatus = z.enum(['invited', 'active', 'disabled'])

export const user = z
  .object({
    id,
    officeId: id,
    name: z.string(),
    email: z.string(),
    role,
    status: userStatus,
    lastLoginAt: instant.nullable(),
    ...edited,
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof user>

/** A user with the link to set a password, shown once to an admin who may hand it over. */
export const invitedUser = user
  .extend({
    invitationUrl: z
      .string()
      .nullable()
      .describe(
        'Valid for 72 hours, used once. Null where the link goes to the address of the account alone: for an account of a child office, and with mail set up for one that is in use',
      ),
  })
  .meta({ id: 'InvitedUser' })

export const accountsApi = {
  login: endpoint({
    method: 'POST',
    url: '/api/login',
    config: { public: true },
    schema: {
      summary: 'Log in',
      tags,
      body: z.strictObject({
        email: z.string().trim().toLowerCase().min(1).max(254),
        password: z.string().min(1).max(256),
        code: z.string().max(20).optional(),
      }),
      response: { '2xx': login },
    },
  }),
  refresh: endpoint({
    method: 'POST',
    url: '/api/login/refresh',
    config: { public: true },
    schema: {
      summary: 'Renew the access token by the refresh cookie',
      tags,
      response: { '2xx': login },
    },
  }),
  logout: endpoint({
    method: 'DELETE',
    url: '/api/login',
    config: { public: true },
    schema: { summary: 'Log out', tags, response: { '2xx': nothing } },
  }),
  me: endpoint({
    method: 'GET',
    url: '/api/me',
    config: { roles: everyone },
    schema: { summary: 'The own account', tags, response: { '2xx': user } },
  }),
  updateMe: endpoint({
    method: 'PATCH',
    url: '/api/me',
    config: { roles: everyone },
    schema: {
      summary: 'Change the own name',
      tags,
      body: z.strictObject({ version, name: line(120) }),
      response: { '2xx': user },
    },
  }),
  changePassword: endpoint({
    method: 'PUT',
    url: '/api/me/password',
    config: { roles: everyone },
    schema: {
      summary:
        'Change the own password; every other login of the account ends, and every access token: renew by the refresh cookie',
      tags,
      body: z.strictObject({ currentPassword: z.string().min(1).max(256), newPassword }),
      response: { '2xx': nothing },
    },
  }),
  listUsers: endpoint({
    method: 'GET',
    url: '/api/users',
    config: { roles: admins },
    schema: {
      summary: 'Users of the own office, or of a child office',
      tags,
      querystring: z.strictObject({ ...listQuery, sort: z.enum(['name', '-name']).optional() }),
      response: { '2xx': page(user) },
    },
  }),
  getUser: endpoint({
    method: 'GET',
    url: '/api/users/:id',
    config: { roles: admins },
    schema: {
      summary: 'One user',
      tags,
      params: z.strictObject({ id }),
      response: { '2xx': user },
    },
  }),
  inviteUser: endpoint({
    method: 'POST',
    url: '/api/users',
    config: { roles: admins },
    schema: {
      summary:
        'Invite a user by link; with mail set up it is mailed too. The admins of a child office are told',
      tags,
      body: z.strictObject({
        name: line(120),
        email: emailAddress,
        role,
        officeId: id.optional().describe('The own office when absent, else a child office'),
      }),
      response: { '2xx': invitedUser },
    },
  }),
  renewUserInvitation: endpoint({
    method: 'POST',
    url: '/api/users/:id/invitation',
    config: { roles: admins },
    schema: {
      summary:
        'A new invitation link; the former one stops working. The admins of a child office are told',
      tags,
      params: z.strictObject({ id }),
      response: { '2xx': invitedUser },
    },
  }),
  updateUser: endpoint({
    method: 'PATCH',
    url: '/api/users/:id',
    config: { roles: admins },
    schema: {
      summary: 'Change name or role, disable or enable; ends the logins of a disabled user',
      tags,
      params: z.strictObject({ id }),
      body: z.strictObject({
        version,
        name: line(120).optional(),
        role: role.optional(),
        disabled: z.boolean().optional(),
      }),
      response: { '2xx': user },
    },
  }),
  requestPasswordReset: endpoint({
    method: 'POST',
    url: '/api/password-resets',
    config: { public: true },
    schema: {
      summary: 'Ask for a reset link by mail; the answer never tells whether the account exists',
      tags,
      body: z.strictObject({ email: emailAddress }),
      response: { '2xx': z.object({ accepted: z.literal(true) }) },
    },
  }),
  redeemPasswordToken: endpoint({
    method: 'POST',
    url: '/api/password-resets/redemption',
    config: { public: true },
    schema: {
      summary: 'Set a password with the token of an invitation or a reset; used once',
      tags,
      body: z.strictObject({ token: z.string().min(1).max(200), password: newPassword }),
      response: { '2xx': nothing },
    },
  }),
  setupState: endpoint({
    method: 'GET',
    url: '/api/setup',
    config: { public: true },
    schema: {
      summary: 'Whether this installation still waits for its first office',
      tags,
      response: { '2xx': z.object({ needed: z.boolean() }) },
    },
  }),
  setUp: endpoint({
    method: 'POST',
    url: '/api/setup',
    config: { public: true },
    schema: {
      summary: 'Create the first office and its admin with the code printed on the console',
      tags,
      body: z.strictObject({
        code: z.string().trim().min(1).max(40),
        officeName: line(200),
        timeZone,
        name: line(120),
        email: emailAddress,
        password: newPassword,
      }),
      response: { '2xx': login },
    },
  }),
}

export const mail = z
  .object({
    id,
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    state: z
      .enum(['kept', 'queued', 'sent', 'failed', 'bounced', 'withdrawn'])
      .describe(
        '`kept`: no SMTP server is set up; `failed`: tried again; `bounced`: came back for good; `withdrawn`: no longer true when its turn came',
      ),
    createdAt: instant,
    sentAt: instant.nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Mail' })

export const mailsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/mails',
    config: { roles: admins },
    schema: {
      summary: 'Mails of the office, newest first; those that carry a password link show no text',
      tags,
      querystring: z.strictObject({
        limit: listQuery.limit,
        cursor: listQuery.cursor,
        count: flag.optional(),
      }),
      response: { '2xx': page(mail) },
    },
  }),
}
