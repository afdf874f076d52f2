import { Text } from '@mantine/core'
import { type Series, type SeriesEffect, seriesApi } from '@ngopi/shared/series'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { seriesStrings } from './series.strings.ts'
import { seriesOptions, useRefreshSeries } from './series-api.ts'
import { SeriesEffectDialog } from './series-effect-dialog.tsx'
import { hasEffect } from './series-effect-words.ts'
import { SeriesFields } from './series-fields.tsx'
import { SeriesPreview } from './series-preview.tsx'
import { changesOf, seriesFieldOf, seriesValuesOf } from './series-values.ts'

interface ChangeFormProps {
  series: Series
  /** Where a split is proposed to begin; undefined changes all sessions to come. */
  from: string | undefined
  onSaved: (series: Series) => void
  onCancel: () => void
  onTakeTheirs: (current: Series) => void
}

interface Asked {
  body: { version: number }
  effect: SeriesEffect
}

/**
 * All sessions to come changed, or those from a day on. Saving first asks the server what would happen; where
 * anything would, a person reads it and saves once more.
 */
export const SeriesChangeForm = ({
  series,
  from,
  onSaved,
  onCancel,
  onTakeTheirs,
}: ChangeFormProps) => {
  const t = useT(seriesStrings)
  const cache = useQueryClient()
  const refresh = useRefreshSeries()
  const [opened] = useState(() => ({ ...seriesValuesOf(series), from: from ?? '' }))
  const [asked, setAsked] = useState<Asked>()
  const agreed = useRef('')
  // The version that was agreed to: a newer one where a person chose to save over somebody else's.
  const version = useRef(series.version)
  const splits = from !== undefined
  const { id, timeZone: zone } = series
  const params = { id }

  const f = useContractForm({
    draft: `series/${id}/${splits ? 'split' : 'change'}`,
    schema: splits ? seriesApi.split.schema.body : seriesApi.update.schema.body,
    initialValues: opened,
    toBody: (values) => ({
      version: version.current,
      ...changesOf(values, opened, zone),
      ...(splits ? { from: values.from } : {}),
    }),
    fieldOf: seriesFieldOf,
    send: async (body): Promise<Series | Asked> => {
      const { version: _, ...question } = body
      if (agreed.current !== JSON.stringify(body)) {
        const effect = await call(seriesApi.previewUpdate, { params, body: question })
        if (hasEffect(effect)) return { body, effect }
      }
      return 'from' in body && typeof body.from === 'string'
        ? call(seriesApi.split, { params, body: { ...body, from: body.from } })
        : call(seriesApi.update, { params, body })
    },
    onSaved: (answer) => {
      if ('effect' in answer) return setAsked(answer)
      cache.setQueryData(seriesOptions(answer.id).queryKey, answer)
      void refresh()
      onSaved(answer)
    },
  })
  const { values } = f.form
  const ruleTouched = 'rrule' in changesOf(values, opened, zone)
  return (
    <>
      <FormPanel
        {...f}
        wide
        submitLabel={t(splits ? 'form.split' : 'form.save')}
        onCancel={onCancel}
        onTakeTheirs={(current) => onTakeTheirs(current as Series)}
      >
        <SeriesFields
          form={f.form}
          zone={zone}
          withStart={!splits}
          first={
            splits && (
              <>
                <DayField
                  label={t('form.from')}
                  lean="future"
                  value={values.from}
                  onChange={(day) => f.form.setFieldValue('from', day)}
                  error={f.form.errors.from}
                />
                <Text c="dimmed">{t('form.splitHint')}</Text>
              </>
            )
          }
          preview={
            <SeriesPreview
              values={values}
              zone={zone}
              // A rule that a split leaves alone is counted on from its own first day.
              {...(splits && ruleTouched && values.from ? { startsOn: values.from } : {})}
            />
          }
        />
      </FormPanel>
      <SeriesEffectDialog
        title={t(splits ? 'effect.splitTitle' : 'effect.title')}
        submitLabel={t(splits ? 'form.split' : 'form.save')}
        effect={asked?.effect}
        zone={zone}
        onClose={() => setAsked(undefined)}
        onAgree={() => {
          if (!asked) return
          version.current = asked.body.version
          agreed.current = JSON.stringify(asked.body)
          setAsked(undefined)
          f.submit()
        }}
      />
    </>
  )
}
