import { type Question, type QuestionState, questionsApi } from '@ngopi/shared/questions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { readAgain } from '../../lib/query.ts'
import { errorToast } from '../../ui/toast.tsx'
import { questionsOptions } from './api.ts'
import { reordered } from './question-parts.ts'

interface Turn {
  question: Question
  state: QuestionState
}

const setState = ({ id, version }: Question, state: QuestionState) =>
  call(questionsApi.update, { params: { id }, body: { version, state } })

/** The question as it stands, when the one on screen was no longer that; undefined for every other failure. */
const currentOf = (error: unknown): Question | undefined =>
  error instanceof ApiError && error.code === 'stale' ? (error.current as Question) : undefined

/**
 * Gives the floor, takes it, sets aside: changes the state of a question and reads the list again. It is meant for the
 * question seen, whatever else of it has changed meanwhile; one whose turn has changed is left as it is.
 */
export const useChangeState = () => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ question, state }: Turn) =>
      setState(question, state).catch((error: unknown) => {
        const current = currentOf(error)
        // Done already, by this very press or another one.
        if (current?.state === state) return current
        if (current?.state !== question.state) throw error
        return setState(current, state)
      }),
    onError: (error) => void errorToast(error),
    onSettled: () => Promise.all([readAgain(cache, 'sessions'), readAgain(cache, 'home')]),
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
