import { Alert, Text } from '@mantine/core'
import { type Office, officesApi } from '@ngopi/shared/offices'
import { useLocale, useT } from '../../i18n.tsx'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import { letterheadGaps } from './letter-values.ts'
import { lettersStrings } from './letters.strings.ts'

/** What the letterhead lacks and where to complete it; nothing where it is whole. */
export const LetterGaps = ({ office }: { office: Office }) => {
  const t = useT(lettersStrings)
  const locale = useLocale()
  const mayChange = useMay(officesApi.update)
  const gaps = letterheadGaps(office)
  if (gaps.length === 0) return null
  const list = new Intl.ListFormat(locale).format(gaps.map((gap) => t(`gap.${gap}`)))
  return (
    <Alert variant="default" icon={<Icon name="info" size={18} />} title={t('gaps')}>
      <Text size="sm">{t('gapsText', { list })}</Text>
      {mayChange ? (
        <AppLink to={paths.officeSettings} size="sm">
          {t('completeIt')}
        </AppLink>
      ) : (
        <Text size="sm" c="dimmed">
          {t('askAdmin')}
        </Text>
      )}
    </Alert>
  )
}
