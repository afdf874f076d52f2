import { z } from 'zod'
import {
  deviceInstant,
  flag,
  id,
  idParams,
  instant,
  line,
  listQuery,
  named,
  page,
} from './common.ts'
import { keptByOffice, phoneNumber } from './contact.ts'
import { endpoint } from './endpoint.ts'
import { answer } from './invitation-states.ts'
import { door, editors, everyone, staff } from './roles.ts'

const tags = ['attendance']

export const attendanceStatus = z.enum(['unmarked', 'present', 'absent', 'excused'])
export type AttendanceStatus = z.infer<typeof attendanceStatus>

export const attendanceSource = z.enum(['pass', 'list', 'walk_in', 'self', 'import'])

export const attendanceFlag = z
  .enum([
    'provisional',
    'over_capacity',
    'press_card_seen',
    'clock_skewed',
    'revoked',
    'substituted',
  ])
  .describe(
    'What the desk or an officer should look at; `revoked` and `substituted`: let in by an invitation that is taken back, or passed on to somebody else, by now',
  )

export const attendance = z
  .object({
    id: id.nullable().describe('Null while nothing was recorded'),
    status: attendanceStatus,
    arrivedAt: deviceInstant.nullable(),
    source: attendanceSource.nullable(),
    invitationId: id.nullable().describe('Null for a walk-in, and where it was revoked'),
    answer: answer.nullable(),
    journalist: z.object({ id, fullName: z.string() }),
    outlet: named.nullable(),
    phoneLast4: keptByOffice(),
    reason: keptByOffice('Null for a desk too'),
    selfReportedAt: deviceInstant
      .nullable()
      .describe('When the guest typed the code shown in the room; counts once staff let them in'),
    passDigest: z
      .string()
      .optional()
      .describe(
        'In the list, for who may scan: the first 16 bytes of the SHA-256 of the pass, base64url, so that a device without network can tell a genuine pass',
      ),
    flags: z.array(attendanceFlag),
  })
  .meta({ id: 'Attendance' })
export type Attendance = z.infer<typeof attendance>

export const walkIn = z.strictObject({
  fullName: line(160),
  outletId: id.nullish(),
  outletName: line(200).nullish(),
  phone: phoneNumber.nullish(),
  pressCardSeen: z.boolean().optional(),
})

/** Somebody of the same outlet who came in place of an invited guest. */
export const doorSubstitute = z.strictObject({
  invitationId: id.describe('Of the guest who did not come'),
  fullName: line(160),
  phone: phoneNumber.nullish(),
  pressCardSeen: z.boolean().optional(),
})

/** One act at the door. Exactly one of `pass`, `invitationId`, `walkIn`, `substitute` or `undo`. */
export const scan = z
  .strictObject({
    nonce: z.uuid().describe('Made by the device; the same act carries the same nonce for ever'),
    scannedAt: deviceInstant.describe(
      'By the clock of the device; early, late and skewed ones are accepted',
    ),
    pass: z.string().max(200).optional(),
    admitted: z
      .boolean()
      .optional()
      .describe(
        'Of a pass: the device let the guest in by its own list, so they are recorded whatever became of the invitation; without it a pass that has ended admits nobody, unless it was scanned before',
      ),
    invitationId: id.optional(),
    walkIn: walkIn.optional(),
    substitute: doorSubstitute
      .optional()
      .describe(
        'Swaps the seat over and lets the substitute in; lets them in as a walk-in where the seat cannot be had',
      ),
    undo: z.uuid().optional().describe('The nonce of the act taken back'),
  })
  .refine(
    (s) =>
      [s.pass, s.invitationId, s.walkIn, s.substitute, s.undo].filter((part) => part !== undefined)
        .length === 1,
    { params: { key: 'oneActPerScan' } },
  )

export const scanOutcome = z.enum([
  'admitted',
  'already',
  'undone',
  'unknown',
  'revoked',
  'wrong_session',
])

export const attendanceApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/attendances',
    config: { roles: everyone },
    schema: {
      summary: 'Guests invited or present, by name',
      tags,
      params: idParams,
      querystring: z.strictObject({
        ...listQuery,
        limit: z.coerce
          .number<number | string>()
          .int()
          .min(1)
          .max(500)
          .optional()
          .describe('Without it the answer holds every guest'),
      }),
      response: { '2xx': page(attendance) },
    },
  }),
  scan: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/scans',
    config: { roles: door },
    schema: {
      summary: 'Record acts at the door; safe to resend, in any order',
      tags,
      params: idParams,
      body: z.strictObject({
        deviceId: z.uuid(),
        sentAt: deviceInstant
          .optional()
          .describe("The device's clock when sending, to measure its skew"),
        scans: z.array(scan).min(1).max(500),
      }),
      response: {
        '2xx': z.object({
          results: z.array(
            z.object({
              nonce: z.string(),
              outcome: scanOutcome,
              attendance: attendance.optional(),
            }),
          ),
        }),
      },
    },
  }),
  mark: endpoint({
    method: 'PUT',
    url: '/api/sessions/:id/attendances/:invitationId',
    config: { roles: door },
    schema: {
      summary:
        'Set the attendance of an invited guest by hand; a desk gives no reason, and leaves the one noted as it is',
      tags,
      params: z.strictObject({ id, invitationId: id }),
      body: z.strictObject({ status: attendanceStatus, reason: line(500).nullish() }),
      response: { '2xx': attendance },
    },
  }),
  checkInCode: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/check-in-code',
    config: { roles: door },
    schema: {
      summary:
        'The code to show in the room, typed by guests on their own page; 409 `closed` outside the hours of the session',
      tags,
      params: idParams,
      response: {
        '2xx': z.object({
          code: z.string().describe('Six digits'),
          validUntil: instant,
          nextAt: instant.describe('When another code takes its place'),
          closesAt: instant.describe('When guests can no longer report by themselves'),
        }),
      },
    },
  }),
  sheet: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/attendance-sheet.pdf',
    config: { roles: staff, gives: ['application/pdf'] },
    schema: {
      summary: 'The sheet to sign: of the guests expected, or of those who came, with their times',
      tags,
      params: idParams,
      querystring: z.strictObject({
        filled: flag.optional().describe('True: those present, else those expected'),
      }),
      response: { '2xx': z.string().describe('A PDF file') },
    },
  }),
  badges: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/badges.pdf',
    config: { roles: editors, gives: ['application/pdf'] },
    schema: {
      summary: 'Name badges of the guests attending, each with the code of its pass',
      tags,
      params: idParams,
      response: { '2xx': z.string().describe('A PDF file') },
    },
  }),
}
