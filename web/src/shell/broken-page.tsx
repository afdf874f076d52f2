import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { commonStrings } from '../common.strings.ts'
import { useLocale, useT } from '../i18n.tsx'
import { ApiError } from '../lib/api-error.ts'
import { errorText } from '../lib/error-text.ts'
import { paths } from '../paths.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { shellStrings } from './shell.strings.ts'

/** After an update the chunks of the former build are gone from the server. */
const isMissingChunk = (error: Error) =>
  /dynamically imported|module script|preload/i.test(error.message)

/** Stands where a page failed; the rest of the app goes on. */
export const BrokenPage = ({ error: thrown, reset }: ErrorComponentProps) => {
  const t = useT(shellStrings)
  const common = useT(commonStrings)
  const locale = useLocale()
  const router = useRouter()
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />
  if (isMissingChunk(error))
    return (
      <EmptyState
        icon="warning"
        title={t('broken.title')}
        text={t('broken.updated')}
        action={<Button onClick={() => location.reload()}>{common('reload')}</Button>}
      />
    )
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <EmptyState
      icon="warning"
      title={t('broken.title')}
      text={`${errorText(error, locale)} ${t('broken.text')}`}
      action={<Button onClick={retry}>{common('retry')}</Button>}
    />
  )
}

export const NotFoundPage = () => {
  const t = useT(shellStrings)
  return (
    <EmptyState
      level={1}
      icon="search"
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={<ButtonLink to={paths.home}>{t('notFound.action')}</ButtonLink>}
    />
  )
}

/** Where no page is at all, so none of the app's frame stands around it. */
export const UnknownAddressPage = () => (
  <main>
    <NotFoundPage />
  </main>
)
