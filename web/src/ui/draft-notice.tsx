import { Button, Group, Text } from '@mantine/core'
import { useT } from '../i18n.tsx'
import { formStrings } from '../lib/form.strings.ts'
import type { FormDraft } from '../lib/use-draft.ts'
import { undoToast } from './toast.tsx'

/** Gives up what was typed into a form, with a way back for a while. */
export const useThrowAway = (draft: FormDraft) => {
  const t = useT(formStrings)
  return () => {
    const bringBack = draft.throwAway()
    if (bringBack) void undoToast(t('draft.thrownAway'), bringBack)
  }
}

/** Says that the fields hold what was typed before, and lets go of it. */
export const DraftNotice = ({ draft }: { draft: FormDraft }) => {
  const t = useT(formStrings)
  const throwAway = useThrowAway(draft)
  if (!draft.restored) return null
  return (
    <Group role="status" gap="xs" justify="space-between" wrap="nowrap">
      <Text c="dimmed" size="sm">
        {t(draft.overtaken ? 'draft.overtaken' : 'draft.restored')}
      </Text>
      <Button size="compact-sm" variant="subtle" color="gray" flex="none" onClick={throwAway}>
        {t('draft.discard')}
      </Button>
    </Group>
  )
}
