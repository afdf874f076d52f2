import type { SessionListItem } from '@ngopi/shared/sessions'
import { nextStep } from '../../lib/next-step.ts'
import { paths } from '../../paths.ts'

export type HomeAction = 'publish' | 'invite' | 'remind' | 'follow' | 'door' | 'complete' | 'open'

interface Way {
  action: HomeAction
  to: string
  search?: Record<string, string>
}

/**
 * Where the one button beside the next session leads: to what its state and the hour ask for.
 *
 * @param mayEdit whether the user may act on the session, or only read it
 * @param now milliseconds
 */
export const homeAction = (session: SessionListItem, mayEdit: boolean, now: number): Way => {
  const page = paths.session(session.id)
  const guests = paths.sessionInvitations(session.id)
  if (!mayEdit) return { action: 'open', to: page }
  switch (nextStep(session, now)) {
    case 'publish':
      return { action: 'publish', to: page }
    case 'door':
      return { action: 'door', to: paths.door(session.id) }
    case 'complete':
      return { action: 'complete', to: paths.finishSession(session.id) }
    case 'invite':
      if (session.answers.invited === 0) return { action: 'invite', to: paths.invite(session.id) }
      return session.answers.silent > 0
        ? {
            action: 'remind',
            to: guests,
            search: { answer: 'none', kirim: 'reminder', kepada: 'silent' },
          }
        : { action: 'follow', to: guests }
    default:
      return { action: 'open', to: page }
  }
}
