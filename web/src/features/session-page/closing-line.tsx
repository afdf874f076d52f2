import { Text } from '@mantine/core'
import { closingsApi } from '@ngopi/shared/closings'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/link.tsx'
import { closingStrings } from '../closing/closing.strings.ts'

/** The counts kept when a session was closed, in one line, and the way to what follows. */
export const ClosingLine = ({ sessionId }: { sessionId: string }) => {
  const t = useT(closingStrings)
  const { data } = useQuery(ask(closingsApi.get, { params: { id: sessionId } }))
  return (
    <>
      {data?.counts && (
        <Text mt="md">
          {t('counts.kept')}: {t('counts.line', data.counts)}
        </Text>
      )}
      <Text mt={8}>
        <AppLink to={paths.finishSession(sessionId)}>{t('after')}</AppLink>
      </Text>
    </>
  )
}
