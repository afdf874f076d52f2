import { questionsApi } from '@ngopi/shared/questions'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { everyItem, keyUnder } from '../../lib/query.ts'

/** All questions of a session, first asked first; there are dozens at most. */
export const questionsOptions = (sessionId: string) =>
  queryOptions({
    queryKey: keyUnder('sessions', 'questions', sessionId),
    queryFn: ({ signal }) =>
      everyItem((after) =>
        call(
          questionsApi.list,
          { params: { id: sessionId }, query: { limit: 100, ...after } },
          { signal },
        ),
      ),
  })
