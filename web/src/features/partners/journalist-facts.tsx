import { Stack } from '@mantine/core'
import type { Journalist } from '@ngopi/shared/journalists'
import { useT } from '../../i18n.tsx'
import { Day, Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import classes from '../partner-forms/partners.module.css'
import { AffiliationList } from './affiliation-list.tsx'
import { ContactLinks } from './contact-links.tsx'
import { ContactProblem } from './contact-problem.tsx'
import { Facts } from './facts.tsx'
import { LabelList } from './label-list.tsx'

const Competence = ({ journalist }: { journalist: Journalist }) => {
  const t = useT(journalistStrings)
  const { competenceLevel: level, competenceCardNumber: card } = journalist
  const expires = journalist.competenceExpiresOn
  return (
    <Stack gap={2}>
      <span>{t(`competenceLevel.${level}`)}</span>
      {card && <span>{card}</span>}
      {expires && <span>{t.rich('expires', { day: () => <Day day={expires} /> })}</span>}
    </Stack>
  )
}

interface JournalistFactsProps {
  journalist: Journalist
  /** Says that a contact works after all; absent for those who may not. */
  onTrust?: ((of: 'phone' | 'email') => void) | undefined
  trusting: boolean
}

/** All that is known of a journalist. */
export const JournalistFacts = ({ journalist, onTrust, trusting }: JournalistFactsProps) => {
  const t = useT(journalistStrings)
  const both = useT(partnerStrings)
  const zone = useOfficeZone()
  const { optedOutAt, preferredChannel: channel, beats, tags, notes } = journalist
  return (
    <Facts
      facts={[
        {
          label: t('contact'),
          value: (
            <ContactLinks
              officeId={journalist.officeId}
              phone={journalist.phone}
              email={journalist.email}
              phoneNote={
                journalist.phoneProblemAt && (
                  <ContactProblem
                    of="phone"
                    since={journalist.phoneProblemAt}
                    onTrust={onTrust && (() => onTrust('phone'))}
                    trusting={trusting}
                  />
                )
              }
              emailNote={
                journalist.emailProblemAt && (
                  <ContactProblem
                    of="email"
                    since={journalist.emailProblemAt}
                    onTrust={onTrust && (() => onTrust('email'))}
                    trusting={trusting}
                  />
                )
              }
            />
          ),
        },
        { label: t('preferredChannel'), value: channel && t(`channel.${channel}`) },
        {
          label: t('language'),
          // Most are written to in Indonesian; the other is worth a line.
          value: journalist.language !== 'id' && t(`languageName.${journalist.language}`),
        },
        {
          label: t('optedOut'),
          value:
            optedOutAt &&
            t.rich('optedOutSince', { day: () => <Time at={optedOutAt} zone={zone} dayOnly /> }),
        },
        {
          label: t('affiliations'),
          value: <AffiliationList affiliations={journalist.affiliations} />,
        },
        { label: t('beats'), value: beats.length > 0 && <LabelList labels={beats} /> },
        {
          label: t('competenceShort'),
          value: journalist.competenceLevel !== 'none' && <Competence journalist={journalist} />,
        },
        { label: t('associations'), value: journalist.associations.join(', ') },
        { label: both('tags'), value: tags.length > 0 && <LabelList labels={tags} /> },
        { label: both('notes'), value: notes && <span className={classes.prose}>{notes}</span> },
      ]}
    />
  )
}
