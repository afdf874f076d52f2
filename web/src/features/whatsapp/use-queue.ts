import type { QueueItem, Reminded } from '@ngopi/shared/whatsapp'
import { whatsappApi } from '@ngopi/shared/whatsapp'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import type { QueueKind } from './queue-kinds.ts'

export type Outcome = 'sent' | 'skipped' | 'problem'

interface Settled {
  item: QueueItem
  outcome: Outcome
}

/** The guest in hand, and what can be done with the one and the one before. */
export const useQueue = (sessionId: string, kind: QueueKind, reminds: Reminded | undefined) => {
  const cache = useQueryClient()
  const [last, setLast] = useState<Settled>()
  const key = ['whatsapp-turn', sessionId, kind, reminds]
  const claim = () =>
    call(whatsappApi.claim, { params: { id: sessionId }, body: { kind, reminds } })
  // Asked once, and then as each guest is done: another guest must never slip under the hand.
  const claimed = useQuery({
    queryKey: key,
    queryFn: claim,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const notifyOthers = () => {
    void readAgain(cache, 'sessions', 'invitations', 'home')
  }
  const settle = useMutation({
    mutationFn: async ({ item, outcome, note }: Settled & { note?: string }) => {
      await call(whatsappApi.settle, { params: { id: item.id }, body: { outcome, note } })
      return claim()
    },
    onSuccess: (next, { item, outcome }) => {
      setLast({ item, outcome })
      cache.setQueryData(key, next)
      notifyOthers()
    },
  })
  const undo = useMutation({
    mutationFn: async ({ item }: Settled) => {
      const turned = await call(whatsappApi.unsettle, { params: { id: item.id } })
      return turned.item ? turned : claim()
    },
    onSuccess: (next) => {
      setLast(undefined)
      cache.setQueryData(key, next)
      notifyOthers()
    },
  })
  const takeNext = () => {
    settle.reset()
    undo.reset()
    setLast(undefined)
    void claimed.refetch()
  }
  return { turn: claimed, last, settle, undo, takeNext, busy: settle.isPending || undo.isPending }
}
