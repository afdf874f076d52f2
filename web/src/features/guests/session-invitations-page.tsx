import { answer } from '@ngopi/shared/invitation-states'
import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { representationsApi } from '@ngopi/shared/representations'
import { reminded } from '@ngopi/shared/whatsapp'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask, askPages } from '../../lib/query.ts'
import { flag, oneOf, someOf, text, useSearchParams } from '../../lib/search-params.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { AnswerBar } from '../../ui/answer-bar.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { AnswerMark } from '../../ui/marks.tsx'
import { answersStrings } from '../invitations/answers.strings.ts'
import classes from '../invitations/invitations.module.css'
import { invitationsStrings } from '../invitations/invitations.strings.ts'
import { RelationText } from '../rsvp/relation-text.tsx'
import { RepresentationsBanner } from '../rsvp/representations-banner.tsx'
import { RepresentationsPanel } from '../rsvp/representations-panel.tsx'
import { SeatText } from '../rsvp/seat-text.tsx'
import { ShortDeliveryText } from '../sending/delivery-text.tsx'
import { SendActions } from '../sending/send-actions.tsx'
import { SendDialog } from '../sending/send-dialog.tsx'
import { type Sending, sendKinds } from '../sending/to-send.ts'
import { useSession } from '../sessions/api.ts'
import { InvitationPanel } from './invitation-panel.tsx'

const spec = {
  answer: someOf(answer.options),
  tamu: text,
  buka: text,
  wakil: flag,
  kirim: oneOf(sendKinds),
  kepada: oneOf(reminded.options),
}

const asked = ({ kind, reminds }: Sending) => ({ kirim: kind, kepada: reminds })

/** Who is invited, what they answered, and what each of them still has to be sent. */
export const SessionInvitationsPage = () => {
  const t = useT(invitationsStrings)
  const answers = useT(answersStrings)
  const user = useUser()
  const session = useSession()
  const mayEdit = useMay(invitationsApi.create) && session.officeId === user.office.id
  const [filters, setFilters] = useSearchParams(spec)
  const list = useInfiniteQuery({
    ...askPages(invitationsApi.list, {
      params: { id: session.id },
      query: {
        limit: 100,
        answer: [...filters.answer],
        ...(filters.tamu ? { q: filters.tamu } : {}),
        // The queue is read in its own order.
        ...(filters.answer.length === 1 && filters.answer[0] === 'waitlisted'
          ? { sort: 'waitlistedAt' as const }
          : {}),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const { data: represented } = useQuery(
    ask(representationsApi.list, { params: { id: session.id } }),
  )
  const shown = list.data?.pages.flatMap(({ items }) => items) ?? []
  const asking = represented?.items.filter(({ state }) => state === 'pending').length ?? 0
  const cancelled = session.status === 'cancelled'
  const filtered = filters.answer.length > 0 || filters.tamu !== ''
  const delivery = (one: Invitation) =>
    one.lastDelivery ? (
      <ShortDeliveryText delivery={one.lastDelivery} zone={session.timeZone} />
    ) : (
      t('notSent')
    )

  return (
    <>
      {mayEdit && (
        <RepresentationsBanner
          count={asking}
          onDecide={() => setFilters({ wakil: true }, { push: true })}
        />
      )}
      {session.answers.invited > 0 && (
        <div className={classes.bar}>
          <AnswerBar
            counts={session.answers}
            chosen={filters.answer}
            onChoose={(state) =>
              setFilters({
                answer: filters.answer.includes(state)
                  ? filters.answer.filter((other) => other !== state)
                  : [...filters.answer, state],
              })
            }
          />
          {session.headcount > 0 && (
            <span className={classes.quiet}>
              {answers('heads', { seats: session.seatsTaken, heads: session.headcount })}
            </span>
          )}
        </div>
      )}
      {session.answers.invited > 0 && (
        <FilterBar
          search={{
            value: filters.tamu,
            onChange: (tamu) => setFilters({ tamu }),
            label: t('search'),
          }}
        >
          {mayEdit && (
            <SendActions
              session={session}
              onSend={(sending) => setFilters(asked(sending), { push: true })}
            />
          )}
        </FilterBar>
      )}
      <DataList<Invitation>
        query={list}
        label={t('title')}
        rowKey={(one) => one.id}
        rowName={(one) => one.journalist.fullName}
        onOpen={(one) => setFilters({ buka: one.id }, { push: true })}
        openKey={filters.buka}
        columns={[
          {
            key: 'guest',
            title: t('column.guest'),
            render: (one) => (
              <span className={classes.guest}>
                <span className={classes.name}>{one.journalist.fullName}</span>
                <span className={classes.quiet}>{one.outlet?.name ?? t('noOutlet')}</span>
                <RelationText invitation={one} />
              </span>
            ),
          },
          {
            key: 'answer',
            title: t('column.answer'),
            width: 210,
            render: (one) => <AnswerMark answer={one.answer} cancelled={cancelled} />,
          },
          {
            key: 'seat',
            title: t('column.seat'),
            width: 190,
            render: (one) => <SeatText invitation={one} zone={session.timeZone} />,
          },
          {
            key: 'delivery',
            title: t('column.delivery'),
            width: 290,
            render: (one) => <span className={classes.quiet}>{delivery(one)}</span>,
          },
        ]}
        phone={(one) => (
          <>
            <span className={classes.name}>{one.journalist.fullName}</span>
            <span className={classes.quiet}>{one.outlet?.name ?? t('noOutlet')}</span>
            <RelationText invitation={one} />
            <span className={classes.phoneMarks}>
              <AnswerMark answer={one.answer} cancelled={cancelled} />
              <SeatText invitation={one} zone={session.timeZone} />
            </span>
            <span className={classes.quiet}>{delivery(one)}</span>
          </>
        )}
        empty={
          <EmptyState
            icon="people"
            title={t(filtered ? 'empty.filtered' : 'empty.title')}
            text={t(filtered ? 'empty.filteredText' : 'empty.text')}
          />
        }
      />
      <InvitationPanel
        id={filters.buka}
        name={shown.find((one) => one.id === filters.buka)?.journalist.fullName}
        session={session}
        mayEdit={mayEdit}
        onClose={() => setFilters({ buka: '' })}
      />
      <RepresentationsPanel
        session={session}
        mayDecide={mayEdit}
        opened={filters.wakil}
        onClose={() => setFilters({ wakil: false })}
      />
      {mayEdit && (
        <SendDialog
          session={session}
          sending={filters.kirim && { kind: filters.kirim, reminds: filters.kepada }}
          onSending={(sending) => setFilters(asked(sending))}
          onClose={() => setFilters({ kirim: undefined, kepada: undefined })}
        />
      )}
    </>
  )
}
