import { Button, Checkbox, Group } from '@mantine/core'
import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useDraftedState } from '../../lib/use-drafted-state.ts'
import { DraftNotice } from '../../ui/draft-notice.tsx'
import type { Picked } from '../../ui/entity-picker.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast, undoToast } from '../../ui/toast.tsx'
import { answersStrings } from '../invitations/answers.strings.ts'
import { JournalistPicker } from '../partner-forms/journalist-picker.tsx'

const nobody: { chosen: Picked | null } = { chosen: null }

/** Another journalist of the outlet takes the place of a guest, or the guest takes it back. */
export const SubstituteGuest = ({ invitation }: { invitation: Invitation }) => {
  const t = useT(answersStrings)
  const cache = useQueryClient()
  const [notify, setNotify] = useState(true)
  const { id, outlet, sessionId } = invitation
  const { values, fill, end, draft } = useDraftedState(`substitute/${id}`, nobody)
  const { chosen } = values
  const name = invitation.journalist.fullName
  const params = { id }
  const refresh = () => readAgain(cache, 'sessions', 'invitations')
  const swapBack = useMutation({
    mutationFn: () =>
      call(invitationsApi.undoSubstitution, {
        params,
        query: { notify: notify ? 'true' : 'false' },
      }),
    onSuccess: () => {
      void refresh()
      void toast(t('substitute.swappedBack', { name }))
    },
  })
  const substitute = useMutation({
    mutationFn: (journalistId: string) =>
      call(invitationsApi.substitute, { params, body: { journalistId, notify } }),
    onSuccess: (taken) => {
      fill(nobody)
      end()
      void refresh()
      const message = t('substitute.done', { substitute: taken.journalist.fullName, name })
      void undoToast(message, () => swapBack.mutate())
    },
  })
  const error = substitute.error ?? swapBack.error
  return (
    <>
      {invitation.answer === 'substituted' ? (
        <Button
          size="sm"
          variant="default"
          loading={swapBack.isPending}
          onClick={() => swapBack.mutate()}
        >
          {t('substitute.swapBack')}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (chosen) substitute.mutate(chosen.id)
          }}
        >
          <DraftNotice draft={draft} />
          <JournalistPicker
            key={draft.revision}
            label={t('substitute.label')}
            description={
              outlet ? t('substitute.ofOutlet', { outlet: outlet.name }) : t('substitute.anybody')
            }
            value={chosen}
            onChange={(next) => fill({ chosen: next })}
            notInvitedTo={sessionId}
            {...(outlet && { outletId: outlet.id })}
          />
          {chosen && (
            <Group mt="xs">
              <Checkbox
                label={t('substitute.notify', { name })}
                checked={notify}
                onChange={(event) => setNotify(event.currentTarget.checked)}
              />
              <Button type="submit" size="sm" variant="default" loading={substitute.isPending}>
                {t('substitute.submit')}
              </Button>
            </Group>
          )}
        </form>
      )}
      {error && <ErrorNotice error={error} />}
    </>
  )
}
