import { type Question, questionsApi } from '@ngopi/shared/questions'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

/** All questions of a session, first asked first; there are dozens at most. */
export const questionsOptions = (sessionId: string) =>
  queryOptions({
    queryKey: ['sessions', 'questions', sessionId],
    queryFn: async ({ signal }) => {
      const all: Question[] = []
      let cursor: string | null = null
      do {
        const page: { items: Question[]; nextCursor: string | null } = await call(
          questionsApi.list,
          { params: { id: sessionId }, query: { limit: 100, ...(cursor ? { cursor } : {}) } },
          { signal },
        )
        all.push(...page.items)
        cursor = page.nextCursor
      } while (cursor)
      return all
    },
  })
