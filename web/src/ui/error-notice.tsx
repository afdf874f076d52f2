import { Alert, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useLocale, useT } from '../i18n.tsx'
import { ApiError } from '../lib/api-error.ts'
import { errorText } from '../lib/error-text.ts'
import { formStrings } from '../lib/form.strings.ts'
import { Icon } from './icon.tsx'

interface ErrorNoticeProps {
  error: Error
  /** Says that what was typed is still there. */
  persisted?: boolean
  onRetry?: () => void
  /** Other ways on, as buttons. */
  children?: ReactNode
}

/** What happened, what is kept, what to do. */
export const ErrorNotice = ({ error, persisted = false, onRetry, children }: ErrorNoticeProps) => {
  const t = useT(formStrings)
  const common = useT(commonStrings)
  const locale = useLocale()
  const api = error instanceof ApiError ? error : undefined
  const puzzling = !api || api.status >= 500
  return (
    <Alert variant="light" color="gray" icon={<Icon name="warning" />} role="alert">
      <Text>{errorText(error, locale)}</Text>
      {persisted && <Text c="dimmed">{t('kept')}</Text>}
      {puzzling && api?.requestId && (
        <Text c="dimmed" size="xs">
          {t('requestId', { id: api.requestId })}
        </Text>
      )}
      {(onRetry || children) && (
        <Group gap="xs" mt="xs">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {common('retry')}
            </Button>
          )}
          {children}
        </Group>
      )}
    </Alert>
  )
}
