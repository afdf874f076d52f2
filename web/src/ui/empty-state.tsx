import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

interface EmptyStateProps {
  icon?: IconName
  /** What this page will hold. */
  title: string
  /** Why it is empty, or the first step. */
  text?: string
  /** The first step, as a button. */
  action?: ReactNode
  /** 1 where it stands for the whole page. */
  level?: 1 | 2
}

/** Nothing here yet: what will be, and the first step. */
export const EmptyState = ({ icon, title, text, action, level = 2 }: EmptyStateProps) => (
  <Stack align="center" gap={4} py={48} px="md" ta="center">
    {icon && (
      <Text c="dimmed" component="span" mb={8}>
        <Icon name={icon} size={32} />
      </Text>
    )}
    <Title order={level} size="h2">
      {title}
    </Title>
    {text && (
      <Text c="dimmed" maw={440}>
        {text}
      </Text>
    )}
    {action && <div style={{ marginTop: 16 }}>{action}</div>}
  </Stack>
)
