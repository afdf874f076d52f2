import { Box } from '@mantine/core'
import { officesApi } from '@ngopi/shared/offices'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../lib/query.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { SendingFacts } from './sending-facts.tsx'
import { SendingForm } from './sending-form.tsx'

/** How the messages of the own office go out. */
export const SendingPage = () => {
  const user = useUser()
  const mayChange = useMay(officesApi.update)
  const {
    data: office,
    error,
    refetch,
  } = useQuery(ask(officesApi.get, { params: { id: user.office.id } }))
  return (
    <Box mt="lg" maw={560}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!office && !error && <SkeletonRows rows={6} />}
      {office &&
        (mayChange ? (
          <SendingForm key={office.version} office={office} />
        ) : (
          <SendingFacts office={office} />
        ))}
    </Box>
  )
}
