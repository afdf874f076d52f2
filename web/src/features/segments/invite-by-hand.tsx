import type { JournalistListItem } from '@ngopi/shared/journalists'
import type { Session } from '@ngopi/shared/sessions'
import { useState } from 'react'
import { HandList } from './hand-list.tsx'
import { inBatches } from './invite-batches.ts'
import { InviteTray } from './invite-tray.tsx'
import { type Invited, useInvite } from './use-invite.ts'

/** Single people, searched and ticked; the choice outlives the search. */
export const InviteByHand = ({
  session,
  onInvited,
}: {
  session: Pick<Session, 'id' | 'capacity' | 'answers'>
  onInvited: (invited: Invited, names: ReadonlyMap<string, string>) => void
}) => {
  // Names travel with the choice: a skipped one is named although no longer on the list.
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const invite = useInvite(session.id, (invited) => onInvited(invited, chosen))
  const toggle = (people: readonly JournalistListItem[], on: boolean) =>
    setChosen((before) => {
      const next = new Map(before)
      for (const one of people) {
        if (on) next.set(one.id, one.fullName)
        else next.delete(one.id)
      }
      return next
    })
  return (
    <>
      <HandList sessionId={session.id} chosen={chosen} onToggle={toggle} />
      <InviteTray
        count={chosen.size}
        seats={{ capacity: session.capacity, invited: session.answers.invited }}
        saving={invite.isPending}
        error={invite.error}
        onClear={() => setChosen(new Map())}
        onInvite={() =>
          invite.mutate(
            inBatches([...chosen.keys()]).map((batch) => ({
              invitees: batch.map((journalistId) => ({ journalistId })),
            })),
          )
        }
      />
    </>
  )
}
