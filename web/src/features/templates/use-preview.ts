import { type MessageKind, type MessageLanguage, templatesApi } from '@ngopi/shared/templates'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { keyUnder } from '../../lib/query.ts'

interface Draft {
  kind: MessageKind
  language: MessageLanguage
  subject: string
  body: string
}

/** The draft as a guest would get it; its error says what is wrong with the words, each with its place. */
export const usePreview = (draft: Draft) => {
  const complete = draft.subject.trim() !== '' && draft.body.trim() !== ''
  const query = useQuery({
    queryKey: keyUnder('templates', 'preview', draft),
    queryFn: () => call(templatesApi.preview, { body: draft }),
    enabled: complete,
    // What was read of a former draft is not what an emptied one says.
    placeholderData: complete ? keepPreviousData : undefined,
  })
  return { ...query, complete }
}

export type Preview = ReturnType<typeof usePreview>
