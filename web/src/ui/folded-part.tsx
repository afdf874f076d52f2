import { Button, Collapse, Stack } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { Icon } from './icon.tsx'

interface FoldedPartProps {
  label: string
  /** Something inside needs attention: a fold must not hide an error. */
  troubled?: boolean
  children: ReactNode
}

/** Fields that most people leave empty, behind one press. */
export const FoldedPart = ({ label, troubled = false, children }: FoldedPartProps) => {
  const id = useId()
  const [wanted, setWanted] = useState(false)
  const opened = wanted || troubled
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        size="sm"
        ml={-12}
        px={12}
        aria-expanded={opened}
        aria-controls={id}
        leftSection={<Icon name={opened ? 'down' : 'right'} size={16} />}
        onClick={() => setWanted(!opened)}
      >
        {label}
      </Button>
      <div id={id}>
        <Collapse expanded={opened} transitionDuration={120}>
          <Stack gap="md" pt="sm">
            {children}
          </Stack>
        </Collapse>
      </div>
    </div>
  )
}
