import { z } from 'zod'

/** Where an invitation stands; beside it `holdsSeat`. */
export const answer = z.enum([
  'none',
  'attending',
  'maybe',
  'declined',
  'waitlisted',
  'offered',
  'needs_reconfirmation',
  'substituted',
])
export type Answer = z.infer<typeof answer>

/** What a person can answer. */
export const givenAnswer = z.enum(['attending', 'maybe', 'declined'])
export type GivenAnswer = z.infer<typeof givenAnswer>

/** Why a guest cannot come, beside their own words. */
export const declineKind = z.enum(['assignment', 'out_of_town', 'unwell', 'not_my_beat', 'other'])
export type DeclineKind = z.infer<typeof declineKind>

/** Who comes along with the guest. */
export const crewRole = z.enum(['reporter', 'cameraman', 'photographer'])
export type CrewRole = z.infer<typeof crewRole>

/** How many invitations of a session stand where; `silent` counts `none`. */
export const answerCounts = z
  .object({
    invited: z.int(),
    attending: z.int(),
    maybe: z.int(),
    declined: z.int(),
    waitlisted: z.int(),
    offered: z.int(),
    needsReconfirmation: z.int(),
    silent: z.int(),
  })
  .meta({ id: 'AnswerCounts' })
export type AnswerCounts = z.infer<typeof answerCounts>
