import { Text, Title } from '@mantine/core'
import { type SessionListItem, sessionsApi } from '@ngopi/shared/sessions'
import { useNavigate } from '@tanstack/react-router'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDayOf, formatRelative } from '../../lib/format-time.ts'
import { TimeRange } from '../../lib/time.tsx'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { AnswerBar } from '../../ui/answer-bar.tsx'
import { DateBlock } from '../../ui/date-block.tsx'
import { AppLink, ButtonLink } from '../../ui/link.tsx'
import { StatusMark } from '../../ui/marks.tsx'
import classes from './home.module.css'
import { homeStrings } from './home.strings.ts'
import { homeAction } from './home-action.ts'

const Seats = ({ session }: { session: SessionListItem }) => {
  const t = useT(homeStrings)
  const { seatsTaken: taken, capacity } = session
  return capacity === null ? t('next.seatsOpen', { taken }) : t('next.seats', { taken, capacity })
}

const Coming = ({ session }: { session: SessionListItem }) => {
  const t = useT(homeStrings)
  const locale = useLocale()
  const navigate = useNavigate()
  const user = useUser()
  const mayEdit = useMay(sessionsApi.update) && session.officeId === user.office.id
  const now = Date.now()
  const { action, to, search } = homeAction(session, mayEdit, now)
  const soon = formatRelative(session.startsAt, session.timeZone, locale, now)
  return (
    <>
      <div className={classes.session}>
        <DateBlock at={session.startsAt} zone={session.timeZone} />
        <div className={classes.sessionText}>
          <AppLink to={paths.session(session.id)} className={classes.sessionTitle} c="inherit">
            {session.title}
          </AppLink>
          <Text component="div">
            <span className={classes.hidden}>
              {formatDayOf(session.startsAt, session.timeZone, locale, { long: true })}{' '}
            </span>
            <TimeRange session={session} withDay={false} />
            {soon && <Text span c="dimmed">{` · ${soon}`}</Text>}
          </Text>
          <Text c="dimmed">{session.venue}</Text>
        </div>
        {session.status !== 'published' && <StatusMark status={session.status} />}
      </div>
      {session.answers.invited > 0 ? (
        <AnswerBar
          counts={session.answers}
          onChoose={(answer) =>
            void navigate({ to: paths.sessionInvitations(session.id), search: { answer } })
          }
        />
      ) : (
        <Text c="dimmed">{t('next.notInvited')}</Text>
      )}
      <div className={classes.foot}>
        <ButtonLink to={to} {...(search ? { search } : {})}>
          {t(`act.${action}`)}
        </ButtonLink>
        <Text c="dimmed" component="div">
          <Seats session={session} />
        </Text>
      </div>
    </>
  )
}

/** The session that comes next, with its answers and the one thing it asks for now. */
export const NextSession = ({ session }: { session: SessionListItem | null }) => {
  const t = useT(homeStrings)
  const mayPlan = useMay(sessionsApi.create)
  return (
    <section aria-labelledby="berikutnya">
      <Title order={2} id="berikutnya" mb={12}>
        {t('next.title')}
      </Title>
      {session ? (
        <Coming session={session} />
      ) : (
        <>
          <Text c="dimmed" mb="md">
            {t('next.none')}
          </Text>
          {mayPlan && (
            <ButtonLink to={paths.sessions} search={{ baru: '1' }}>
              {t('next.plan')}
            </ButtonLink>
          )}
        </>
      )}
    </section>
  )
}
