import { Button } from '@mantine/core'
import { type Journalist, journalistsApi } from '@ngopi/shared/journalists'
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
import { EditJournalistForm } from '../partner-forms/edit-journalist-form.tsx'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import classes from '../partner-forms/partners.module.css'
import { ArchivedNotice } from './archived-notice.tsx'
import { JournalistFacts } from './journalist-facts.tsx'
import { nameWithTitles } from './journalist-name.ts'
import { ArchivedMark, CompetenceMark, JournalistMarks } from './partner-marks.tsx'
import { PartnerMenu } from './partner-menu.tsx'
import { PartnerTimeline } from './partner-timeline.tsx'
import { ProvisionalNotice } from './provisional-notice.tsx'
import { useJournalistActions } from './use-journalist-actions.ts'

const spec = { ubah: flag }

const Marks = ({ journalist }: { journalist: Journalist }) => (
  <>
    <CompetenceMark level={journalist.competenceLevel} />
    <JournalistMarks journalist={journalist} />
    {journalist.archivedAt && <ArchivedMark />}
  </>
)

/** One journalist: what is known, where they work, what happened. */
export const JournalistPage = () => {
  const t = useT(journalistStrings)
  const both = useT(partnerStrings)
  const common = useT(commonStrings)
  const id = useRouteId('journalistId')
  const [params, setParams] = useSearchParams(spec)
  const mayEdit = useMay(journalistsApi.update)
  const { archive, restore, confirm, trust } = useJournalistActions()
  const { data: journalist } = useSuspenseQuery(ask(journalistsApi.get, { params: { id } }))
  const editable = mayEdit && !journalist.archivedAt
  const primary = journalist.affiliations.find((affiliation) => affiliation.isPrimary)
  return (
    <>
      <PageTitle
        title={nameWithTitles(journalist)}
        parent={{ label: t('title'), to: paths.journalists }}
        mark={<Marks journalist={journalist} />}
        subtitle={[primary?.outletName, primary?.position].filter(Boolean).join(' · ')}
        action={
          editable && (
            <>
              <Button
                {...(journalist.provisional && { variant: 'default' })}
                onClick={() => setParams({ ubah: true }, { push: true })}
              >
                {common('edit')}
              </Button>
              {journalist.provisional && (
                <Button loading={confirm.isPending} onClick={() => confirm.mutate(journalist)}>
                  {t('confirm')}
                </Button>
              )}
              <PartnerMenu size={36} onArchive={() => void archive(journalist)} />
            </>
          )
        }
      />
      {journalist.archivedAt && (
        <ArchivedNotice
          archivedAt={journalist.archivedAt}
          onRestore={mayEdit ? () => restore.mutate(journalist) : undefined}
          restoring={restore.isPending}
        />
      )}
      {journalist.provisional && !journalist.archivedAt && <ProvisionalNotice confirming={false} />}
      <div className={classes.page}>
        <section className={classes.aside} aria-label={both('details')}>
          <JournalistFacts
            journalist={journalist}
            onTrust={editable ? (of) => trust.mutate({ journalist, of }) : undefined}
            trusting={trust.isPending}
          />
        </section>
        <div className={classes.main}>
          <PartnerTimeline about="journalist" id={id} />
        </div>
      </div>
      <SidePanel
        opened={params.ubah && editable}
        onClose={() => setParams({ ubah: false })}
        title={t('editJournalist')}
      >
        <EditJournalistForm journalist={journalist} onClose={() => setParams({ ubah: false })} />
      </SidePanel>
    </>
  )
}
