import { Autocomplete, Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core'
import { walkIn } from '@ngopi/shared/attendance'
import type { z } from 'zod'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { DraftNotice } from '../../ui/draft-notice.tsx'
import { attendanceStrings } from './attendance.strings.ts'

export type WalkIn = z.input<typeof walkIn>

interface WalkInDialogProps {
  sessionId: string
  opened: boolean
  /** What was searched for in vain is most likely the name. */
  name: string
  outlets: readonly { id: string; name: string }[]
  onClose: () => void
  onClosed: () => void
  onSubmit: (guest: WalkIn) => void
}

const WalkInForm = ({
  sessionId,
  name,
  outlets,
  onSubmit,
}: Pick<WalkInDialogProps, 'sessionId' | 'name' | 'outlets' | 'onSubmit'>) => {
  const t = useT(attendanceStrings)
  const known = new Map(outlets.map((outlet) => [outlet.name.toLowerCase(), outlet]))
  const bodyOf = (values: {
    fullName: string
    outlet: string
    phone: string
    card: boolean
  }): WalkIn => {
    const typed = values.outlet.trim()
    const outlet = known.get(typed.toLowerCase())
    return {
      fullName: values.fullName,
      ...(outlet ? { outletId: outlet.id, outletName: outlet.name } : {}),
      ...(!outlet && typed ? { outletName: typed } : {}),
      ...(values.phone.trim() ? { phone: values.phone } : {}),
      pressCardSeen: values.card,
    }
  }
  // Checked here, before it is kept: the server may be out of reach and could not say so now.
  const { form, submit, draft } = useContractForm({
    // Of this person: whoever else stands at the desk is searched for by another name.
    draft: `walk-in/${sessionId}/${name.trim().toLowerCase()}`,
    schema: walkIn,
    initialValues: { fullName: name, outlet: '', phone: '', card: false },
    toBody: bodyOf,
    fieldOf: (path) => (path.startsWith('outlet') ? 'outlet' : path),
    send: async (guest) => onSubmit({ ...guest, fullName: guest.fullName.trim() }),
    onSaved: () => undefined,
  })
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md" key={draft.revision}>
        <DraftNotice draft={draft} />
        <TextInput
          data-autofocus
          withAsterisk
          autoComplete="off"
          label={t('door.walkInName')}
          {...form.getInputProps('fullName')}
        />
        <Autocomplete
          size="md"
          label={t('door.walkInOutlet')}
          data={[...new Set(outlets.map((outlet) => outlet.name))].sort()}
          limit={6}
          {...form.getInputProps('outlet')}
        />
        <TextInput
          type="tel"
          inputMode="tel"
          autoComplete="off"
          label={t('door.walkInPhone')}
          {...form.getInputProps('phone')}
        />
        <Checkbox
          size="md"
          label={t('door.walkInCard')}
          {...form.getInputProps('card', { type: 'checkbox' })}
        />
        <Text c="dimmed" size="xs">
          {t('door.walkInWhy')}
        </Text>
        <Button type="submit" size="lg" fullWidth>
          {t('door.walkInSubmit')}
        </Button>
      </Stack>
    </form>
  )
}

/** A guest nobody invited: recorded and let in, confirmed by an officer later. */
export const WalkInDialog = ({ opened, onClose, onClosed, ...form }: WalkInDialogProps) => {
  const t = useT(attendanceStrings)
  const common = useT(commonStrings)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      title={t('door.walkIn')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <WalkInForm {...form} />
    </Modal>
  )
}
