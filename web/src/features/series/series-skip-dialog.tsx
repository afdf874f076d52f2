import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { type Series, seriesApi } from '@ngopi/shared/series'
import type { SessionListItem } from '@ngopi/shared/sessions'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { formatDay } from '../../lib/format-time.ts'
import { ask } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { errorToast, undoToast } from '../../ui/toast.tsx'
import { seriesStrings } from './series.strings.ts'
import { useNamedDays, useRefreshSeries } from './series-api.ts'
import { effectWords } from './series-effect-words.ts'

interface SkipProps {
  series: Series
  sessions: readonly SessionListItem[]
  onClose: () => void
}

/** The days that can still be skipped: of the sessions made, and the next that the rule names. */
const useDays = (series: Series, sessions: readonly SessionListItem[]) => {
  const { days: named = [], error } = useNamedDays(series)
  const made = sessions.flatMap(({ occurrenceDate, offRule }) =>
    occurrenceDate && offRule === null ? occurrenceDate : [],
  )
  return { days: [...new Set([...made, ...named])].sort(), error }
}

const SkipForm = ({ series, sessions, onClose }: SkipProps) => {
  const t = useT(seriesStrings)
  const common = useT(commonStrings)
  const locale = useLocale()
  const refresh = useRefreshSeries()
  const { days, error: unread } = useDays(series, sessions)
  const [chosen, setDay] = useState<string>()
  const day = chosen ?? days[0] ?? ''
  const params = { id: series.id }
  const skippedDates = [...series.skippedDates, day].sort()
  const effect = useQuery({
    ...ask(seriesApi.previewUpdate, { params, body: { skippedDates } }),
    enabled: day !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  const takeBack = useMutation({
    mutationFn: (version: number) =>
      call(seriesApi.update, { params, body: { version, skippedDates: series.skippedDates } }),
    onError: (error) => void errorToast(error),
    onSettled: refresh,
  })
  const skip = useMutation({
    mutationFn: () =>
      call(seriesApi.update, { params, body: { version: series.version, skippedDates } }),
    onSuccess: (saved) => {
      onClose()
      void undoToast(t('skip.done', { day: formatDay(day, locale) }), () =>
        takeBack.mutate(saved.version),
      )
    },
    onSettled: refresh,
  })
  const error = skip.error ?? effect.error ?? unread
  return (
    <Stack gap="md">
      <Text>{t('skip.text')}</Text>
      <Select
        data-autofocus
        label={t('skip.day')}
        allowDeselect={false}
        data={days.map((value) => ({ value, label: formatDay(value, locale, { long: true }) }))}
        value={day}
        onChange={(picked) => setDay(picked ?? '')}
      />
      <Text role="status">
        {effect.data && !effect.isFetching
          ? effectWords(effect.data, locale)
          : t('effect.counting')}
      </Text>
      {error && <ErrorNotice error={error} />}
      <Group gap="sm" justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button
          loading={skip.isPending}
          disabled={!effect.data || effect.isFetching}
          onClick={() => skip.mutate()}
        >
          {t('skip.submit')}
        </Button>
      </Group>
    </Stack>
  )
}

/** One date of the series left out, the rule untouched. */
export const SeriesSkipDialog = ({ opened, ...props }: SkipProps & { opened: boolean }) => {
  const t = useT(seriesStrings)
  const common = useT(commonStrings)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={t('skip.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <SkipForm {...props} />
    </Modal>
  )
}
