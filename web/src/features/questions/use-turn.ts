import { type Question, type QuestionState, questionsApi } from '@ngopi/shared/questions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { errorToast } from '../../ui/toast.tsx'
import { questionsOptions } from './api.ts'
import { reordered } from './question-parts.ts'

/** Gives the floor, takes it, sets aside: changes the state of a question and reads the list again. */
export const useTurn = () => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ question, state }: { question: Question; state: QuestionState }) =>
      call(questionsApi.update, {
        params: { id: question.id },
        body: { version: question.version, state },
      }),
    onError: (error) => void errorToast(error),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: ['sessions'] }),
        cache.invalidateQueries({ queryKey: ['home'] }),
      ]),
  })
}

/** Puts the waiting questions in an order, shown before the server has answered. */
export const useOrder = (sessionId: string) => {
  const cache = useQueryClient()
  const { queryKey } = questionsOptions(sessionId)
  return useMutation({
    mutationFn: (questionIds: string[]) =>
      call(questionsApi.order, { params: { id: sessionId }, body: { questionIds } }),
    onMutate: async (questionIds) => {
      await cache.cancelQueries({ queryKey })
      cache.setQueryData(queryKey, (old) => old && reordered(old, questionIds))
    },
    onError: (error) => void errorToast(error),
    onSettled: () => cache.invalidateQueries({ queryKey }),
  })
}
