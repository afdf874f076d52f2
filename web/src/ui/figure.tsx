import { Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface FigureProps {
  value: ReactNode
  label: string
  /** How it is counted. */
  hint?: ReactNode
}

/** One number called out, with what it counts. */
export const Figure = ({ value, label, hint }: FigureProps) => (
  <div>
    <Text size="xl" fw={600} component="div">
      {value}
    </Text>
    <Text component="div">{label}</Text>
    {hint && (
      <Text c="dimmed" size="xs" component="div">
        {hint}
      </Text>
    )}
  </div>
)
