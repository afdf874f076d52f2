import { Button, Collapse, Stack } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { templateMessages } from './template-messages.ts'

interface ServiceFieldsProps {
  /** Something inside needs attention: a fold must not hide an error. */
  troubled: boolean
  children: ReactNode
}

/** What only offices with the official WhatsApp service need, behind one press. */
export const ServiceFields = ({ troubled, children }: ServiceFieldsProps) => {
  const t = useT(templateMessages)
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
        {t('service')}
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
