import { Button, Text } from '@mantine/core'
import { minutesApi } from '@ngopi/shared/minutes'
import { useMutation } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { addressOf } from '../../lib/api.ts'
import { download } from '../../lib/download.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { minutesStrings } from './minutes.strings.ts'

/** The printed minutes; `dirty`: something on screen is not saved yet. */
export const MinutesFiles = ({ sessionId, dirty }: { sessionId: string; dirty: boolean }) => {
  const t = useT(minutesStrings)
  const printing = useMutation({
    mutationFn: () =>
      download(addressOf(minutesApi.pdf, { params: { id: sessionId } }), 'notula.pdf'),
  })
  return (
    <div>
      <Button
        variant="default"
        fullWidth
        justify="flex-start"
        leftSection={<Icon name="download" size={18} />}
        loading={printing.isPending}
        onClick={() => printing.mutate()}
      >
        {t('pdf')}
      </Button>
      {dirty && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('pdfUnsaved')}
        </Text>
      )}
      {printing.error && <ErrorNotice error={printing.error} />}
    </div>
  )
}
