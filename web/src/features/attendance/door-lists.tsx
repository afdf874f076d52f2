import { Text } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { moveBetweenRows } from '../../ui/move-between-rows.ts'
import { attendanceStrings } from './attendance.strings.ts'
import { deskStrings } from './desk.strings.ts'
import classes from './door.module.css'
import type { DoorGuest } from './door-guest.ts'
import { ExpectedRow, InsideRow } from './door-rows.tsx'

interface DoorListsProps {
  reported: readonly DoorGuest[]
  expected: readonly DoorGuest[]
  inside: readonly DoorGuest[]
  /** Said when nobody is left to come or to be found. */
  empty: string
  startsAt: string
  // The same functions from render to render, or every row would be drawn again.
  clock: (at: string) => string
  onAdmit: (guest: DoorGuest) => void
  onSubstitute: (guest: DoorGuest) => void
  onTakeBack: (guest: DoorGuest) => void
}

/** Who says that they are there, who is still to come, who is inside. */
export const DoorLists = ({
  reported,
  expected,
  inside,
  empty,
  startsAt,
  clock,
  onAdmit,
  onSubstitute,
  onTakeBack,
}: DoorListsProps) => {
  const t = useT(attendanceStrings)
  const desk = useT(deskStrings)
  const rowActions = { onAdmit, onSubstitute }
  return (
    <>
      {reported.length > 0 && (
        <section aria-labelledby="lapor">
          <h2 id="lapor" className={classes.part}>
            {desk('reported')}
          </h2>
          <ul className={classes.rows} onKeyDown={moveBetweenRows}>
            {reported.map((guest) => (
              <ExpectedRow
                key={guest.key}
                guest={guest}
                reportedAt={clock(guest.selfReportedAt ?? '')}
                {...rowActions}
              />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="belum">
        <h2 id="belum" className={classes.part}>
          {t('door.expected', { count: expected.length })}
        </h2>
        {expected.length + reported.length === 0 && <Text c="dimmed">{empty}</Text>}
        <ul className={classes.rows} onKeyDown={moveBetweenRows}>
          {expected.map((guest) => (
            <ExpectedRow key={guest.key} guest={guest} {...rowActions} />
          ))}
        </ul>
      </section>
      {inside.length > 0 && (
        <section aria-labelledby="sudah">
          <h2 id="sudah" className={classes.part}>
            {t('door.admitted', { count: inside.length })}
          </h2>
          <ul className={classes.rows}>
            {inside.map((guest) => (
              <InsideRow
                key={guest.key}
                guest={guest}
                startsAt={startsAt}
                clock={clock}
                onTakeBack={onTakeBack}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
