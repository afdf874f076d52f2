import type { z } from 'zod'
import { type Locale, translator } from '../i18n.tsx'
import { formStrings } from './form.strings.ts'

type Issue = z.core.$ZodIssue

/** The contract's own checks that a form can fail. */
const ownChecks = [
  'timeZone',
  'webAddress',
  'untilBeforeFrom',
  'onePrimary',
  'endBeforeStart',
  'remindersOnce',
  'quietEmpty',
  'minutesTooLong',
  'unstorable',
  'oneLine',
  'instantYears',
  'dayYears',
  'sessionTooLong',
] as const

const emptyAt = (body: unknown, path: readonly PropertyKey[]): boolean => {
  let value = body
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step]
  return value === undefined || value === null || value === ''
}

/**
 * What is wrong, in a person's words. zod's own texts speak of types and input; these speak of
 * the field. A contract's own check names its text by `params.key`.
 *
 * @param body what was checked, to tell an empty field from a wrong one
 */
export const issueText = (issue: Issue, body: unknown, locale?: Locale): string => {
  const t = translator(formStrings, locale)
  if (emptyAt(body, issue.path)) return t('field.required')
  switch (issue.code) {
    case 'too_small': {
      const min = String(issue.minimum)
      if (issue.origin === 'string') return t('field.tooShort', { min })
      return issue.origin === 'array' ? t('field.tooFew', { min }) : t('field.tooSmall', { min })
    }
    case 'too_big': {
      const max = String(issue.maximum)
      if (issue.origin === 'string') return t('field.tooLong', { max })
      return issue.origin === 'array' ? t('field.tooMany', { max }) : t('field.tooBig', { max })
    }
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int'
        ? t('field.number')
        : t('field.other')
    case 'invalid_format':
      if (issue.format === 'email') return t('field.email')
      if (issue.format === 'url') return t('field.url')
      if (issue.format === 'date' || issue.format === 'datetime') return t('field.date')
      if (issue.format === 'time') return t('field.time')
      return issue.format === 'uuid' ? t('field.choice') : t('field.other')
    case 'invalid_value':
      return t('field.choice')
    case 'custom': {
      if (issue.params?.key === 'visible') return t('field.required')
      const key = ownChecks.find((check) => check === issue.params?.key)
      return t(key ? `field.${key}` : 'field.other')
    }
    default:
      return t('field.other')
  }
}
