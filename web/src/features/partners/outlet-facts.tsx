import { Anchor, Stack } from '@mantine/core'
import type { Outlet } from '@ngopi/shared/outlets'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { Day } from '../../lib/time.tsx'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { outletStrings } from '../partner-forms/outlet.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import classes from '../partner-forms/partners.module.css'
import { ContactLinks } from './contact-links.tsx'
import { Facts } from './facts.tsx'
import { LabelList } from './label-list.tsx'
import { PressCouncilMark } from './partner-marks.tsx'

const Outside = ({ href, children }: { href: string; children: string }) => (
  <Anchor href={href} target="_blank" rel="noopener noreferrer">
    {children}
  </Anchor>
)

interface OutletFactsProps {
  outlet: Outlet
  /** The title above names kind and city already. */
  titled?: boolean
}

/** All that is known of an outlet. */
export const OutletFacts = ({ outlet, titled = false }: OutletFactsProps) => {
  const t = useT(outletStrings)
  const both = useT(partnerStrings)
  const person = useT(journalistStrings)
  const common = useT(commonStrings)
  const checkedOn = outlet.pressCouncilCheckedOn
  return (
    <Facts
      facts={[
        { label: t('platform'), value: !titled && common(`platform.${outlet.platform}`) },
        { label: t('city'), value: !titled && outlet.city },
        {
          label: person('contact'),
          value: (
            <ContactLinks officeId={outlet.officeId} phone={outlet.phone} email={outlet.email} />
          ),
        },
        {
          label: t('website'),
          value: outlet.website && (
            <Outside href={outlet.website}>{outlet.domain ?? outlet.website}</Outside>
          ),
        },
        {
          label: t('pressCouncil'),
          value: (
            <Stack gap={2} align="flex-start">
              <PressCouncilMark status={outlet.pressCouncilStatus} />
              {checkedOn && (
                <span>{t.rich('checked', { day: () => <Day day={checkedOn} /> })}</span>
              )}
              {outlet.pressCouncilUrl && (
                <Outside href={outlet.pressCouncilUrl}>{t('seeEntry')}</Outside>
              )}
            </Stack>
          ),
        },
        { label: t('associations'), value: outlet.companyAssociations.join(', ') },
        {
          label: both('tags'),
          value: outlet.tags.length > 0 && <LabelList labels={outlet.tags} />,
        },
        {
          label: t('address'),
          value: outlet.address && <span className={classes.prose}>{outlet.address}</span>,
        },
        {
          label: both('notes'),
          value: outlet.notes && <span className={classes.prose}>{outlet.notes}</span>,
        },
      ]}
    />
  )
}
