import { type Locale, translator } from '../i18n.tsx'
import { ApiError } from './api-error.ts'
import { formStrings } from './form.strings.ts'

/** The sentence for any failure, in the user's language. */
export const errorText = (error: Error, locale?: Locale): string => {
  const t = translator(formStrings, locale)
  if (!(error instanceof ApiError)) return t('problem.internal')
  return error.code === 'too_many_requests'
    ? t('problem.too_many_requests', { seconds: error.retryAfter ?? 0 })
    : t(`problem.${error.code}`)
}
