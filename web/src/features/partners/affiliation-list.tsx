import { Stack, Text } from '@mantine/core'
import type { Journalist } from '@ngopi/shared/journalists'
import { useLocale, useT } from '../../i18n.tsx'
import { formatMonth } from '../../lib/format-time.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/link.tsx'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'

type Affiliation = Journalist['affiliations'][number]

const latestFirst = (a: Affiliation, b: Affiliation) =>
  (b.until ?? '9').localeCompare(a.until ?? '9') ||
  Number(b.isPrimary) - Number(a.isPrimary) ||
  (b.from ?? '').localeCompare(a.from ?? '')

const usePeriod = () => {
  const t = useT(journalistStrings)
  const locale = useLocale()
  return ({ from, until }: Affiliation) => {
    const [start, end] = [from && formatMonth(from, locale), until && formatMonth(until, locale)]
    if (start && end) return t('period.closed', { from: start, until: end })
    if (start) return t('period.open', { from: start })
    return end ? t('period.ended', { until: end }) : ''
  }
}

/** Where somebody works and worked: the present first. */
export const AffiliationList = ({ affiliations }: { affiliations: readonly Affiliation[] }) => {
  const t = useT(journalistStrings)
  const period = usePeriod()
  if (affiliations.length === 0) return <Text c="dimmed">{t('noAffiliations')}</Text>
  const several = affiliations.length > 1
  return (
    <Stack gap="sm">
      {affiliations.toSorted(latestFirst).map((affiliation) => {
        const { id, outletId, outletName, position, isPrimary } = affiliation
        const parts = [position, several && isPrimary && t('primary'), period(affiliation)]
        return (
          <div key={id}>
            <AppLink to={paths.outlet(outletId)}>{outletName}</AppLink>
            <Text c="dimmed" size="xs">
              {parts.filter(Boolean).join(' · ')}
            </Text>
          </div>
        )
      })}
    </Stack>
  )
}
