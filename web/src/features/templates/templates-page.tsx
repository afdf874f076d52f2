import { Box, SegmentedControl, Stack, Text } from '@mantine/core'
import {
  type MessageTemplate,
  messageKind,
  messageLanguage,
  templatesApi,
} from '@ngopi/shared/templates'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { oneOf, useSearchParams } from '../../lib/search-params.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { templateStrings } from './template.strings.ts'
import { TemplateList } from './template-list.tsx'
import { TemplateView } from './template-view.tsx'

const spec = { bahasa: oneOf(['en']), pesan: oneOf(messageKind.options) }

/** Every message of the office in one language, or one of them to be written. */
export const TemplatesPage = () => {
  const t = useT(templateStrings)
  const [{ bahasa, pesan: kind }, setShown] = useSearchParams(spec)
  const language = bahasa ?? 'id'
  const { data, error, refetch } = useQuery(ask(templatesApi.list, {}))
  const shown = data?.items.filter((item: MessageTemplate) => item.language === language) ?? []
  const opened = shown.find((item) => item.kind === kind)
  return (
    <Box mt="lg">
      <Stack gap="lg">
        {!kind && (
          <Text c="dimmed" maw={560}>
            {t('intro')}
          </Text>
        )}
        <SegmentedControl
          aria-label={t('language')}
          style={{ alignSelf: 'flex-start' }}
          data={messageLanguage.options.map((value) => ({
            value,
            label: t(`languageName.${value}`),
          }))}
          value={language}
          onChange={(chosen) => setShown({ bahasa: chosen === 'en' ? 'en' : undefined })}
        />
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={9} />}
        {data && !opened && (
          <TemplateList
            templates={shown}
            onOpen={(chosen) => setShown({ pesan: chosen }, { push: true })}
          />
        )}
        {opened && (
          <TemplateView
            template={opened}
            onClose={() => setShown({ pesan: undefined }, { push: true })}
          />
        )}
      </Stack>
    </Box>
  )
}
