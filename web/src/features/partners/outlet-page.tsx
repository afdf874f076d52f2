import { Button } from '@mantine/core'
import { outletsApi } from '@ngopi/shared/outlets'
import { useSuspenseQuery } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { flag, useSearchParams } from '../../lib/search-params.ts'
import { useRouteId } from '../../lib/use-route-id.ts'
import { useMay } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { EditOutletForm } from '../partner-forms/edit-outlet-form.tsx'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { NewJournalistForm } from '../partner-forms/new-journalist-form.tsx'
import { outletStrings } from '../partner-forms/outlet.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import classes from '../partner-forms/partners.module.css'
import { ArchivedNotice } from './archived-notice.tsx'
import { OutletFacts } from './outlet-facts.tsx'
import { OutletJournalists } from './outlet-journalists.tsx'
import { ArchivedMark, PressCouncilMark } from './partner-marks.tsx'
import { PartnerMenu } from './partner-menu.tsx'
import { PartnerTimeline } from './partner-timeline.tsx'
import { useOutletActions } from './use-outlet-actions.ts'

const spec = { ubah: flag, baru: flag }

/** One outlet: what is known of it, who works there, what happened. */
export const OutletPage = () => {
  const t = useT(outletStrings)
  const both = useT(partnerStrings)
  const person = useT(journalistStrings)
  const common = useT(commonStrings)
  const id = useRouteId('outletId')
  const [params, setParams] = useSearchParams(spec)
  const mayEdit = useMay(outletsApi.update)
  const { archive, restore } = useOutletActions()
  const { data: outlet } = useSuspenseQuery(ask(outletsApi.get, { params: { id } }))
  const editable = mayEdit && !outlet.archivedAt
  return (
    <>
      <PageTitle
        title={outlet.name}
        parent={{ label: t('title'), to: paths.outlets }}
        mark={
          <>
            <PressCouncilMark status={outlet.pressCouncilStatus} />
            {outlet.archivedAt && <ArchivedMark />}
          </>
        }
        subtitle={[common(`platform.${outlet.platform}`), outlet.city].filter(Boolean).join(' · ')}
        action={
          editable && (
            <>
              <Button onClick={() => setParams({ ubah: true }, { push: true })}>
                {common('edit')}
              </Button>
              <PartnerMenu size={36} onArchive={() => void archive(outlet)} />
            </>
          )
        }
      />
      {outlet.archivedAt && (
        <ArchivedNotice
          archivedAt={outlet.archivedAt}
          onRestore={mayEdit ? () => restore.mutate(outlet) : undefined}
          restoring={restore.isPending}
        />
      )}
      <div className={classes.page}>
        <section className={classes.aside} aria-label={both('details')}>
          <OutletFacts outlet={outlet} titled />
        </section>
        <div className={classes.main}>
          <OutletJournalists
            outlet={outlet}
            onAdd={() => setParams({ baru: true }, { push: true })}
          />
          <PartnerTimeline about="outlet" id={id} />
        </div>
      </div>
      <SidePanel
        opened={params.ubah && editable}
        onClose={() => setParams({ ubah: false })}
        title={t('editOutlet')}
      >
        <EditOutletForm outlet={outlet} onClose={() => setParams({ ubah: false })} />
      </SidePanel>
      <SidePanel
        opened={params.baru && editable}
        onClose={() => setParams({ baru: false })}
        title={person('newJournalist')}
      >
        <NewJournalistForm
          name=""
          outlet={outlet}
          onCancel={() => setParams({ baru: false })}
          onSaved={(journalist) => {
            void toast(person('recorded', { name: journalist.fullName }))
            setParams({ baru: false })
          }}
        />
      </SidePanel>
    </>
  )
}
