import { Button, Stack, Text, Title } from '@mantine/core'
import { type Letter, lettersApi } from '@ngopi/shared/letters'
import { useMutation } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { addressOf } from '../../lib/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { takePaper } from '../papers/api.ts'
import { lettersStrings } from './letters.strings.ts'

interface LetterFilesProps {
  letter: Letter
  /** Something on screen is not saved yet. */
  dirty: boolean
}

/** The files printed of a saved letter, and the page that proves it. */
export const LetterFiles = ({ letter, dirty }: LetterFilesProps) => {
  const t = useT(lettersStrings)
  const printing = useMutation({
    mutationFn: (all: boolean) =>
      takePaper({
        address: addressOf(lettersApi.pdf, {
          params: { id: letter.sessionId },
          query: all ? { all: '1' } : {},
        }),
        fallback: 'surat-undangan.pdf',
        sessionId: letter.sessionId,
        kind: 'letters',
      }),
  })
  if (!letter.saved)
    return (
      <section>
        <Title order={2} mb="xs">
          {t('files')}
        </Title>
        <Text c="dimmed">{t('filesFirst')}</Text>
      </section>
    )
  const pending = printing.isPending
  const icon = <Icon name="download" size={18} />
  return (
    <Stack gap="xl">
      <section>
        <Title order={2} mb="sm">
          {t('files')}
        </Title>
        <Stack gap="md">
          <div>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              leftSection={icon}
              loading={pending && !printing.variables}
              disabled={pending}
              onClick={() => printing.mutate(false)}
            >
              {t('general')}
            </Button>
            <Text size="sm" c="dimmed" mt={4}>
              {t('generalHelp')}
            </Text>
          </div>
          <div>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              leftSection={icon}
              loading={pending && printing.variables}
              disabled={pending || letter.guests === 0}
              onClick={() => printing.mutate(true)}
            >
              {t('forAll', { count: letter.guests })}
            </Button>
            <Text size="sm" c="dimmed" mt={4} role="status">
              {letter.guests === 0
                ? t('noGuests')
                : pending && printing.variables
                  ? t('preparing', { count: letter.guests })
                  : t('forAllHelp')}
            </Text>
          </div>
          {dirty && <Text size="sm">{t('unsaved')}</Text>}
          {printing.error && (
            <ErrorNotice
              error={printing.error}
              onRetry={() => printing.mutate(printing.variables)}
            />
          )}
        </Stack>
      </section>
      {letter.proofUrl && (
        <section>
          <Title order={2} mb="xs">
            {t('proof')}
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            {t('proofHelp')}
          </Text>
          <Button
            component="a"
            href={letter.proofUrl}
            target="_blank"
            rel="noreferrer"
            variant="subtle"
            px={0}
            rightSection={<Icon name="external" size={16} />}
          >
            {t('openProof')}
          </Button>
        </section>
      )}
    </Stack>
  )
}
