import { z } from 'zod'
import { calendarDate, id, instant } from './common.ts'
import { endpoint } from './endpoint.ts'
import { staff } from './roles.ts'
import { sessionListItem } from './sessions.ts'

const tags = ['reports']

/**
 * The line of one or more sessions. `invited` to `asked` and `published` count invitations,
 * `attended` invited people who came, `published` invitations with coverage not dismissed;
 * `walkIns` are counted apart, `placements` are pieces of coverage.
 */
export const funnel = z
  .object({
    invited: z.int(),
    answered: z.int(),
    attending: z.int(),
    attended: z.int(),
    walkIns: z.int(),
    asked: z.int(),
    published: z.int(),
    placements: z.int(),
  })
  .meta({ id: 'Funnel' })
export type Funnel = z.infer<typeof funnel>

export const sessionFunnel = funnel
  .extend({ session: z.object({ id, title: z.string(), startsAt: instant, timeZone: z.string() }) })
  .meta({ id: 'SessionFunnel' })
export type SessionFunnel = z.infer<typeof sessionFunnel>

export const reportsApi = {
  funnel: endpoint({
    method: 'GET',
    url: '/api/reports/funnel',
    config: { roles: staff },
    schema: {
      summary: 'The line from invited to published of the sessions that start in a period',
      tags,
      querystring: z.strictObject({
        from: calendarDate,
        to: calendarDate.describe("Inclusive, in the office's zone"),
        officeId: id.optional(),
      }),
      response: {
        '2xx': funnel.extend({ sessions: z.array(sessionFunnel) }).meta({ id: 'FunnelReport' }),
      },
    },
  }),
  sessionFunnel: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/funnel',
    config: { roles: staff },
    schema: {
      summary: 'The line of one session',
      tags,
      params: z.strictObject({ id }),
      response: { '2xx': funnel },
    },
  }),
  home: endpoint({
    method: 'GET',
    url: '/api/home',
    config: { roles: staff },
    schema: {
      summary: 'What the first page shows: the next session, what is due, the last sessions',
      tags,
      response: {
        '2xx': z
          .object({
            nextSession: sessionListItem.nullable(),
            due: z.object({
              silentInvitees: z
                .int()
                .describe('Unanswered invitations of published sessions to come'),
              needsReconfirmation: z.int(),
              coverageToReview: z.int(),
              unansweredQuestions: z.int(),
              openCommitments: z.int().describe('Promises whose day has not passed'),
              overdueCommitments: z.int(),
              unmarkedAttendance: z
                .int()
                .describe('Guests of finished sessions with nothing recorded'),
              provisionalJournalists: z.int(),
              whatsappWaiting: z
                .int()
                .describe('Guests who wait in a queue to be written to by WhatsApp'),
            }),
            whatsappSessionId: id
              .nullable()
              .describe('The session whose queue they all wait in; null when there are several'),
            recent: z.array(sessionFunnel).describe('At most six, newest first'),
          })
          .meta({ id: 'Home' }),
      },
    },
  }),
}
