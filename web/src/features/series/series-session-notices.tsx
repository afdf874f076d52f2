import { Alert, Stack, Text } from '@mantine/core'
import type { Session } from '@ngopi/shared/sessions'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CalendarWarnings } from '../sessions/calendar-warnings.tsx'
import classes from './series.module.css'
import { seriesStrings } from './series.strings.ts'
import { SeriesDecision } from './series-decision.tsx'
import { isUndecided } from './series-exceptions.ts'

/** What a session to come deserves a second look for: a day off the rule of its series, a holiday. */
export const SessionNotices = ({ session, mayEdit }: { session: Session; mayEdit: boolean }) => {
  const t = useT(seriesStrings)
  const undecided = isUndecided(session)
  const ahead = session.status === 'draft' || session.status === 'published'
  const warnings = ahead && Date.parse(session.startsAt) > Date.now() ? session.warnings : []
  if (!undecided && warnings.length === 0) return null
  return (
    <Stack gap="sm" className={classes.notices}>
      {undecided && (
        <Alert
          variant="light"
          color="gray"
          icon={<Icon name="warning" />}
          classNames={{ icon: classes.noticeIcon }}
        >
          <Stack gap="sm">
            <div>
              <Text fw={600}>{t('decide.offRule')}</Text>
              <Text>{t('decide.offRuleText')}</Text>
            </div>
            {mayEdit && <SeriesDecision session={session} />}
          </Stack>
        </Alert>
      )}
      <CalendarWarnings warnings={warnings} />
    </Stack>
  )
}
