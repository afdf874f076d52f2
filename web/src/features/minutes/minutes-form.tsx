import { Button, Input, Skeleton, Text, TextInput, Title } from '@mantine/core'
import type { MinutesBody } from '@ngopi/shared/minutes'
import { lazy, Suspense, useId } from 'react'
import { useT } from '../../i18n.tsx'
import type { ContractForm } from '../../lib/use-contract-form.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import classes from './minutes.module.css'
import { minutesStrings } from './minutes.strings.ts'
import type { MinutesValues } from './minutes-values.ts'

const MinutesEditor = lazy(() =>
  import('./minutes-editor.tsx').then((module) => ({ default: module.MinutesEditor })),
)

interface MinutesFormProps {
  form: ContractForm<MinutesValues>
  /** Changes whenever the text was replaced from outside the editor. */
  revision: number
  onDone: () => void
  onTakeTheirs: (current: unknown) => void
  onRedraft: () => void
  redrafting: boolean
}

/** The text of the minutes and who stands for it. */
export const MinutesForm = ({
  form: { form, ...panel },
  revision,
  onDone,
  onTakeTheirs,
  onRedraft,
  redrafting,
}: MinutesFormProps) => {
  const t = useT(minutesStrings)
  const label = useId()
  const wrong = useId()
  const { body: bodyError } = form.errors
  return (
    <FormPanel {...panel} wide submitLabel={t('save')} onTakeTheirs={onTakeTheirs}>
      <div className={classes.two}>
        <TextInput label={t('chair')} {...form.getInputProps('chair')} />
        <TextInput label={t('minuteTaker')} {...form.getInputProps('minuteTaker')} />
        <TimeField
          label={t('closedAt')}
          value={form.values.closingTime}
          onChange={(time) => form.setFieldValue('closingTime', time)}
          error={form.errors.closingTime}
        />
      </div>
      <div>
        <Input.Label id={label} component="div">
          {t('body')}
        </Input.Label>
        <Suspense fallback={<Skeleton height={420} radius="md" />}>
          <MinutesEditor
            key={revision}
            body={form.values.body}
            onChange={(body: MinutesBody) => form.setFieldValue('body', body)}
            labelledBy={label}
            errorId={bodyError ? wrong : undefined}
          />
        </Suspense>
        {bodyError && (
          <Input.Error id={wrong} mt={4}>
            {bodyError}
          </Input.Error>
        )}
        <Button mt="xs" size="compact-sm" variant="subtle" loading={redrafting} onClick={onRedraft}>
          {t('redraft')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('redraftHelp')}
        </Text>
      </div>
      <section>
        <Title order={2} mb="sm">
          {t('signature')}
        </Title>
        <div className={classes.two}>
          <TextInput label={t('name')} {...form.getInputProps('name')} />
          <TextInput label={t('position')} {...form.getInputProps('title')} />
          <TextInput label={t('rank')} {...form.getInputProps('rank')} />
          <TextInput label={t('nip')} {...form.getInputProps('nip')} />
        </div>
      </section>
      <Button variant="subtle" color="gray" onClick={onDone} style={{ alignSelf: 'flex-start' }}>
        {t('done')}
      </Button>
    </FormPanel>
  )
}
