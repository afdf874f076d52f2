import { reportsApi } from '@ngopi/shared/reports'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../lib/query.ts'
import { useMay } from '../lib/use-session.ts'
import type { Entry } from './navigation.ts'

/** What waits behind each entry; Beranda reads the same answer. */
export const useNavCounts = (): Partial<Record<Entry['key'], number>> => {
  const allowed = useMay(reportsApi.home)
  const { data } = useQuery({ ...ask(reportsApi.home), enabled: allowed, staleTime: 60_000 })
  if (!data) return {}
  return {
    sessions: data.due.silentInvitees + data.due.needsReconfirmation,
    coverage: data.due.coverageToReview,
    journalists: data.due.provisionalJournalists,
  }
}
