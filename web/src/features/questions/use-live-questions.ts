import { useQueryClient } from '@tanstack/react-query'
import { useSessionEvents } from '../../lib/use-session-events.ts'
import { questionsOptions } from './api.ts'

/** Keeps the questions of a session as they are on the server: order and turns belong together, so all are read. */
export const useLiveQuestions = (sessionId: string) => {
  const cache = useQueryClient()
  useSessionEvents(sessionId, (event) => {
    if (event.type === 'attendance') return
    void cache.invalidateQueries({ queryKey: questionsOptions(sessionId).queryKey })
  })
}
