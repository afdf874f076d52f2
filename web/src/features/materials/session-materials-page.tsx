import { type Material, materialsApi } from '@ngopi/shared/materials'
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { ask } from '../../lib/query.ts'
import { flag, text, useSearchParams } from '../../lib/search-params.ts'
import { useMay, useUser } from '../../lib/use-session.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useSession } from '../sessions/api.ts'
import { AddMaterials } from './add-materials.tsx'
import { MaterialForm } from './material-form.tsx'
import { MaterialItem } from './material-item.tsx'
import classes from './materials.module.css'
import { materialsStrings } from './materials.strings.ts'

const spec = { buka: text, tautan: flag }

/** Files and links that the session hands to its guests. */
export const SessionMaterialsPage = () => {
  const t = useT(materialsStrings)
  const user = useUser()
  const session = useSession()
  const mayEdit = useMay(materialsApi.addLink) && session.officeId === user.office.id
  const [params, setParams] = useSearchParams(spec)
  const request = { params: { id: session.id } }
  const { data, error, isPending, refetch } = useQuery(ask(materialsApi.list, request))
  const items = data?.items ?? []
  const opened = items.find(({ id }) => id === params.buka)
  const remove = useUndoable<Material>({
    run: ({ id }) => call(materialsApi.archive, { params: { id } }),
    undo: ({ id }) => call(materialsApi.restore, { params: { id } }),
    message: ({ title }) => t('removed', { title }),
    refreshes: ['sessions'],
  })
  const actions = mayEdit
    ? {
        edit: ({ id }: Material) => setParams({ buka: id }, { push: true }),
        remove,
      }
    : undefined
  const rows = () => {
    if (isPending) return <SkeletonRows rows={3} height={64} />
    if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />
    if (items.length === 0)
      return <EmptyState icon="newspaper" title={t('emptyTitle')} text={t('emptyText')} />
    return (
      <ul className={classes.list} aria-label={t('list')}>
        {items.map((material) => (
          <MaterialItem
            key={material.id}
            material={material}
            zone={session.timeZone}
            actions={actions}
          />
        ))}
      </ul>
    )
  }
  const close = () => setParams({ buka: '', tautan: false })
  return (
    <>
      {mayEdit && (
        <AddMaterials
          sessionId={session.id}
          onLink={() => setParams({ tautan: true }, { push: true })}
        />
      )}
      {rows()}
      {mayEdit && (
        <>
          <SidePanel opened={params.tautan} onClose={close} title={t('form.linkTitle')}>
            {params.tautan && <MaterialForm session={session} onClose={close} />}
          </SidePanel>
          <SidePanel opened={opened !== undefined} onClose={close} title={t('form.editTitle')}>
            {opened && (
              <MaterialForm
                key={opened.version}
                session={session}
                material={opened}
                onClose={close}
              />
            )}
          </SidePanel>
        </>
      )}
    </>
  )
}
