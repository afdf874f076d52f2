import { ActionIcon, Menu, Text } from '@mantine/core'
import { useLocale, useT } from '../../i18n.tsx'
import { formatDay } from '../../lib/format-time.ts'
import { Icon } from '../../ui/icon.tsx'
import { holidayStrings } from './holiday.strings.ts'
import type { DayRow } from './holiday-year.ts'
import classes from './holidays.module.css'

interface HolidayRowProps {
  row: DayRow
  /** What an editor can do with it; left out, it is only read. */
  actions?: { onChange: () => void; onWork: () => void; onTakeBack: () => void } | undefined
}

/** One day off, or one that the office made a working day. */
export const HolidayRow = ({ row, actions }: HolidayRowProps) => {
  const t = useT(holidayStrings)
  const locale = useLocale()
  const [weekday, day] = formatDay(row.date, locale).replaceAll(',', '').split(' ')
  const marks = [
    t(`kind.${row.kind}`),
    row.estimated && t('estimated'),
    row.byOffice && t('ofOffice'),
  ].filter(Boolean)
  return (
    <li className={classes.day} data-works={row.kind === 'working_day' || undefined}>
      <time dateTime={row.date} className={classes.date}>
        <span className={classes.weekday}>{weekday}</span> <span>{day}</span>
      </time>
      <span className={classes.name}>
        {row.name}
        <Text c="dimmed" size="xs" component="span">
          {marks.join(' · ')}
        </Text>
      </span>
      {actions && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('act.menu', { day: formatDay(row.date, locale) })}>
              <Icon name="more" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<Icon name="edit" size={18} />} onClick={actions.onChange}>
              {t('act.change')}
            </Menu.Item>
            {row.kind !== 'working_day' && (
              <Menu.Item leftSection={<Icon name="check" size={18} />} onClick={actions.onWork}>
                {t('act.work')}
              </Menu.Item>
            )}
            {row.byOffice && (
              <Menu.Item leftSection={<Icon name="undo" size={18} />} onClick={actions.onTakeBack}>
                {t('act.takeBack')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
