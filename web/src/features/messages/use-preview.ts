import { type MessageKind, type MessageLanguage, templatesApi } from '@ngopi/shared/templates'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

interface Draft {
  kind: MessageKind
  language: MessageLanguage
  subject: string
  body: string
}

/** The draft as a guest would get it; its error says what is wrong with the words, each with its place. */
export const usePreview = (draft: Draft) =>
  useQuery({
    queryKey: ['templates', 'preview', draft],
    queryFn: () => call(templatesApi.preview, { body: draft }),
    enabled: draft.subject.trim() !== '' && draft.body.trim() !== '',
    placeholderData: keepPreviousData,
  })

export type Preview = ReturnType<typeof usePreview>
