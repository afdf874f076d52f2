import { Box, Stack, Text } from '@mantine/core'
import { type Office, officesApi } from '@ngopi/shared/offices'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { OfficeForm } from './office-form.tsx'
import { settingsStrings } from './settings.strings.ts'

const OfficeFacts = ({ office }: { office: Office }) => {
  const t = useT(settingsStrings)
  const facts = [
    [t('officeName'), office.name],
    [t('city'), office.city],
    [t('timeZone'), office.timeZone],
    [
      t('pressContact'),
      office.pressContact &&
        [office.pressContact.name, office.pressContact.phone, office.pressContact.email]
          .filter(Boolean)
          .join(' · '),
    ],
    [t('letterhead'), office.letterhead.lines.join('\n')],
    [
      t('signatory'),
      [office.letterhead.signatoryName, office.letterhead.signatoryTitle]
        .filter(Boolean)
        .join(', '),
    ],
  ] as const
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('readOnly')}</Text>
      <dl>
        {facts.map(
          ([label, value]) =>
            value && (
              <Box key={label} mb="sm">
                <Text component="dt" size="sm" c="dimmed">
                  {label}
                </Text>
                <Text component="dd" m={0} style={{ whiteSpace: 'pre-line' }}>
                  {value}
                </Text>
              </Box>
            ),
        )}
      </dl>
    </Stack>
  )
}

export const OfficePage = () => {
  const user = useUser()
  const mayChange = useMay(officesApi.update)
  const {
    data: office,
    error,
    refetch,
  } = useQuery(ask(officesApi.get, { params: { id: user.office.id } }))
  return (
    <Box maw={720}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!office && !error && <SkeletonRows rows={6} />}
      {office &&
        (mayChange ? (
          <OfficeForm key={office.version} office={office} />
        ) : (
          <OfficeFacts office={office} />
        ))}
    </Box>
  )
}
