import type { ResponseOf } from '@ngopi/shared/endpoint'
import type { reportsApi } from '@ngopi/shared/reports'
import { paths } from '../../paths.ts'

export type Home = ResponseOf<typeof reportsApi.home>

interface Due {
  kind: keyof Home['due']
  count: number
  to: string
  search?: Record<string, string>
}

/** What is due as links, in the order in which it presses; what is done is left out. */
export const dueLinks = ({ due, whatsappSessionId, nextSession, recent }: Home): Due[] => {
  // Guests all of the next session are one click away; spread over several, through the list.
  const guests = (count: number, here: number | undefined, answer: string) =>
    nextSession && here === count
      ? { to: paths.sessionInvitations(nextSession.id), search: { answer } }
      : { to: paths.sessions }
  // A count says not which session; with only one behind us there is no doubt.
  const only = recent.length === 1 ? recent[0]?.session.id : undefined
  const past = (tab: (id: string) => string) =>
    only ? { to: tab(only) } : { to: paths.sessions, search: { bagian: 'past' } }
  // Questions are asked in advance too: before the first session they can only be about the next.
  const questions =
    nextSession && recent.length === 0
      ? { to: paths.sessionQuestions(nextSession.id) }
      : nextSession
        ? { to: paths.sessions }
        : past(paths.sessionQuestions)
  const all: Due[] = [
    {
      kind: 'whatsappWaiting',
      count: due.whatsappWaiting,
      to: whatsappSessionId ? paths.whatsappQueue(whatsappSessionId) : paths.sessions,
    },
    {
      kind: 'needsReconfirmation',
      count: due.needsReconfirmation,
      ...guests(
        due.needsReconfirmation,
        nextSession?.answers.needsReconfirmation,
        'needs_reconfirmation',
      ),
    },
    {
      kind: 'silentInvitees',
      count: due.silentInvitees,
      ...guests(due.silentInvitees, nextSession?.answers.silent, 'none'),
    },
    {
      kind: 'unmarkedAttendance',
      count: due.unmarkedAttendance,
      ...past(paths.sessionAttendance),
    },
    {
      kind: 'unansweredQuestions',
      count: due.unansweredQuestions,
      ...questions,
    },
    {
      kind: 'overdueCommitments',
      count: due.overdueCommitments,
      to: paths.promises,
      search: { bagian: 'overdue' },
    },
    { kind: 'openCommitments', count: due.openCommitments, to: paths.promises },
    { kind: 'coverageToReview', count: due.coverageToReview, to: paths.coverageList },
    {
      kind: 'provisionalJournalists',
      count: due.provisionalJournalists,
      to: paths.journalists,
      search: { status: 'provisional' },
    },
  ]
  return all.filter(({ count }) => count > 0)
}
