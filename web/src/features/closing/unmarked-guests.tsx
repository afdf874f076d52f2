import { SegmentedControl, TextInput } from '@mantine/core'
import type { Attendance } from '@ngopi/shared/attendance'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { AnswerMark } from '../../ui/marks.tsx'
import { type Choice, type Choices, choiceOf, type Unmarked } from './choices.ts'
import classes from './closing.module.css'
import { closingStrings } from './closing.strings.ts'

const statuses = ['present', 'absent', 'excused'] as const

interface UnmarkedGuestsProps {
  guests: readonly Unmarked[]
  given: { choices: Choices; declined: ReadonlyMap<string, string> }
  onChoose: (invitationId: string, choice: Choice) => void
  /** They were there: noted at once. */
  onPresent: (row: Attendance) => void
}

/** What each guest of whom nothing is noted is to count as. */
export const UnmarkedGuests = ({ guests, given, onChoose, onPresent }: UnmarkedGuestsProps) => {
  const t = useT(closingStrings)
  const common = useT(commonStrings)
  return (
    <ul className={classes.list}>
      {guests.map((guest) => {
        const { fullName: name } = guest.journalist
        const choice = choiceOf(guest, given)
        const choose = (status: string) => {
          if (status === 'present') onPresent(guest)
          else if (status === 'absent' || status === 'excused')
            onChoose(guest.invitationId, {
              status,
              reason: given.declined.get(guest.invitationId) ?? '',
            })
        }
        return (
          <li key={guest.invitationId} className={classes.guest}>
            <span className={classes.guestText}>
              <span className={classes.name}>{name}</span>
              <span className={classes.quiet}>
                {[guest.outlet?.name, guest.selfReportedAt && t('guests.selfReported')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {guest.answer && (
                <span className={classes.answer}>
                  {t('guests.answered')} <AnswerMark answer={guest.answer} />
                </span>
              )}
            </span>
            <SegmentedControl
              fullWidth
              aria-label={t('guests.choice', { name })}
              value={choice.status}
              onChange={choose}
              data={statuses.map((value) => ({ value, label: common(`attendance.${value}`) }))}
            />
            {choice.status === 'excused' && (
              <TextInput
                className={classes.reason}
                aria-label={t('guests.reason', { name })}
                placeholder={t('guests.reasonHint')}
                maxLength={500}
                value={choice.reason}
                onChange={({ currentTarget }) =>
                  onChoose(guest.invitationId, { status: 'excused', reason: currentTarget.value })
                }
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
