import { attendanceApi } from '@ngopi/shared/attendance'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { ApiError } from '../../lib/api-error.ts'
import { formatClock } from '../../lib/format-time.ts'
import { ask } from '../../lib/query.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import { useSession } from '../sessions/api.ts'
import classes from './check-in-screen.module.css'
import { untilNextCode } from './code-time.ts'
import { screenStrings } from './screen.strings.ts'
import { useWakeLock } from './use-wake-lock.ts'

/** Asked again this often while there is no code, in milliseconds. */
const askAgain = 15_000

/** What to show in the room: the code of the moment, in figures that are read from the last row. */
export const CheckInScreenPage = () => {
  const t = useT(screenStrings)
  const locale = useLocale()
  const session = useSession()
  const { data, error, dataUpdatedAt, errorUpdatedAt } = useQuery({
    ...ask(attendanceApi.checkInCode, { params: { id: session.id } }),
    retry: false,
    staleTime: 0,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) =>
      state.data && state.status === 'success'
        ? untilNextCode(state.data.nextAt, Date.now())
        : askAgain,
  })
  useWakeLock(true)
  useEffect(() => {
    document.title = `${t('title')} · ${session.title} · Ngopi`
  }, [t, session.title])

  const refusal = errorUpdatedAt > dataUpdatedAt ? error : null
  const closed = refusal instanceof ApiError && refusal.code === 'closed'
  const offline = refusal instanceof ApiError && refusal.status === 0
  return (
    <main className={classes.screen}>
      <AppLink to={paths.door(session.id)} className={classes.leave} aria-label={t('leave')}>
        <Icon name="close" size={28} />
      </AppLink>
      <h1 className={classes.title}>{session.title}</h1>
      {data && !refusal && (
        <>
          <p className={classes.how}>{t('how')}</p>
          <output className={classes.code} aria-live="off">
            {data.code.slice(0, 3)} {data.code.slice(3)}
          </output>
          <div className={classes.rest} role="img" aria-label={t('rest')}>
            <span
              key={dataUpdatedAt}
              className={classes.bar}
              style={{ animationDuration: `${untilNextCode(data.nextAt, dataUpdatedAt)}ms` }}
            />
          </div>
          <p className={classes.quiet}>
            {t('afterwards')}{' '}
            {t('until', { time: formatClock(data.closesAt, session.timeZone, locale) })}
          </p>
        </>
      )}
      {closed && (
        <>
          <p className={classes.how}>{t('closed')}</p>
          <p className={classes.quiet}>{t('closedWhy')}</p>
        </>
      )}
      {offline && (
        <p className={classes.how} role="status">
          {t('cutOff')}
        </p>
      )}
      {refusal && !closed && !offline && <ErrorNotice error={refusal} />}
    </main>
  )
}
