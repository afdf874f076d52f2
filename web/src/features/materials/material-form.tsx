import { Select, Switch, TextInput } from '@mantine/core'
import { type Material, materialAudience, materialsApi } from '@ngopi/shared/materials'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { instantOf, wallClockIn } from '../../lib/wall-clock.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { materialsStrings } from './materials.strings.ts'

interface Values extends Record<string, unknown> {
  title: string
  url: string
  audience: Material['audience']
  embargoed: boolean
  day: string
  time: string
}

interface MaterialFormProps {
  session: { id: string; timeZone: string; endsAt: string }
  /** To change; a new link where there is none. */
  material?: Material
  onClose: () => void
}

/** A new link, or what is said of a material: title, for whom, from when. */
export const MaterialForm = ({ session, material, onClose }: MaterialFormProps) => {
  const t = useT(materialsStrings)
  const cache = useQueryClient()
  const zone = session.timeZone
  const valuesOf = (from?: Material): Values => ({
    title: from?.title ?? '',
    url: '',
    audience: from?.audience ?? 'invited',
    embargoed: Boolean(from?.embargoUntil),
    ...wallClockIn(from?.embargoUntil ?? session.endsAt, zone),
  })
  const embargo = ({ embargoed, day, time }: Values) =>
    // What is no time yet must not pass for no embargo.
    embargoed ? (instantOf({ day, time }, zone) ?? '') : null
  const shared = {
    initialValues: valuesOf(material),
    fieldOf: (path: string) => (path === 'embargoUntil' ? 'day' : path),
    onSaved: () => {
      void readAgain(cache, 'sessions')
      toast(t(material ? 'saved' : 'addedLink'))
      onClose()
    },
  }
  const adding = useContractForm({
    draft: `material/${session.id}/new`,
    ...shared,
    schema: materialsApi.addLink.schema.body,
    toBody: (values: Values) => ({
      title: values.title,
      url: values.url,
      audience: values.audience,
      embargoUntil: embargo(values),
    }),
    send: (body) => call(materialsApi.addLink, { params: { id: session.id }, body }),
  })
  const changing = useContractForm({
    draft: `material/${material?.id}`,
    ...shared,
    schema: materialsApi.update.schema.body,
    toBody: (values: Values) => ({
      version: material?.version ?? 1,
      title: values.title,
      audience: values.audience,
      embargoUntil: embargo(values),
    }),
    send: (body) => call(materialsApi.update, { params: { id: material?.id ?? '' }, body }),
  })
  const f = material ? changing : adding
  const { form } = f
  return (
    <FormPanel {...f} submitLabel={t('form.save')} onCancel={onClose}>
      <TextInput
        data-autofocus
        withAsterisk
        label={t('form.title')}
        {...form.getInputProps('title')}
      />
      {!material && (
        <TextInput
          withAsterisk
          type="url"
          placeholder="https://"
          label={t('form.url')}
          {...form.getInputProps('url')}
        />
      )}
      <Select
        label={t('form.audience')}
        allowDeselect={false}
        data={materialAudience.options.map((value) => ({ value, label: t(`audience.${value}`) }))}
        {...form.getInputProps('audience')}
      />
      <Switch
        label={t('form.embargo')}
        description={t('form.embargoHint')}
        {...form.getInputProps('embargoed', { type: 'checkbox' })}
      />
      {form.values.embargoed && (
        <>
          <DayField
            label={t('form.day')}
            value={form.values.day}
            onChange={(day) => form.setFieldValue('day', day)}
            error={form.errors.day && t('form.embargoIncomplete')}
          />
          <TimeField
            label={t('form.time')}
            value={form.values.time}
            onChange={(time) => form.setFieldValue('time', time)}
          />
        </>
      )}
    </FormPanel>
  )
}
