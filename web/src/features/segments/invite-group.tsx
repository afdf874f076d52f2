import { NumberInput, Text, TextInput } from '@mantine/core'
import { invitationsApi } from '@ngopi/shared/invitations'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import type { Picked } from '../../ui/entity-picker.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { JournalistPicker } from '../partner-forms/journalist-picker.tsx'
import { segmentsStrings } from './segments.strings.ts'
import { type Invited, useRefreshInvited } from './use-invite.ts'

const fields: Record<string, string> = {
  'invitees.0.journalistId': 'coordinator',
  'invitees.0.group.name': 'name',
  'invitees.0.group.places': 'places',
}

/** An outlet or a pokja is invited through one person who names who comes. */
export const InviteGroup = ({
  sessionId,
  onInvited,
}: {
  sessionId: string
  onInvited: (invited: Invited, names: ReadonlyMap<string, string>, said?: string) => void
}) => {
  const t = useT(segmentsStrings)
  const refresh = useRefreshInvited()
  const f = useContractForm({
    draft: `group/${sessionId}`,
    schema: invitationsApi.create.schema.body,
    initialValues: { coordinator: null as Picked | null, name: '', places: 5 as number | string },
    toBody: ({ coordinator, name, places }) => ({
      invitees: [{ journalistId: coordinator?.id, group: { name, places } }],
    }),
    fieldOf: (path) => fields[path] ?? path,
    send: (body) => call(invitationsApi.create, { params: { id: sessionId }, body }),
    onSaved: ({ created, standing, skipped }) => {
      const { coordinator, name } = f.form.values
      void refresh()
      onInvited(
        { created: created.map(({ id }) => id), standing, skipped },
        new Map(coordinator ? [[coordinator.id, coordinator.name]] : []),
        coordinator && created.length > 0
          ? t('result.coordinates', { name: coordinator.name, group: name })
          : undefined,
      )
    },
  })
  return (
    <FormPanel {...f} submitLabel={t('group.submit')}>
      <Text c="dimmed">{t('group.text')}</Text>
      <JournalistPicker
        label={t('group.coordinator')}
        withAsterisk
        description={t('group.coordinatorHint')}
        creatable
        reachable
        value={f.form.values.coordinator}
        onChange={(coordinator) => f.form.setFieldValue('coordinator', coordinator)}
        error={f.form.errors.coordinator}
      />
      <TextInput
        label={t('group.name')}
        withAsterisk
        maxLength={120}
        {...f.form.getInputProps('name')}
      />
      <NumberInput
        label={t('group.places')}
        description={t('group.placesHint')}
        withAsterisk
        min={1}
        max={50}
        clampBehavior="blur"
        allowDecimal={false}
        w={160}
        {...f.form.getInputProps('places')}
      />
    </FormPanel>
  )
}
