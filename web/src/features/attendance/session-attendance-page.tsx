import { Group } from '@mantine/core'
import { type Attendance, type AttendanceStatus, attendanceApi } from '@ngopi/shared/attendance'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useLocale, useT } from '../../i18n.tsx'
import { formatClock } from '../../lib/format-time.ts'
import { oneOf, text, useSearchParams } from '../../lib/search-params.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { DataList } from '../../ui/data-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { AnswerMark, AttendanceMark } from '../../ui/marks.tsx'
import { useSession } from '../sessions/api.ts'
import { attendanceOptions, useLiveAttendances, useMark } from './api.ts'
import classes from './attendance.module.css'
import { attendanceStrings } from './attendance.strings.ts'
import { attendanceCounts, attendanceParts } from './attendance-counts.ts'
import { AttendanceMenu } from './attendance-menu.tsx'
import { deskStrings } from './desk.strings.ts'
import { ExcuseDialog } from './excuse-dialog.tsx'
import { findGuests } from './find-guests.ts'
import { minutesLate } from './late.ts'
import { PrintMenu } from './print-menu.tsx'
import { useWholeList } from './use-whole-list.ts'

const spec = { q: text, status: oneOf(attendanceParts) }

/** Who was there, as the desk and the officers recorded it; never the same as who answered. */
export const SessionAttendancePage = () => {
  const t = useT(attendanceStrings)
  const common = useT(commonStrings)
  const desk = useT(deskStrings)
  const locale = useLocale()
  const user = useUser()
  const session = useSession()
  const mayMark = useMay(attendanceApi.mark) && session.officeId === user.office.id
  const [filters, setFilters] = useSearchParams(spec)
  const [excusing, setExcusing] = useState<Attendance>()
  const mark = useMark(session.id)
  const query = useQuery(attendanceOptions(session.id))
  useLiveAttendances(session.id)
  const all = query.data?.items ?? []
  const counts = attendanceCounts(all)
  const shown = findGuests(
    all
      .filter((row) => !filters.status || row.status === filters.status)
      .map((row) => ({
        row,
        name: row.journalist.fullName,
        outlet: row.outlet?.name ?? null,
        phoneLast4: row.phoneLast4,
      })),
    filters.q,
  ).map(({ row }) => row)
  const list = useWholeList(query, shown)

  const set = (row: Attendance, status: AttendanceStatus) => {
    if (status === 'excused') setExcusing(row)
    else if (status !== row.status) void mark({ row, status, reason: null })
  }
  const clock = (at: string) => formatClock(at, session.timeZone, locale)
  const selfReport = (row: Attendance, at: string) =>
    t(row.status === 'unmarked' ? 'selfReportedOpen' : 'selfReported', { time: clock(at) })
  const notes = (row: Attendance) =>
    [
      ...(row.source === 'walk_in' ? [t('walkIn')] : []),
      ...(row.selfReportedAt ? [selfReport(row, row.selfReportedAt)] : []),
      ...row.flags.map((flag) => t(`flag.${flag}`)),
      ...(row.reason ? [t('reasonText', { reason: row.reason })] : []),
    ].join(' · ')
  const arrived = (row: Attendance) => {
    if (row.status !== 'present' || row.arrivedAt === null) return null
    const late = minutesLate(row.arrivedAt, session.startsAt)
    return (
      <span className={classes.arrived}>
        {clock(row.arrivedAt)}
        {late !== undefined && (
          <span className={classes.quiet}>{desk('late', { minutes: late })}</span>
        )}
      </span>
    )
  }
  const status = (row: Attendance) =>
    mayMark && row.invitationId ? (
      <AttendanceMenu row={row} onSet={(next) => set(row, next)} />
    ) : (
      <AttendanceMark status={row.status} />
    )
  const guest = (row: Attendance) => (
    <span className={classes.guest}>
      <span className={classes.name}>{row.journalist.fullName}</span>
      <span className={classes.quiet}>
        {[row.outlet?.name ?? t('noOutlet'), notes(row)].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
  const filtered = filters.q !== '' || filters.status !== undefined
  return (
    <>
      <FilterBar
        search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('search') }}
        segments={{
          label: t('segments'),
          value: filters.status ?? 'all',
          options: [
            { value: 'all', label: t('all', { count: all.length }) },
            ...attendanceParts.map((part) => ({
              value: part,
              label: t('part', { status: common(`attendance.${part}`), count: counts[part] }),
            })),
          ],
          onChange: (value) =>
            setFilters({ status: attendanceParts.find((part) => part === value) }),
        }}
      >
        <Group gap="xs" justify="flex-end">
          <PrintMenu sessionId={session.id} own={session.officeId === user.office.id} />
          {mayMark && session.status !== 'draft' && session.status !== 'cancelled' && (
            <>
              {session.status === 'published' && (
                <ButtonLink
                  to={paths.checkInScreen(session.id)}
                  size="sm"
                  variant="default"
                  leftSection={<Icon name="screen" size={16} />}
                >
                  {desk('screen')}
                </ButtonLink>
              )}
              <ButtonLink
                to={paths.door(session.id)}
                size="sm"
                variant="default"
                leftSection={<Icon name="door" size={16} />}
              >
                {t('openDoor')}
              </ButtonLink>
            </>
          )}
        </Group>
      </FilterBar>
      <DataList<Attendance>
        query={list}
        label={t('title')}
        rowKey={(row) => row.invitationId ?? row.id ?? row.journalist.id}
        rowName={(row) => row.journalist.fullName}
        columns={[
          { key: 'guest', title: t('column.guest'), render: guest },
          {
            key: 'answer',
            title: t('column.answer'),
            width: 210,
            render: (row) => row.answer && <AnswerMark answer={row.answer} />,
          },
          {
            key: 'arrived',
            title: t('column.arrived'),
            width: 120,
            align: 'right',
            render: arrived,
          },
          { key: 'status', title: t('column.status'), width: 180, align: 'right', render: status },
        ]}
        phone={(row) => (
          <span className={classes.phone}>
            {guest(row)}
            <span className={classes.phoneEnd}>
              {status(row)}
              <span className={classes.quiet}>{arrived(row)}</span>
            </span>
          </span>
        )}
        empty={
          <EmptyState
            icon="people"
            title={t(filtered ? 'empty.filtered' : 'empty.title')}
            text={t(filtered ? 'empty.filteredText' : 'empty.text')}
          />
        }
      />
      <ExcuseDialog
        row={excusing}
        onClose={() => setExcusing(undefined)}
        onSubmit={(row, reason) => {
          setExcusing(undefined)
          return mark({ row, status: 'excused', reason })
        }}
      />
    </>
  )
}
