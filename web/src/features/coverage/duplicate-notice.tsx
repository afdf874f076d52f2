import { Alert, Text } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import { coverageStrings } from './coverage.strings.ts'

interface Existing {
  id: string
  title: string
  outlet: { name: string }
}

/** The same article is there already: which, and the way to it. */
export const DuplicateNotice = ({ duplicates }: { duplicates: readonly Existing[] }) => {
  const t = useT(coverageStrings)
  if (duplicates.length === 0) return null
  return (
    <Alert variant="light" color="gray" icon={<Icon name="info" />} title={t('duplicate.title')}>
      {duplicates.map(({ id, title, outlet }) => (
        <div key={id}>
          <Text>{t('duplicate.at', { title, outlet: outlet.name })}</Text>
          <AppLink to={paths.coverage(id)}>{t('duplicate.open')}</AppLink>
        </div>
      ))}
    </Alert>
  )
}

/** The record an error of the kind `duplicate` came with, if it did. */
export const existingIn = (current: unknown): Existing[] => {
  const { id, title, outlet } = (current ?? {}) as Partial<Record<keyof Existing, unknown>>
  const name = (outlet as { name?: unknown } | undefined)?.name
  return typeof id === 'string' && typeof title === 'string'
    ? [{ id, title, outlet: { name: typeof name === 'string' ? name : '' } }]
    : []
}
