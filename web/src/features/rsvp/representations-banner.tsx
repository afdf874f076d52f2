import { Button, Group, Text } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from '../invitations/answers.module.css'
import { answersStrings } from '../invitations/answers.strings.ts'

/** Says that people with a forwarded link wait for a decision; nothing while nobody does. */
export const RepresentationsBanner = ({
  count,
  onDecide,
}: {
  count: number
  onDecide: () => void
}) => {
  const t = useT(answersStrings)
  if (count === 0) return null
  return (
    <Group className={classes.banner} gap="xs" justify="space-between" role="status">
      <Group gap="sm" wrap="nowrap">
        <Icon name="people" size={20} />
        <Text>{t('wakil.banner', { count })}</Text>
      </Group>
      <Button size="sm" variant="default" flex="none" onClick={onDecide}>
        {t('wakil.decide')}
      </Button>
    </Group>
  )
}
