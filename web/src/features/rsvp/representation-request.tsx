import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { invitationsApi } from '@ngopi/shared/invitations'
import { type Representation, representationsApi } from '@ngopi/shared/representations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { phoneText } from '../../lib/phone-text.ts'
import { readAgain } from '../../lib/query.ts'
import { Time } from '../../lib/time.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { errorToast, toast, undoToast } from '../../ui/toast.tsx'
import classes from '../invitations/answers.module.css'
import { answersStrings } from '../invitations/answers.strings.ts'

const somebodyNew = ''

interface RequestProps {
  asked: Representation
  zone: string
  mayDecide: boolean
}

/** One person with a forwarded link: who they say they are, whom the office knows by that name, and the decision. */
export const RepresentationRequest = ({ asked, zone, mayDecide }: RequestProps) => {
  const t = useT(answersStrings)
  const cache = useQueryClient()
  const [who, setWho] = useState(asked.known[0]?.id ?? somebodyNew)
  const { fullName: name, invitation, outletName, phone, email } = asked
  const guest = invitation.journalist.fullName
  const refresh = () => {
    void readAgain(cache, 'sessions', 'invitations')
  }
  const swapBack = () => {
    const params = { id: invitation.id }
    call(invitationsApi.undoSubstitution, { params }).then(() => {
      refresh()
      void toast(t('substitute.swappedBack', { name: guest }))
    }, errorToast)
  }
  const decide = useMutation({
    mutationFn: (decision: 'substitute' | 'invite' | 'refuse') =>
      call(representationsApi.decide, {
        params: { id: asked.id },
        body: { decision, journalistId: decision === 'refuse' ? null : who || null },
      }),
    onSuccess: ({ representation: { state } }) => {
      refresh()
      if (state === 'pending') return
      const message = t(`wakil.done.${state}`, { name, guest })
      if (state === 'substituted') void undoToast(message, swapBack)
      else void toast(message)
    },
  })
  return (
    <li className={classes.request}>
      <Text fw={600}>{name}</Text>
      <Text>
        {[outletName ?? invitation.outlet?.name, phone && phoneText(phone), email]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text c="dimmed" size="xs">
        {t('wakil.through', { name: guest })} · <Time at={asked.createdAt} zone={zone} relative />
      </Text>
      {mayDecide && (
        <>
          {asked.known.length > 0 && (
            <Radio.Group value={who} onChange={setWho} label={t('wakil.who')} mt="sm">
              <Stack gap={8} mt={8}>
                {asked.known.map((known) => (
                  <Radio
                    key={known.id}
                    value={known.id}
                    label={[known.fullName, known.outlet?.name].filter(Boolean).join(' · ')}
                  />
                ))}
                <Radio value={somebodyNew} label={t('wakil.somebodyNew')} />
              </Stack>
            </Radio.Group>
          )}
          <Group gap="xs" mt="md">
            {(['substitute', 'invite'] as const).map((decision) => (
              <Button
                key={decision}
                size="sm"
                variant="default"
                loading={decide.isPending && decide.variables === decision}
                disabled={decide.isPending}
                onClick={() => decide.mutate(decision)}
              >
                {t(`wakil.${decision}`)}
              </Button>
            ))}
            <Button
              size="sm"
              variant="subtle"
              color="gray"
              disabled={decide.isPending}
              onClick={() => decide.mutate('refuse')}
            >
              {t('wakil.refuse')}
            </Button>
          </Group>
          {decide.error && <ErrorNotice error={decide.error} />}
        </>
      )}
    </li>
  )
}
