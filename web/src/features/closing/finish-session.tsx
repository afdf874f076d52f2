import { Button, Stack, Text, Title } from '@mantine/core'
import { closingsApi } from '@ngopi/shared/closings'
import { invitationsApi } from '@ngopi/shared/invitations'
import { type Session, sessionsApi } from '@ngopi/shared/sessions'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask, everyItem, keyUnder, readAgain } from '../../lib/query.ts'
import { useDraftedState } from '../../lib/use-drafted-state.ts'
import { DraftNotice } from '../../ui/draft-notice.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { toast } from '../../ui/toast.tsx'
import { attendanceOptions, useLiveAttendances, useMark } from '../attendance/api.ts'
import { sessionOptions } from '../sessions/api.ts'
import { type Choices, countsToKeep, decisionsOf, unmarkedOf } from './choices.ts'
import classes from './closing.module.css'
import { closingStrings } from './closing.strings.ts'
import { ClosingCountList } from './closing-count-list.tsx'
import { LooseEnds } from './loose-ends.tsx'
import { UnmarkedGuests } from './unmarked-guests.tsx'

const noReasons: ReadonlyMap<string, string> = new Map()
const noChoices: { choices: Choices } = { choices: {} }

/** The reasons of those who declined, by invitation. */
const useDeclined = (sessionId: string) =>
  useQuery({
    queryKey: keyUnder('sessions', 'declined', sessionId),
    queryFn: ({ signal }) =>
      everyItem((after) =>
        call(
          invitationsApi.list,
          { params: { id: sessionId }, query: { answer: ['declined'], limit: 100, ...after } },
          { signal },
        ),
      ),
    select: (items) => new Map(items.map(({ id, declineReason }) => [id, declineReason ?? ''])),
  })

/** Who is still unmarked, the counts as they will be kept, what is left to do, and the one button. */
export const FinishSession = ({ session }: { session: Session }) => {
  const t = useT(closingStrings)
  const cache = useQueryClient()
  const { id } = session
  const chosen = useDraftedState(`closing/${id}`, noChoices)
  const { choices } = chosen.values
  const guests = useQuery(attendanceOptions(id))
  const declined = useDeclined(id)
  const closing = useQuery(ask(closingsApi.get, { params: { id } }))
  useLiveAttendances(id)
  const mark = useMark(id)
  const rows = guests.data?.items ?? []
  const unmarked = unmarkedOf(rows)
  const given = { choices, declined: declined.data ?? noReasons }
  const finish = useMutation({
    mutationFn: async () => {
      const body = decisionsOf(unmarked, given)
      const saved = await call(sessionsApi.complete, { params: { id }, body })
      // The page turns into that of a closed session, which has the kept counts to show.
      await cache.invalidateQueries({ queryKey: keyUnder('sessions'), refetchType: 'none' })
      await cache.fetchQuery(ask(closingsApi.get, { params: { id } }))
      return saved
    },
    onSuccess: (saved) => {
      chosen.end()
      cache.setQueryData(sessionOptions(id).queryKey, saved)
      void toast(t('done'))
    },
    onSettled: () => {
      void readAgain(cache, 'sessions', 'home')
    },
  })
  const failed = guests.error ?? declined.error ?? closing.error
  if (failed && !(guests.data && declined.data && closing.data))
    return (
      <ErrorNotice
        error={failed}
        onRetry={() => void cache.refetchQueries({ queryKey: keyUnder('sessions') })}
      />
    )
  if (!guests.data || !declined.data || !closing.data) return <SkeletonRows rows={6} />
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <section>
          <Title order={2} mb={4}>
            {t('guests.title', { count: unmarked.length })}
          </Title>
          <Text c="dimmed" mb="sm">
            {t(unmarked.length > 0 ? 'guests.text' : 'guests.none')}
          </Text>
          <DraftNotice draft={chosen.draft} />
          <UnmarkedGuests
            guests={unmarked}
            given={given}
            onChoose={(invitationId, choice) =>
              chosen.fill({ choices: { ...choices, [invitationId]: choice } })
            }
            onPresent={(row) => void mark({ row, status: 'present', reason: null })}
          />
        </section>
        <LooseEnds session={session} guests={rows} />
      </div>
      <section className={classes.aside}>
        <div>
          <Title order={2} mb={4}>
            {t('counts.title')}
          </Title>
          <Text c="dimmed" mb="sm">
            {t('counts.text')}
          </Text>
          <ClosingCountList counts={countsToKeep(closing.data.now, { rows, ...given })} />
        </div>
        <Stack gap="xs">
          {finish.error && <ErrorNotice error={finish.error} />}
          <Button fullWidth loading={finish.isPending} onClick={() => finish.mutate()}>
            {t('submit')}
          </Button>
          <Text c="dimmed" size="xs">
            {t('submitText')}
          </Text>
        </Stack>
      </section>
    </div>
  )
}
