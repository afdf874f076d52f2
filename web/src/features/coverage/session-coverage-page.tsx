import { Button } from '@mantine/core'
import { coverageApi } from '@ngopi/shared/coverage'
import { useT } from '../../i18n.tsx'
import { flag, useSearchParams } from '../../lib/search-params.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSession } from '../sessions/api.ts'
import classes from './coverage.module.css'
import { coverageStrings } from './coverage.strings.ts'
import { CoverageList } from './coverage-list.tsx'
import { NewCoveragePanel } from './new-coverage-panel.tsx'

const spec = { baru: flag }

/** What was published out of one session. */
export const SessionCoveragePage = () => {
  const t = useT(coverageStrings)
  const user = useUser()
  const session = useSession()
  const mayAdd = useMay(coverageApi.create) && session.officeId === user.office.id
  const [params, setParams] = useSearchParams(spec)
  const add = mayAdd && (
    <Button
      variant="default"
      leftSection={<Icon name="plus" size={18} />}
      onClick={() => setParams({ baru: true }, { push: true })}
    >
      {t('add')}
    </Button>
  )
  return (
    <>
      {add && <div className={classes.bar}>{add}</div>}
      <CoverageList
        query={{ sessionId: session.id }}
        withSession={false}
        empty={
          <EmptyState icon="broadcast" title={t('empty.session')} text={t('empty.sessionText')} />
        }
      />
      <NewCoveragePanel
        opened={params.baru && mayAdd}
        sessionId={session.id}
        onClose={() => setParams({ baru: false })}
      />
    </>
  )
}
