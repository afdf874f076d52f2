import { Button, Group, Select, TextInput } from '@mantine/core'
import type { RequestOf } from '@ngopi/shared/endpoint'
import { type DeclineKind, declineKind } from '@ngopi/shared/invitation-states'
import { invitationsApi } from '@ngopi/shared/invitations'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { DraftNotice, useThrowAway } from '../../ui/draft-notice.tsx'
import { answersStrings } from '../invitations/answers.strings.ts'
import { invitationsStrings } from '../invitations/invitations.strings.ts'

/** An answer as an officer writes it down. */
export type Answering = RequestOf<typeof invitationsApi.respond>['body']

interface DeclineFormProps {
  /** Of the invitation. */
  id: string
  onSubmit: (body: Answering) => Promise<unknown>
  onCancel: () => void
}

/** Why a guest cannot come, in a word and in their own. */
export const DeclineForm = ({ id, onSubmit, onCancel }: DeclineFormProps) => {
  const t = useT(invitationsStrings)
  const common = useT(commonStrings)
  const answers = useT(answersStrings)
  const { form, submit, saving, draft } = useContractForm({
    draft: `decline/${id}`,
    schema: invitationsApi.respond.schema.body,
    initialValues: { kind: null as DeclineKind | null, reason: '' },
    toBody: ({ kind, reason }) => ({
      answer: 'declined',
      reason: reason.trim() || null,
      declineKind: kind,
    }),
    send: onSubmit,
    onSaved: () => undefined,
  })
  const throwAway = useThrowAway(draft)
  return (
    <form onSubmit={submit}>
      <DraftNotice draft={draft} />
      <Select
        mt="sm"
        size="sm"
        clearable
        label={answers('kind.label')}
        placeholder={common('optional')}
        data={declineKind.options.map((value) => ({ value, label: answers(`kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput
        mt="sm"
        size="sm"
        data-autofocus
        autoFocus
        label={t('panel.reasonFor')}
        placeholder={common('optional')}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="sm" variant="default" loading={saving}>
          {t('panel.saveDeclined')}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            throwAway()
            onCancel()
          }}
        >
          {common('cancel')}
        </Button>
      </Group>
    </form>
  )
}
