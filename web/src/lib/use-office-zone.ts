import { officesApi } from '@ngopi/shared/offices'
import { useQuery } from '@tanstack/react-query'
import { ask } from './query.ts'
import { useUser } from './use-session.ts'

/** The IANA zone of the own office; `Asia/Jakarta` until it is known. */
export const useOfficeZone = (): string => {
  const { office } = useUser()
  const { data } = useQuery({
    ...ask(officesApi.get, { params: { id: office.id } }),
    staleTime: 600_000,
  })
  return data?.timeZone ?? 'Asia/Jakarta'
}
