/**
 * Who may call what, written down apart from the contracts, to be read and judged: admin (A), officer (O),
 * manager (M), desk (D) of the own office, or anybody. What a regional manager sees of an office below, and what
 * nobody else may see, is a matter of row security, not of this table. A new operation gets its row here, by hand.
 */
const table = `
anybody  POST /api/login
anybody  POST /api/login/refresh
anybody  DELETE /api/login
A O M D  GET /api/me
A O M D  PATCH /api/me
A O M D  PUT /api/me/password
A · · ·  GET /api/users
A · · ·  GET /api/users/:id
A · · ·  POST /api/users
A · · ·  POST /api/users/:id/invitation
A · · ·  PATCH /api/users/:id
anybody  POST /api/password-resets
anybody  POST /api/password-resets/redemption
anybody  GET /api/setup
anybody  POST /api/setup
A · · ·  GET /api/mails
A · · ·  GET /api/activity
A · · ·  GET /api/jobs
A · · ·  POST /api/jobs/:id/retry
A · · ·  DELETE /api/jobs/:id
A O M D  GET /api/offices
A O M D  GET /api/offices/:id
A · · ·  POST /api/offices
A · · ·  PATCH /api/offices/:id
A O M D  GET /api/offices/:id/logo
A · · ·  PUT /api/offices/:id/logo
A · · ·  DELETE /api/offices/:id/logo
A O M ·  GET /api/outlets
A O · ·  POST /api/outlets
A O M ·  GET /api/outlets/:id
A O · ·  PATCH /api/outlets/:id
A O · ·  DELETE /api/outlets/:id
A O · ·  POST /api/outlets/:id/restoration
A O M ·  GET /api/journalists
A O · ·  POST /api/journalists
A O M ·  GET /api/journalists/:id
A O · ·  PATCH /api/journalists/:id
A O · ·  DELETE /api/journalists/:id
A O · ·  POST /api/journalists/:id/restoration
A O M ·  GET /api/labels
A O M D  GET /api/sessions
A O · ·  POST /api/sessions
A O M D  GET /api/sessions/:id
A O · ·  PATCH /api/sessions/:id
A O · ·  POST /api/sessions/:id/effect
A O · ·  DELETE /api/sessions/:id
A O · ·  POST /api/sessions/:id/restoration
A O · ·  POST /api/sessions/:id/publication
A O · ·  POST /api/sessions/:id/cancellation
A O · ·  POST /api/sessions/:id/exception
A O · ·  POST /api/sessions/:id/completion
A O M ·  GET /api/segments
A O · ·  POST /api/segments
A O M ·  GET /api/segments/:id
A O · ·  PATCH /api/segments/:id
A O · ·  DELETE /api/segments/:id
A O · ·  POST /api/segments/:id/restoration
A O M ·  POST /api/audiences
A O M ·  GET /api/series
A O M ·  GET /api/series/:id
A O · ·  POST /api/series/preview
A O · ·  POST /api/series
A O · ·  POST /api/series/:id/effect
A O · ·  PATCH /api/series/:id
A O · ·  POST /api/series/:id/split
A O · ·  DELETE /api/series/:id
A O · ·  POST /api/series/:id/restoration
A O M D  GET /api/holidays
A O M D  GET /api/calendar-warnings
A O · ·  PUT /api/holidays/:date
A O · ·  DELETE /api/holidays/:date
A O · ·  POST /api/holidays/imports
A O M ·  GET /api/calendar-feeds
A O M ·  POST /api/calendar-feeds
A O M ·  DELETE /api/calendar-feeds/:id
A O M ·  GET /api/sessions/:id/invitations
A O · ·  POST /api/sessions/:id/invitations
A O · ·  POST /api/sessions/:id/invitations/withdrawal
A O M ·  GET /api/invitations/:id
A O · ·  GET /api/invitations/:id/link
A O · ·  PUT /api/invitations/:id/response
A O · ·  POST /api/invitations/:id/deliveries
A O · ·  DELETE /api/deliveries/:id
A O · ·  POST /api/invitations/:id/substitution
A O · ·  DELETE /api/invitations/:id/substitution
A O · ·  DELETE /api/invitations/:id
A O M ·  GET /api/sessions/:id/letter
A O · ·  PUT /api/sessions/:id/letter
A O M ·  GET /api/sessions/:id/letter.pdf
A O M ·  GET /api/sessions/:id/representations
A O · ·  PUT /api/representations/:id/decision
A O M ·  GET /api/templates
A O · ·  PUT /api/templates/:kind/:language
A O · ·  DELETE /api/templates/:kind/:language
A O · ·  POST /api/templates/preview
A O M ·  GET /api/sessions/:id/whatsapp-queue
A O · ·  POST /api/sessions/:id/whatsapp-queue
A O · ·  POST /api/sessions/:id/whatsapp-queue/claims
A O · ·  PUT /api/whatsapp-queue/:id/outcome
A O · ·  DELETE /api/whatsapp-queue/:id/outcome
A O · ·  DELETE /api/whatsapp-queue/:id/claim
A O · ·  GET /api/sessions/:id/reach
A O · ·  POST /api/sessions/:id/deliveries
A O M D  GET /api/sessions/:id/attendances
A O · D  POST /api/sessions/:id/scans
A O · D  PUT /api/sessions/:id/attendances/:invitationId
A O · D  GET /api/sessions/:id/check-in-code
A O M ·  GET /api/sessions/:id/attendance-sheet.pdf
A O · ·  GET /api/sessions/:id/badges.pdf
A O M D  GET /api/sessions/:id/events
A O M ·  GET /api/sessions/:id/questions
A O · ·  POST /api/sessions/:id/questions
A O · ·  PATCH /api/questions/:id
A O · ·  PUT /api/sessions/:id/questions/order
A O M ·  GET /api/commitments
A O · ·  POST /api/commitments
A O M ·  GET /api/commitments/owners
A O M ·  GET /api/commitments/:id
A O · ·  PATCH /api/commitments/:id
A O M ·  PUT /api/commitments/:id/outcome
A O M ·  DELETE /api/commitments/:id/outcome
A O · ·  POST /api/commitments/:id/telling
A O · ·  DELETE /api/commitments/:id
A O · ·  POST /api/commitments/:id/restoration
A O M ·  GET /api/sessions/:id/materials
A O · ·  POST /api/sessions/:id/materials
A O · ·  POST /api/sessions/:id/materials/files
A O · ·  PATCH /api/materials/:id
A O · ·  DELETE /api/materials/:id
A O · ·  POST /api/materials/:id/restoration
A O M ·  GET /api/materials/:id/file
A O M ·  POST /api/sessions/:id/papers
A O M ·  GET /api/papers/:id
A O M ·  GET /api/papers/:id/file
A O M ·  GET /api/sessions/:id/minutes
A O · ·  PUT /api/sessions/:id/minutes
A O M ·  GET /api/sessions/:id/minutes/versions/:number
A O · ·  POST /api/sessions/:id/minutes/signature
A O M ·  GET /api/sessions/:id/minutes.pdf
A O M ·  GET /api/sessions/:id/closing
A O · ·  POST /api/coverage/preview
A O M ·  GET /api/coverage
A O · ·  POST /api/coverage
A O M ·  GET /api/coverage/:id
A O · ·  PATCH /api/coverage/:id
A O · ·  DELETE /api/coverage/:id
A O · ·  POST /api/coverage/:id/restoration
A O M ·  POST /api/coverage/:id/reviews
A O M ·  GET /api/reminders
A O M ·  GET /api/sessions/:id/reminders
A O M ·  GET /api/sessions/:id/reminders/:step/recipients
A O · ·  PUT /api/sessions/:id/reminders/:step
A O · ·  POST /api/sessions/:id/reminders/:step/sending
A O M ·  GET /api/reports/funnel
A O M ·  GET /api/sessions/:id/funnel
A O M ·  GET /api/home
A O M ·  GET /api/journalists/:id/timeline
A O M ·  GET /api/outlets/:id/timeline
A O M ·  GET /api/search
`

const roleOf = { A: 'admin', O: 'officer', M: 'manager', D: 'desk' } as const
type Letter = keyof typeof roleOf

interface ExpectedRow {
  operation: string
  roles: 'anybody' | readonly (typeof roleOf)[Letter][]
}

/** The rows of the table, in its order. */
export const expectedRoles: readonly ExpectedRow[] = table
  .trim()
  .split('\n')
  .map((row) => {
    const operation = row.slice(9)
    if (row.startsWith('anybody')) return { operation, roles: 'anybody' }
    const letters = row.slice(0, 8).match(/[AOMD]/g) as Letter[] | null
    return { operation, roles: (letters ?? []).map((letter) => roleOf[letter]) }
  })
