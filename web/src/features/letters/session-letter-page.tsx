import { Text } from '@mantine/core'
import { type Letter, lettersApi } from '@ngopi/shared/letters'
import { officesApi } from '@ngopi/shared/offices'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useSession } from '../sessions/api.ts'
import { LetterFacts } from './letter-facts.tsx'
import { LetterFiles } from './letter-files.tsx'
import { LetterForm } from './letter-form.tsx'
import { LetterGaps } from './letter-gaps.tsx'
import classes from './letters.module.css'
import { lettersStrings } from './letters.strings.ts'

/** The formal letter of a session: its words, its files, and whether the letterhead is whole. */
export const SessionLetterPage = () => {
  const t = useT(lettersStrings)
  const user = useUser()
  const session = useSession()
  const cache = useQueryClient()
  const mayEdit = useMay(lettersApi.save) && session.officeId === user.office.id
  const asked = ask(lettersApi.get, { params: { id: session.id } })
  const { data: letter, error, refetch } = useQuery(asked)
  const { data: office } = useQuery(ask(officesApi.get, { params: { id: session.officeId } }))
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!letter) return <SkeletonRows rows={8} />
  const beside = (dirty: boolean) => (
    <aside className={classes.aside} aria-label={t('files')}>
      {mayEdit && office && <LetterGaps office={office} />}
      <LetterFiles letter={letter} dirty={dirty} />
    </aside>
  )
  return (
    <>
      <Text c="dimmed" mt="lg">
        {t('lead')}
      </Text>
      <div className={classes.page}>
        {mayEdit ? (
          <LetterForm
            key={letter.version}
            letter={letter}
            onSaved={(saved: Letter) => cache.setQueryData(asked.queryKey, saved)}
            beside={beside}
          />
        ) : (
          <>
            <LetterFacts letter={letter} />
            {letter.saved && beside(false)}
          </>
        )}
      </div>
    </>
  )
}
