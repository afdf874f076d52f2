import { Button, FileButton, Stack, Text, Textarea } from '@mantine/core'
import { holidaysApi } from '@ngopi/shared/holidays'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FormPanel } from '../../ui/form-panel.tsx'
import { Icon } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.tsx'
import { fileText, largestFile } from './file-text.ts'
import { importStrings } from './import.strings.ts'
import { DayTable, ProblemList } from './import-preview.tsx'
import { delimiterOf, type ReadDays, readDays } from './read-days.ts'
import { holidayReaders } from './use-office-word.ts'

const maxItems = 400
const nothing: ReadDays = { days: [], problems: [] }

const parse = async (text: string): Promise<ReadDays> => {
  const { parseCsv } = await import('hucre/csv')
  // One more than may be sent, and a line of titles, and what people leave empty.
  const rows = parseCsv(text, { delimiter: delimiterOf(text), maxRows: 4 * maxItems })
  return readDays(rows.map((cells) => cells.map((cell) => String(cell ?? ''))))
}

/** A list of days: read and checked here, shown, and only then sent, all of it or nothing. */
export const ImportForm = ({ onClose }: { onClose: () => void }) => {
  const t = useT(importStrings)
  const locale = useLocale()
  const cache = useQueryClient()
  const found = useRef<HTMLDivElement>(null)
  const [fileError, setFileError] = useState<ReactNode>()
  const [text, setText] = useState('')
  const {
    data: read = nothing,
    error: unreadable,
    isPlaceholderData: isFormer,
  } = useQuery({
    queryKey: ['read-days', text],
    queryFn: () => parse(text),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const { days, problems } = text.trim() === '' ? nothing : read
  const tooMany = days.length > maxItems
  const f = useContractForm({
    draft: null,
    schema: holidaysApi.import.schema.body,
    initialValues: {},
    toBody: () => ({ days: days.map(({ date, name, kind }) => ({ date, name, kind })) }),
    send: (body) => call(holidaysApi.import, { body }),
    onSaved: (answer) => {
      void readAgain(cache, ...holidayReaders)
      onClose()
      void toast(t('done', answer))
    },
  })
  // What only the server finds comes with the number of the day in what was sent.
  const refused = Object.entries(f.form.errors).flatMap(([path, message]) => {
    const line = days[Number(path.match(/^days\.(\d+)/)?.[1])]?.line
    return line === undefined ? [] : [{ line, text: String(message) }]
  })
  const choose = async (file: File | null) => {
    setFileError(undefined)
    if (!file) return
    if (file.size > largestFile) setFileError(t('tooLarge', { size: largestFile / 1000 }))
    else {
      f.form.clearErrors()
      setText(fileText(new Uint8Array(await file.arrayBuffer())))
    }
  }
  const ready = days.length > 0 && problems.length === 0 && !tooMany && !isFormer
  return (
    <FormPanel
      {...f}
      submit={(event) => {
        if (problems.length === 0 && !tooMany && !isFormer) return f.submit(event)
        event?.preventDefault()
        found.current?.focus()
      }}
      submitLabel={t('submit', { count: problems.length === 0 ? days.length : 0 })}
      onCancel={onClose}
      notice={ready && <Text c="dimmed">{t('note')}</Text>}
    >
      <Text c="dimmed">{t('hint')}</Text>
      <div>
        <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<Icon name="upload" size={18} />}>
              {t('file')}
            </Button>
          )}
        </FileButton>
        {fileError && (
          <Text c="var(--mantine-color-error)" size="xs" mt={4} role="alert">
            {fileError}
          </Text>
        )}
      </div>
      <Textarea
        label={t('pasted')}
        placeholder={t('example')}
        // A long list scrolls in the field, so that what was read from it stays in view.
        autosize={false}
        rows={6}
        spellCheck={false}
        value={text}
        error={f.form.errors.days && t('nothing')}
        onChange={(event) => {
          f.form.clearErrors()
          setText(event.currentTarget.value)
        }}
      />
      <Stack gap="sm" ref={found} tabIndex={-1}>
        {unreadable && <ErrorNotice error={unreadable} persisted />}
        {tooMany && <Text role="alert">{t('tooMany', { max: maxItems })}</Text>}
        <ProblemList
          problems={[
            ...problems.map(({ line, problem }) => ({
              line,
              text: t(`problem.${problem.kind}`, {
                value: 'value' in problem ? problem.value : '',
                max: 'max' in problem ? problem.max : 0,
                line: 'line' in problem ? problem.line : 0,
              }),
            })),
            ...refused,
          ]}
        />
        {days.length > 0 && <DayTable days={days} locale={locale} />}
      </Stack>
    </FormPanel>
  )
}
