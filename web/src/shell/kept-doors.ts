import { attendanceApi } from '@ngopi/shared/attendance'
import type { ResponseOf } from '@ngopi/shared/endpoint'
import { sessionsApi } from '@ngopi/shared/sessions'
import type { QueryClient } from '@tanstack/react-query'
import { keyOf } from '../lib/query.ts'
import { paths } from '../paths.ts'

/** A door that works without network: its session and its guests are kept on the device. */
export interface KeptDoor {
  readonly session: ResponseOf<typeof sessionsApi.get>
  /** When the list of guests was read or last changed, as an instant. */
  readonly asOf: string
  readonly path: string
}

type Sessions = ResponseOf<typeof sessionsApi.get>

/** The doors in the cache, the next session first. */
export const keptDoors = (cache: QueryClient): readonly KeptDoor[] => {
  const lists = cache
    .getQueryCache()
    .findAll({ queryKey: keyOf(attendanceApi.list, {}).slice(0, 2) })
  return cache
    .getQueriesData<Sessions>({ queryKey: keyOf(sessionsApi.get, {}).slice(0, 2) })
    .flatMap(([, session]): KeptDoor[] => {
      if (!session) return []
      const list = lists.find(({ queryKey, state }) => {
        const { params } = queryKey[2] as { params: { id: string } }
        return params.id === session.id && state.data !== undefined
      })
      if (!list) return []
      const asOf = new Date(list.state.dataUpdatedAt).toISOString()
      return [{ session, asOf, path: paths.door(session.id) }]
    })
    .sort((a, b) => Date.parse(a.session.startsAt) - Date.parse(b.session.startsAt))
}
