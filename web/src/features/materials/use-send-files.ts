import { materialBytes, materialsApi } from '@ngopi/shared/materials'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { addressOf, fetchSigned } from '../../lib/api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { errorText } from '../../lib/error-text.ts'
import { asOneIntent } from '../../lib/intent.ts'
import { readAgain } from '../../lib/query.ts'
import { toast } from '../../ui/toast.tsx'
import { materialsStrings } from './materials.strings.ts'

/** Which of the files is under way. */
export interface Sending {
  name: string
  number: number
  total: number
}

/** The server says which kinds it takes; any other failure has a sentence of its own. */
const whyNot = (error: unknown): string => {
  if (error instanceof ApiError && [413, 422].includes(error.status)) return error.message
  return errorText(error instanceof Error ? error : new Error(String(error)))
}

/** Sends files one after another; one that is refused says why and does not hold up the others. */
export const useSendFiles = (sessionId: string) => {
  const t = useT(materialsStrings)
  const cache = useQueryClient()
  const [sending, setSending] = useState<Sending>()
  const { mutate, data, isPending } = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const refused: string[] = []
      for (const [i, file] of files.entries()) {
        const { name, size } = file
        if (size > materialBytes) {
          refused.push(t('tooLarge', { name }))
          continue
        }
        setSending({ name, number: i + 1, total: files.length })
        const query = { name: name.slice(-300) }
        const address = addressOf(materialsApi.addFile, { params: { id: sessionId }, query })
        try {
          await asOneIntent(`${address} ${size} ${file.lastModified}`, (key) =>
            fetchSigned(address, {
              method: 'POST',
              headers: { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key },
              body: file,
            }),
          )
        } catch (error) {
          refused.push(`${t('notSent', { name })} ${whyNot(error)}`)
        }
      }
      return { refused, sent: files.length - refused.length }
    },
    onSuccess: ({ sent }) => sent > 0 && void toast(t('added', { count: sent })),
    onSettled: () => {
      setSending(undefined)
      return readAgain(cache, 'sessions')
    },
  })
  return { send: mutate, sending: isPending ? sending : undefined, refused: data?.refused ?? [] }
}
