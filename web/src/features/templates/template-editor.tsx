import { Button, Group, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type MessageTemplate, templatesApi, templateVariable } from '@ngopi/shared/templates'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { FoldedPart } from '../../ui/folded-part.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { faultsOf } from './faults.tsx'
import { templateStrings } from './template.strings.ts'
import { TemplatePreview } from './template-preview.tsx'
import classes from './templates.module.css'
import { useInsert } from './use-insert.ts'
import { usePreview } from './use-preview.ts'
import { VariableBar } from './variable-bar.tsx'

const valuesOf = ({ subject, body, serviceTemplate, serviceParameters }: MessageTemplate) => ({
  subject,
  body,
  serviceTemplate: serviceTemplate ?? '',
  serviceParameters: serviceParameters as string[],
})

type Values = ReturnType<typeof valuesOf>

const bodyOf = (values: Values, version: number) => ({
  ...values,
  serviceTemplate: values.serviceTemplate.trim() || null,
  version,
})

/** Writes one message, with the variables at hand and beside it what a guest will read. */
export const TemplateEditor = ({ template }: { template: MessageTemplate }) => {
  const t = useT(templateStrings)
  const cache = useQueryClient()
  const { kind, language, version, custom } = template
  const params = { kind, language }
  const refresh = () => readAgain(cache, 'templates')
  const { form, ...panel } = useContractForm({
    draft: `template/${kind}/${language}`,
    schema: templatesApi.save.schema.body,
    initialValues: valuesOf(template),
    toBody: (values) => bodyOf(values, version),
    fieldOf: (path) => path.split('.')[0] ?? path,
    send: (body) => call(templatesApi.save, { params, body }),
    onSaved: () => {
      void refresh()
      void toast(t('saved'))
    },
  })
  const { subject, body } = form.getValues()
  const [wording] = useDebouncedValue({ subject, body }, 400)
  const preview = usePreview({ ...params, ...wording })
  const insert = useInsert((field, text) => form.setFieldValue(field, text))
  const reset = useUndoable({
    run: () => call(templatesApi.reset, { params }),
    undo: (before: MessageTemplate) =>
      call(templatesApi.save, {
        params,
        body: { ...bodyOf(valuesOf(before), 0), serviceParameters: before.serviceParameters },
      }),
    message: () => t('wasReset'),
    refreshes: ['templates'],
  })
  const error = (field: 'subject' | 'body') => faultsOf(preview.error, field) ?? form.errors[field]
  return (
    <div className={classes.editor}>
      <div className={classes.writing}>
        <FormPanel
          {...panel}
          submitLabel={t('save')}
          onTakeTheirs={() => void refresh()}
          notice={
            custom && (
              <Group mb="xs">
                <Button
                  variant="subtle"
                  color="gray"
                  size="xs"
                  px={0}
                  onClick={() => void reset(template)}
                >
                  {t('reset')}
                </Button>
              </Group>
            )
          }
        >
          <TextInput
            label={t('subject')}
            {...form.getInputProps('subject')}
            {...insert.into('subject')}
            error={error('subject')}
          />
          <VariableBar onChoose={insert.variable} />
          <Textarea
            label={t('body')}
            description={t('bodyHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            autosize
            minRows={12}
            {...form.getInputProps('body')}
            {...insert.into('body')}
            error={error('body')}
          />
          <FoldedPart
            label={t('service')}
            troubled={!!(form.errors.serviceTemplate || form.errors.serviceParameters)}
          >
            <TextInput
              label={t('serviceTemplate')}
              description={t('serviceTemplateHelp')}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps('serviceTemplate')}
            />
            <TagsInput
              label={t('serviceParameters')}
              description={t('serviceParametersHelp')}
              data={[...templateVariable.options]}
              allowDuplicates
              {...form.getInputProps('serviceParameters')}
              error={form.errors.serviceParameters && t('notAVariable')}
            />
          </FoldedPart>
        </FormPanel>
      </div>
      <TemplatePreview preview={preview} />
    </div>
  )
}
