import { Loader, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { coverageApi } from '@ngopi/shared/coverage'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { coverageStrings } from './coverage.strings.ts'
import { type CoverageValues, filledFrom, isAddress, type Preview } from './coverage-values.ts'
import { DuplicateNotice } from './duplicate-notice.tsx'

interface UrlFieldProps {
  form: UseFormReturnType<CoverageValues>
  zone: string
  onRead: (preview: Preview) => void
}

/** The address first: pasted, the page is read and fills what is still empty. */
export const UrlField = ({ form, zone, onRead }: UrlFieldProps) => {
  const t = useT(coverageStrings)
  // The address of what is being changed was read when it was recorded, and would now be its own duplicate.
  const asked = useRef(form.values.url.trim())
  const preview = useMutation({
    mutationFn: (url: string) => call(coverageApi.preview, { body: { url } }),
    onSuccess: (previewed, url) => {
      // The address may have been changed while the page was read.
      if (form.getValues().url.trim() !== url) return
      form.setValues(filledFrom(previewed, form.getValues(), zone))
      onRead(previewed)
    },
  })
  const read = (text: string) => {
    const url = text.trim()
    if (!isAddress(url) || asked.current === url) return
    asked.current = url
    preview.mutate(url)
  }
  const props = form.getInputProps('url')
  const current = preview.variables === form.values.url.trim()
  const hint = preview.isPending
    ? t('form.reading')
    : current && preview.isSuccess
      ? t(preview.data.title ? 'form.read' : 'form.unread')
      : current && preview.isError
        ? t('form.unread')
        : t('form.urlHint')
  return (
    <>
      <TextInput
        type="url"
        inputMode="url"
        label={t('form.url')}
        description={<span aria-live="polite">{hint}</span>}
        placeholder="https://"
        withAsterisk
        data-autofocus
        autoComplete="off"
        rightSection={preview.isPending ? <Loader size={16} /> : undefined}
        {...props}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          // Into an empty field: take it whole, without the blanks around it.
          if (form.getValues().url || !isAddress(pasted)) return
          event.preventDefault()
          form.setFieldValue('url', pasted.trim())
          read(pasted)
        }}
        onBlur={(event) => {
          props.onBlur(event)
          read(event.currentTarget.value)
        }}
      />
      {current && <DuplicateNotice duplicates={preview.data?.duplicates ?? []} />}
    </>
  )
}
