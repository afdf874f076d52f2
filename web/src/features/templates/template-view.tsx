import { Anchor, Stack, Text, Title } from '@mantine/core'
import { type MessageTemplate, templatesApi } from '@ngopi/shared/templates'
import { useT } from '../../i18n.tsx'
import { useMay } from '../../lib/use-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { templateStrings } from './template.strings.ts'
import { TemplateEditor } from './template-editor.tsx'
import classes from './templates.module.css'

const Words = ({ template }: { template: MessageTemplate }) => {
  const t = useT(templateStrings)
  return (
    <Stack gap="sm" maw={560}>
      <Text c="dimmed">{t('readOnly')}</Text>
      <Text fw={600}>{template.subject}</Text>
      <p className={classes.prose}>{template.body}</p>
    </Stack>
  )
}

interface TemplateViewProps {
  template: MessageTemplate
  onClose: () => void
}

/** One message: to be changed by who may, else to be read. */
export const TemplateView = ({ template, onClose }: TemplateViewProps) => {
  const t = useT(templateStrings)
  const may = useMay(templatesApi.save)
  const { kind, language, version } = template
  return (
    <Stack gap="md">
      <div>
        <Anchor
          component="button"
          type="button"
          size="sm"
          className={classes.back}
          onClick={onClose}
        >
          <Icon name="left" size={16} />
          {t('all')}
        </Anchor>
        <Title order={2} mt={4}>
          {t(`kind.${kind}`)}
        </Title>
        <Text c="dimmed" size="sm">
          {t(`when.${kind}`)}
        </Text>
      </div>
      {may ? (
        <TemplateEditor key={`${kind} ${language} ${version}`} template={template} />
      ) : (
        <Words template={template} />
      )}
    </Stack>
  )
}
