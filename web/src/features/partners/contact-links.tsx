import { Anchor, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { phoneText, whatsappUrl } from '../../lib/phone-text.ts'
import { useUser } from '../../lib/use-session.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import classes from '../partner-forms/partners.module.css'

interface ContactLinkProps {
  href: string
  icon: IconName
  label: string
  children: string
}

const ContactLink = ({ href, icon, label, children }: ContactLinkProps) => (
  <Anchor
    href={href}
    aria-label={label}
    className={classes.contact}
    {...(href.startsWith('https:') && { target: '_blank', rel: 'noopener noreferrer' })}
  >
    <Icon name={icon} size={18} />
    <span>{children}</span>
  </Anchor>
)

interface ContactLinksProps {
  /** The office that keeps the partner; no other one is told how to reach them. */
  officeId: string
  phone: string | null
  email: string | null
  /** What is known of the number, below it. */
  phoneNote?: ReactNode
  emailNote?: ReactNode
}

/** Ways to reach a partner, each one tap away. */
export const ContactLinks = ({
  officeId,
  phone,
  email,
  phoneNote,
  emailNote,
}: ContactLinksProps) => {
  const t = useT(partnerStrings)
  const chat = phone && whatsappUrl(phone)
  const own = useUser().office.id === officeId
  if (!own) return <Text c="dimmed">{t('contactElsewhere')}</Text>
  if (!phone && !email) return <Text c="dimmed">{t('noContact')}</Text>
  return (
    <Stack gap={8}>
      {phone && (
        <Group gap="8px 16px">
          <ContactLink
            href={`tel:${phone}`}
            icon="phone"
            label={t('call', { number: phoneText(phone) })}
          >
            {phoneText(phone)}
          </ContactLink>
          {chat && (
            <ContactLink href={chat} icon="chat" label={t('chat', { number: phoneText(phone) })}>
              {t('whatsapp')}
            </ContactLink>
          )}
        </Group>
      )}
      {phone && phoneNote}
      {email && (
        <ContactLink href={`mailto:${email}`} icon="mail" label={t('write', { address: email })}>
          {email}
        </ContactLink>
      )}
      {email && emailNote}
    </Stack>
  )
}
