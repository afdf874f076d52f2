import { Button, Group, Text } from '@mantine/core'
import type { GivenAnswer } from '@ngopi/shared/invitation-states'
import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { answerLooks } from '../../ui/answer-state.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { toast, undoToast } from '../../ui/toast.tsx'
import classes from '../invitations/invitations.module.css'
import { invitationsStrings } from '../invitations/invitations.strings.ts'
import { type Answering, DeclineForm } from './decline-form.tsx'

const choices = ['attending', 'maybe', 'declined'] as const
const given = (answer: string): GivenAnswer | undefined =>
  choices.find((choice) => choice === answer)

/** An officer writes down what a guest said by phone or message. */
export const AnswerForGuest = ({
  invitation,
  late,
}: {
  invitation: Invitation
  /** The deadline has passed. */
  late: boolean
}) => {
  const t = useT(invitationsStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const [declining, setDeclining] = useState(false)
  const respond = useMutation({
    mutationFn: (body: Answering) =>
      call(invitationsApi.respond, { params: { id: invitation.id }, body }),
    onSuccess: (saved) => {
      setDeclining(false)
      void readAgain(cache, 'sessions')
      void readAgain(cache, 'invitations')
      const message = t('answerSaved', {
        name: saved.journalist.fullName,
        answer: common(`answer.${saved.answer}`),
      })
      const before = given(invitation.answer)
      if (before && before !== saved.answer)
        void undoToast(message, () =>
          respond.mutate({
            answer: before,
            reason: invitation.declineReason,
            declineKind: invitation.declineKind,
          }),
        )
      else void toast(message)
    },
  })
  return (
    <div>
      <Group gap="xs">
        {choices.map((answer) => (
          <Button
            key={answer}
            size="sm"
            variant="default"
            className={classes.answer}
            aria-pressed={invitation.answer === answer}
            disabled={respond.isPending}
            leftSection={
              <Glyph shape={answerLooks[answer].glyph} color={answerLooks[answer].color} />
            }
            onClick={() =>
              answer === 'declined' ? setDeclining(true) : respond.mutate({ answer })
            }
          >
            {common(`answer.${answer}`)}
          </Button>
        ))}
      </Group>
      {declining && (
        <DeclineForm
          id={invitation.id}
          onSubmit={(body) => respond.mutateAsync(body)}
          onCancel={() => setDeclining(false)}
        />
      )}
      <Text c="dimmed" size="xs" mt={4}>
        {t(late ? 'panel.lateHint' : 'panel.answerHint')}
      </Text>
      {respond.error && <ErrorNotice error={respond.error} />}
    </div>
  )
}
