import { officesApi } from '@ngopi/shared/offices'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ask } from './query.ts'
import { useUser } from './use-session.ts'

/** The own office, known for as long as the app is open. */
export const askOwnOffice = (officeId: string) => ({
  ...ask(officesApi.get, { params: { id: officeId } }),
  staleTime: 600_000,
  gcTime: Number.POSITIVE_INFINITY,
})

/** The IANA zone of an office. Whatever shows or reads its hours waits until it is known, and shows no others. */
export const useZoneOf = (officeId: string): string =>
  useSuspenseQuery(askOwnOffice(officeId)).data.timeZone

/** The IANA zone of the own office. */
export const useOfficeZone = (): string => useZoneOf(useUser().office.id)
