import { Text } from '@mantine/core'
import { type Minutes, minutesApi } from '@ngopi/shared/minutes'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ApiError } from '../../lib/api-error.ts'
import { ask } from '../../lib/query.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useSession } from '../sessions/api.ts'
import classes from './minutes.module.css'
import { minutesStrings } from './minutes.strings.ts'
import { MinutesFiles } from './minutes-files.tsx'
import { MinutesState } from './minutes-state.tsx'
import { MinutesVersions } from './minutes-versions.tsx'
import { MinutesView } from './minutes-view.tsx'
import { MinutesWorkspace } from './minutes-workspace.tsx'

/** The record of a session (notula), drafted from what was noted until somebody saves it. */
export const SessionMinutesPage = () => {
  const user = useUser()
  const session = useSession()
  const cache = useQueryClient()
  const t = useT(minutesStrings)
  const mayEdit = useMay(minutesApi.save) && session.officeId === user.office.id
  const asked = ask(minutesApi.get, { params: { id: session.id }, query: {} })
  const { data: minutes, error, refetch } = useQuery(asked)
  if (error instanceof ApiError && error.status === 404 && session.officeId !== user.office.id)
    return <Text c="dimmed">{t('notForYou')}</Text>
  if (error && !minutes) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!minutes) return <SkeletonRows rows={10} />
  if (mayEdit)
    return (
      <MinutesWorkspace
        key={session.id}
        minutes={minutes}
        session={session}
        onChanged={(changed: Minutes) => cache.setQueryData(asked.queryKey, changed)}
      />
    )
  const zone = session.timeZone
  return (
    <div className={classes.page}>
      <MinutesState minutes={minutes} zone={zone} />
      <div className={classes.acts}>
        <MinutesFiles sessionId={session.id} dirty={false} />
      </div>
      <div className={classes.record}>
        <MinutesView minutes={minutes} zone={zone} />
      </div>
      <MinutesVersions minutes={minutes} zone={zone} onUse={undefined} />
    </div>
  )
}
