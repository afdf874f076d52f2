import { Button, Checkbox, Group, Text } from '@mantine/core'
import { type Invitation, invitationsApi } from '@ngopi/shared/invitations'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { keyUnder } from '../../lib/query.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { invitationsStrings } from '../invitations/invitations.strings.ts'

interface RevokeInvitationProps {
  invitation: Invitation
  onRevoked: () => void
}

/** Says what will be lost before it is done; the toast invites the guest again. */
export const RevokeInvitation = ({ invitation, onRevoked }: RevokeInvitationProps) => {
  const t = useT(invitationsStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [notify, setNotify] = useState(true)
  const { id, sessionId, journalist, outlet } = invitation
  const name = journalist.fullName
  const revoke = useUndoable<Invitation>({
    run: () =>
      call(invitationsApi.revoke, { params: { id }, query: { notify: notify ? 'true' : 'false' } }),
    undo: () =>
      call(invitationsApi.create, {
        params: { id: sessionId },
        body: { invitees: [{ journalistId: journalist.id, outletId: outlet?.id ?? null }] },
      }),
    message: () => t('revoked', { name }),
    refreshes: ['sessions'],
  })
  if (!asked)
    return (
      <Button
        variant="subtle"
        color="gray"
        c="var(--mantine-color-error)"
        size="sm"
        ml={-12}
        onClick={() => setAsked(true)}
      >
        {t('panel.revoke')}
      </Button>
    )
  return (
    <div>
      <Text>{t('panel.revokeText', { name })}</Text>
      <Checkbox
        mt="xs"
        label={t('panel.revokeNotify', { name })}
        checked={notify}
        onChange={(event) => setNotify(event.currentTarget.checked)}
      />
      <Group gap="xs" mt="xs">
        <Button
          variant="default"
          c="var(--mantine-color-error)"
          size="sm"
          onClick={async () => {
            if (!(await revoke(invitation))) return
            onRevoked()
            // Revoked, it cannot be read; invited again, it begins anew.
            cache.removeQueries({ queryKey: keyUnder('invitations') })
          }}
        >
          {t('panel.revokeSubmit', { name })}
        </Button>
        <Button variant="subtle" color="gray" size="sm" autoFocus onClick={() => setAsked(false)}>
          {common('cancel')}
        </Button>
      </Group>
    </div>
  )
}
