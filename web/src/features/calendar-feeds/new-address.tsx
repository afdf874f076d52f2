import {
  Accordion,
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  Stack,
  Text,
  Title,
} from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from '../holidays/holidays.module.css'
import { feedStrings } from './feed.strings.ts'
import { isLoopback } from './loopback.ts'

const programs = ['google', 'iphone', 'outlook'] as const
const steps = ['one', 'two', 'three'] as const

/** The address of a subscription just made, which is not told again, and what to do with it. */
export const NewAddress = ({ url, onDone }: { url: string; onDone: () => void }) => {
  const t = useT(feedStrings)
  return (
    <Stack gap="md">
      <Text>{t('address.once')}</Text>
      <Code block className={classes.address}>
        {url}
      </Code>
      {isLoopback(url) && (
        <Alert variant="light" color="gray" icon={<Icon name="warning" />}>
          {t('address.loopback')}
        </Alert>
      )}
      <Group gap="sm">
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button
              data-autofocus
              leftSection={<Icon name={copied ? 'check' : 'copy'} size={18} />}
              onClick={copy}
            >
              {t(copied ? 'address.copied' : 'address.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('address.done')}
        </Button>
      </Group>
      <Title order={3} mt="sm">
        {t('address.how')}
      </Title>
      <Accordion variant="default" order={4} chevron={<Icon name="down" size={18} />}>
        {programs.map((program) => (
          <Accordion.Item key={program} value={program}>
            <Accordion.Control px={0}>{t(`steps.${program}.title`)}</Accordion.Control>
            <Accordion.Panel>
              <ol className={classes.steps}>
                {steps.map((step) => (
                  <li key={step}>{t(`steps.${program}.${step}`)}</li>
                ))}
              </ol>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}
