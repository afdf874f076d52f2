import { ActionIcon, UnstyledButton } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AnswerMark } from '../../ui/marks.tsx'
import classes from './door.module.css'
import type { DoorGuest } from './door-list.ts'
import { attendanceMessages } from './messages.ts'

const About = ({ guest }: { guest: DoorGuest }) => {
  const t = useT(attendanceMessages)
  return (
    <span className={classes.about}>
      <span>{guest.outlet ?? t('noOutlet')}</span>
      {guest.phoneLast4 && <span>{t('door.lastDigits', { digits: guest.phoneLast4 })}</span>}
      {guest.invitationId === null && <span>{t('walkIn')}</span>}
      {!guest.present && guest.answer && guest.answer !== 'attending' && (
        <AnswerMark answer={guest.answer} />
      )}
    </span>
  )
}

/** The focus stays in the search field: a tap must not take it away. */
const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault()

/** Somebody still to come: the whole row is the button. */
export const ExpectedRow = ({ guest, onAdmit }: { guest: DoorGuest; onAdmit: () => void }) => {
  const t = useT(attendanceMessages)
  return (
    <li>
      <UnstyledButton
        data-row
        className={classes.row}
        aria-label={t('door.admitLabel', {
          name: guest.name,
          outlet: guest.outlet ?? t('noOutlet'),
        })}
        onMouseDown={keepFocus}
        onClick={onAdmit}
      >
        <span className={classes.text}>
          <span className={classes.name}>{guest.name}</span>
          <About guest={guest} />
        </span>
      </UnstyledButton>
    </li>
  )
}

/** Somebody inside, with the time. */
export const InsideRow = ({
  guest,
  time,
  onTakeBack,
}: {
  guest: DoorGuest
  time: string
  onTakeBack: (() => void) | undefined
}) => {
  const t = useT(attendanceMessages)
  return (
    <li className={classes.row} data-inside>
      <span className={classes.check}>
        <Icon name={guest.waiting ? 'clock' : 'check'} size={22} />
      </span>
      <span className={classes.text}>
        <span className={classes.name}>{guest.name}</span>
        <About guest={guest} />
      </span>
      <span className={classes.time}>{time}</span>
      {onTakeBack && (
        <ActionIcon
          size={44}
          aria-label={t('door.takeBack', { name: guest.name })}
          onMouseDown={keepFocus}
          onClick={onTakeBack}
        >
          <Icon name="undo" size={20} />
        </ActionIcon>
      )}
    </li>
  )
}
