import { memo } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AnswerMark } from '../../ui/marks.tsx'
import { attendanceStrings } from './attendance.strings.ts'
import { deskStrings } from './desk.strings.ts'
import classes from './door.module.css'
import { type DoorGuest, sameGuest } from './door-guest.ts'
import { minutesLate } from './late.ts'

// Hundreds of rows: plain elements, and drawn again only when the guest looks different.

const About = ({ guest, notes }: { guest: DoorGuest; notes?: readonly string[] }) => {
  const t = useT(attendanceStrings)
  const desk = useT(deskStrings)
  return (
    <span className={classes.about}>
      {notes?.map((note) => (
        <span key={note} className={classes.note}>
          {note}
        </span>
      ))}
      {guest.inPlaceOf && (
        <span className={classes.note}>{desk('inPlaceOf', { name: guest.inPlaceOf })}</span>
      )}
      <span>{guest.outlet ?? t('noOutlet')}</span>
      {guest.phoneLast4 && <span>{t('door.lastDigits', { digits: guest.phoneLast4 })}</span>}
      {guest.walkIn && !guest.inPlaceOf && <span>{t('walkIn')}</span>}
      {guest.ended && <span className={classes.note}>{t(`flag.${guest.ended}`)}</span>}
      {guest.cardSeen && <span>{t('flag.press_card_seen')}</span>}
      {!guest.present && guest.answer && guest.answer !== 'attending' && (
        <AnswerMark answer={guest.answer} />
      )}
    </span>
  )
}

/** The focus stays in the search field: a tap must not take it away. */
const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault()

const sameRow = <Props extends { guest: DoorGuest }>(before: Props, after: Props): boolean =>
  sameGuest(before.guest, after.guest) &&
  (Object.keys(after) as (keyof Props)[]).every(
    (prop) => prop === 'guest' || before[prop] === after[prop],
  )

interface ExpectedRowProps {
  guest: DoorGuest
  /** When they reported by themselves, as written. */
  reportedAt?: string | undefined
  onAdmit: (guest: DoorGuest) => void
  onSubstitute: (guest: DoorGuest) => void
}

/** Somebody still to come: the row is the button; beside it the way to let somebody else in for them. */
export const ExpectedRow = memo(
  ({ guest, reportedAt, onAdmit, onSubstitute }: ExpectedRowProps) => {
    const t = useT(attendanceStrings)
    const desk = useT(deskStrings)
    const who = { name: guest.name, outlet: guest.outlet ?? t('noOutlet') }
    return (
      <li className={classes.pair}>
        <button
          type="button"
          data-row
          className={classes.row}
          aria-label={reportedAt ? desk('confirmLabel', who) : t('door.admitLabel', who)}
          onMouseDown={keepFocus}
          onClick={() => onAdmit(guest)}
        >
          <span className={classes.text}>
            <span className={classes.name}>{guest.name}</span>
            <About
              guest={guest}
              {...(reportedAt ? { notes: [desk('reportedAt', { time: reportedAt })] } : {})}
            />
          </span>
        </button>
        {guest.invitationId && guest.answer !== 'substituted' && (
          <button
            type="button"
            className={classes.second}
            aria-label={desk('substitute.open', { name: guest.name })}
            onMouseDown={keepFocus}
            onClick={() => onSubstitute(guest)}
          >
            <Icon name="swap" size={22} />
          </button>
        )}
      </li>
    )
  },
  sameRow,
)
ExpectedRow.displayName = 'ExpectedRow'

interface InsideRowProps {
  guest: DoorGuest
  startsAt: string
  clock: (at: string) => string
  onTakeBack: (guest: DoorGuest) => void
}

/** Somebody inside, with the time. */
export const InsideRow = memo(({ guest, startsAt, clock, onTakeBack }: InsideRowProps) => {
  const t = useT(attendanceStrings)
  const desk = useT(deskStrings)
  const late = minutesLate(guest.arrivedAt, startsAt)
  return (
    <li className={classes.row} data-inside>
      <span className={classes.check}>
        <Icon name={guest.waiting ? 'clock' : 'check'} size={22} />
      </span>
      <span className={classes.text}>
        <span className={classes.name}>{guest.name}</span>
        <About
          guest={guest}
          {...(late === undefined ? {} : { notes: [desk('late', { minutes: late })] })}
        />
      </span>
      <span className={classes.time}>{guest.arrivedAt && clock(guest.arrivedAt)}</span>
      {(guest.nonce || guest.invitationId) && (
        <button
          type="button"
          className={classes.second}
          aria-label={t('door.takeBack', { name: guest.name })}
          onMouseDown={keepFocus}
          onClick={() => onTakeBack(guest)}
        >
          <Icon name="undo" size={20} />
        </button>
      )}
    </li>
  )
}, sameRow)
InsideRow.displayName = 'InsideRow'
