import { SegmentedControl } from '@mantine/core'
import { invitationsApi } from '@ngopi/shared/invitations'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { useSearchParams } from '../../lib/search-params.ts'
import { TimeRange } from '../../lib/time.tsx'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../sessions/api.ts'
import { inviteSpec } from './filter-params.ts'
import { InviteByFilter } from './invite-by-filter.tsx'
import { InviteByHand } from './invite-by-hand.tsx'
import { InviteGroup } from './invite-group.tsx'
import { InviteResult } from './invite-result.tsx'
import { segmentsStrings } from './segments.strings.ts'
import type { Invited } from './use-invite.ts'

const ways = ['filter', 'hand', 'group'] as const
const wayOf = { nama: 'hand', kelompok: 'group' } as const
const wordOf = { filter: undefined, hand: 'nama', group: 'kelompok' } as const

/** Whom to invite to a session: a segment or filter, single people, or an outlet or pokja through one person. */
export const InvitePage = () => {
  const t = useT(segmentsStrings)
  const user = useUser()
  const session = useSession()
  const may = useMay(invitationsApi.create) && session.officeId === user.office.id
  const [{ cara }, setParams] = useSearchParams(inviteSpec)
  const [done, setDone] = useState<{
    invited: Invited
    names: ReadonlyMap<string, string>
    said: string | undefined
  }>()
  const way = cara ? wayOf[cara] : 'filter'
  const open = may && !session.archivedAt && ['draft', 'published'].includes(session.status)
  const onInvited = (invited: Invited, names: ReadonlyMap<string, string>, said?: string) =>
    setDone({ invited, names, said })

  const body = () => {
    if (!open) return <EmptyState icon="people" title={t('closed.title')} text={t('closed.text')} />
    if (done)
      return (
        <InviteResult
          session={session}
          invited={done.invited}
          names={done.names}
          said={done.said}
          onMore={() => setDone(undefined)}
        />
      )
    return (
      <>
        <SegmentedControl
          aria-label={t('way.label')}
          mb="md"
          data={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
          value={way}
          onChange={(value) => setParams({ cara: wordOf[value as (typeof ways)[number]] })}
        />
        {way === 'filter' && <InviteByFilter session={session} onInvited={onInvited} />}
        {way === 'hand' && <InviteByHand session={session} onInvited={onInvited} />}
        {way === 'group' && <InviteGroup sessionId={session.id} onInvited={onInvited} />}
      </>
    )
  }
  return (
    <>
      <PageTitle
        parent={{ label: t('toGuests'), to: paths.sessionInvitations(session.id) }}
        title={t('title')}
        subtitle={
          <>
            {session.title} · <TimeRange session={session} />
          </>
        }
      />
      {body()}
    </>
  )
}
