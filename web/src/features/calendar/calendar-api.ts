import { type MoveEffect, type SessionListItem, sessionsApi } from '@ngopi/shared/sessions'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import type { Days } from '../../lib/period.ts'
import { keyOf, readAgain } from '../../lib/query.ts'
import { allSessions, sessionOptions } from '../sessions/api.ts'
import { type MovedTimes, moveBody } from './calendar-move.ts'

/** Every session of some days of the office's calendar, however many pages they fill. */
export const calendarSessions = (days: Days) =>
  queryOptions({
    queryKey: [...keyOf(sessionsApi.list, { query: days }), 'whole'],
    queryFn: ({ signal }) => allSessions(days, signal),
  })

interface Move {
  session: SessionListItem
  times: MovedTimes
  /** What the server said it means; undefined where it was not asked. */
  effect: MoveEffect | undefined
}

interface MoveOutcome {
  /** `undo` is there only where nobody was told. */
  onMoved: (move: Move, undo?: () => void) => void
  /** Somebody changed the session first: the calendar is as the server has it. */
  onStale: (session: SessionListItem, undoing: boolean) => void
  onFailed: (error: Error) => void
}

/**
 * Moves a session. Where no guest is told it is shown at once and can be taken back; else only
 * after the server did it, since what is sent to guests cannot be.
 */
export const useMoveSession = (days: Days, { onMoved, onStale, onFailed }: MoveOutcome) => {
  const cache = useQueryClient()
  const { queryKey } = calendarSessions(days)
  const patch = ({ session, times }: Omit<Move, 'effect'>) =>
    call(sessionsApi.update, { params: { id: session.id }, body: moveBody(session, times) })
  const failed = (error: Error, session: SessionListItem, undoing: boolean) =>
    error instanceof ApiError && error.code === 'stale'
      ? onStale(session, undoing)
      : onFailed(error)
  const refresh = () => readAgain(cache, 'sessions')

  const undo = useMutation({
    mutationFn: patch,
    onError: (error, { session }) => failed(error, session, true),
    onSettled: refresh,
  })
  return useMutation({
    mutationFn: (move: Move) => patch(move),
    onMutate: async ({ session, times, effect }) => {
      if (effect?.notified !== 0) return undefined
      // A reading under way would put the session back where it was.
      await cache.cancelQueries({ queryKey })
      const before = cache.getQueryData(queryKey)
      cache.setQueryData(queryKey, (before) =>
        before?.map((one) => (one.id === session.id ? { ...one, ...times } : one)),
      )
      return before
    },
    onSuccess: (saved, move) => {
      cache.setQueryData(sessionOptions(saved.id).queryKey, saved)
      const { startsAt, endsAt } = move.session
      const back = { session: saved, times: { startsAt, endsAt } }
      onMoved(move, move.effect?.notified === 0 ? () => undo.mutate(back) : undefined)
    },
    onError: (error, { session }, before) => {
      if (before) cache.setQueryData(queryKey, before)
      failed(error, session, false)
    },
    onSettled: refresh,
  })
}
