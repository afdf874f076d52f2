import { Button } from '@mantine/core'
import { lettersApi } from '@ngopi/shared/letters'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { addressOf } from '../../lib/api.ts'
import { download } from '../../lib/download.ts'
import { ask } from '../../lib/query.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { lettersStrings } from '../letters/letters.strings.ts'

interface GuestLetterProps {
  sessionId: string
  invitationId: string
}

/** The formal letter to one guest; nothing while the session has none. */
export const GuestLetter = ({ sessionId, invitationId }: GuestLetterProps) => {
  const t = useT(lettersStrings)
  const { data: letter } = useQuery(ask(lettersApi.get, { params: { id: sessionId } }))
  const printing = useMutation({
    mutationFn: () =>
      download(
        addressOf(lettersApi.pdf, { params: { id: sessionId }, query: { invitationId } }),
        'surat-undangan.pdf',
      ),
  })
  if (!letter?.saved) return null
  return (
    <div>
      <Button
        variant="default"
        size="sm"
        leftSection={<Icon name="download" size={18} />}
        loading={printing.isPending}
        onClick={() => printing.mutate()}
      >
        {t('forOne')}
      </Button>
      {printing.error && <ErrorNotice error={printing.error} />}
    </div>
  )
}
