import { ActionIcon, Button, SegmentedControl, Title } from '@mantine/core'
import { useLocale, useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { calendarStrings } from '../sessions/calendar.strings.ts'
import classes from './calendar.module.css'
import { type CalendarView, calendarViews, stepped, titleOf } from './calendar-range.ts'

interface CalendarHeadProps {
  view: CalendarView
  day: string
  today: string
  /** Whether the reader may choose between month and week. */
  withViews: boolean
  onView: (view: CalendarView) => void
  onDay: (day: string) => void
}

/** Which period is shown, the way to the others and back to today. */
export const CalendarHead = ({ view, day, today, withViews, onView, onDay }: CalendarHeadProps) => {
  const t = useT(calendarStrings)
  const locale = useLocale()
  return (
    <div className={classes.head}>
      <div className={classes.steps}>
        <ActionIcon
          variant="default"
          aria-label={t(`previous.${view}`)}
          onClick={() => onDay(stepped(view, day, -1))}
        >
          <Icon name="left" size={18} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t(`next.${view}`)}
          onClick={() => onDay(stepped(view, day, 1))}
        >
          <Icon name="right" size={18} />
        </ActionIcon>
      </div>
      <Title order={2} className={classes.period} aria-live="polite">
        {titleOf(view, day, locale)}
      </Title>
      <Button variant="default" className={classes.today} onClick={() => onDay(today)}>
        {t('today')}
      </Button>
      {withViews && (
        <SegmentedControl
          className={classes.views}
          aria-label={t('view.label')}
          value={view}
          data={calendarViews.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(value) => onView(value)}
        />
      )}
    </div>
  )
}
