import { Group, SegmentedControl, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { ApiError } from '../../lib/api-error.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { MailLook } from './mail-look.tsx'
import { templateStrings } from './template.strings.ts'
import classes from './templates.module.css'
import type { Preview } from './use-preview.ts'

/** What a real guest would read, by WhatsApp or as a mail. */
export const TemplatePreview = ({ preview }: { preview: Preview }) => {
  const t = useT(templateStrings)
  const [look, setLook] = useState('whatsapp')
  const { data, error, isFetching, complete } = preview
  const faulty = error instanceof ApiError && error.fields.length > 0
  return (
    <section className={classes.preview} aria-label={t('preview')} aria-busy={isFetching}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Title order={3} size="sm">
          {t('preview')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('preview')}
          value={look}
          onChange={setLook}
          data={[
            { value: 'whatsapp', label: t('shownAs.whatsapp') },
            { value: 'mail', label: t('shownAs.mail') },
          ]}
        />
      </Group>
      {faulty && (
        <Text size="sm" c="dimmed">
          {t('previewFaulty')}
        </Text>
      )}
      {error && !faulty && <ErrorNotice error={error} onRetry={() => void preview.refetch()} />}
      {!complete && (
        <Text size="sm" c="dimmed">
          {t('previewEmpty')}
        </Text>
      )}
      {complete && !data && !error && <SkeletonRows rows={6} />}
      {data && !error && (
        <>
          {look === 'whatsapp' ? (
            <p className={classes.bubble}>{data.text}</p>
          ) : (
            <MailLook subject={data.subject} html={data.html} />
          )}
          <Text size="xs" c="dimmed">
            {data.guest === null ? t('previewMadeUp') : t('previewOf', { name: data.guest })}
          </Text>
        </>
      )}
    </section>
  )
}
