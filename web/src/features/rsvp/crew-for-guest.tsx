import { Button, Group, NumberInput, Text } from '@mantine/core'
import { crewRole, type GivenAnswer } from '@ngopi/shared/invitation-states'
import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { answersStrings } from '../invitations/answers.strings.ts'

const mostOfARole = 3

/** The answer to repeat when only the crew changes; undefined where nobody comes along yet. */
export const answerToKeep = ({ answer }: Pick<Invitation, 'answer'>): GivenAnswer | undefined => {
  if (answer === 'maybe') return 'maybe'
  return answer === 'attending' || answer === 'waitlisted' ? 'attending' : undefined
}

/** How many of each role come along with a guest. Names written down before stay with those who still come. */
export const CrewForGuest = ({
  invitation,
  answer,
}: {
  invitation: Invitation
  answer: GivenAnswer
}) => {
  const t = useT(answersStrings)
  const cache = useQueryClient()
  const before = (role: (typeof crewRole.options)[number]) =>
    invitation.crew.filter((one) => one.role === role)
  const [counts, setCounts] = useState(() =>
    Object.fromEntries(crewRole.options.map((role) => [role, before(role).length])),
  )
  const save = useMutation({
    mutationFn: () => {
      const crew = crewRole.options.flatMap((role) =>
        Array.from(
          { length: counts[role] ?? 0 },
          (_, i) => before(role)[i] ?? { role, name: null },
        ),
      )
      const params = { id: invitation.id }
      return call(invitationsApi.respond, { params, body: { answer, crew } })
    },
    onSuccess: (saved) => {
      void readAgain(cache, 'sessions')
      void readAgain(cache, 'invitations')
      const name = saved.journalist.fullName
      void toast(t('crew.saved', { name, count: saved.partySize - 1 }))
    },
  })
  const changed = crewRole.options.some((role) => counts[role] !== before(role).length)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Group gap="sm" grow preventGrowOverflow={false} wrap="nowrap">
        {crewRole.options.map((role) => (
          <NumberInput
            key={role}
            size="sm"
            label={t(`crew.${role}`)}
            min={0}
            max={mostOfARole}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            value={counts[role] ?? 0}
            onChange={(value) => setCounts({ ...counts, [role]: Number(value) || 0 })}
          />
        ))}
      </Group>
      <Text c="dimmed" size="xs" mt={4}>
        {t('crew.hint')}
      </Text>
      {changed && (
        <Button type="submit" size="sm" variant="default" mt="xs" loading={save.isPending}>
          {t('crew.save')}
        </Button>
      )}
      {save.error && <ErrorNotice error={save.error} />}
    </form>
  )
}
