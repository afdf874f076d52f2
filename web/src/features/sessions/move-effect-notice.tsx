import { Alert, Text } from '@mantine/core'
import { type MoveEffect, sessionsApi } from '@ngopi/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { sessionsStrings } from './sessions.strings.ts'

/** What would change for the guests. */
export interface MoveChange {
  startsAt?: string
  endsAt?: string
  venue?: string
  rsvpClosesAt?: string | null
}

/** What a move would mean for the guests, as the server says; undefined while it is asked, or nothing is to be asked. */
export const useMoveEffect = (
  sessionId: string,
  change: MoveChange | undefined,
): MoveEffect | undefined => {
  const { data } = useQuery({
    ...ask(sessionsApi.effect, { params: { id: sessionId }, body: change ?? {} }),
    enabled: change !== undefined,
    staleTime: 0,
  })
  return change && data
}

/** Who hears of a move, who confirms again, and what stays, in sentences. */
export const useMoveWords = () => {
  const t = useT(sessionsStrings)
  return ({ notified, toReconfirm, reopens }: MoveEffect): string =>
    [
      notified > 0 && t('form.willNotify', { count: notified }),
      toReconfirm > 0 && t('form.willReconfirm', { count: toReconfirm }),
      notified > 0 && toReconfirm === 0 && t('form.answersStay'),
      reopens && t('form.willReopen'),
    ]
      .filter(Boolean)
      .join(' ')
}

/** Says what a move means for the guests, before it is saved. */
export const MoveEffectNotice = ({
  sessionId,
  change,
}: {
  sessionId: string
  change: MoveChange
}) => {
  const effect = useMoveEffect(sessionId, change)
  const moveText = useMoveWords()
  if (!effect || effect.notified === 0) return null
  return (
    <Alert variant="light" color="gray" icon={<Icon name="info" />} role="status">
      <Text>{moveText(effect)}</Text>
    </Alert>
  )
}
