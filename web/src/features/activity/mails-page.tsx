import { Alert, Stack, Text } from '@mantine/core'
import { mailsApi } from '@ngopi/shared/accounts'
import type { ResponseOf } from '@ngopi/shared/endpoint'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { askPages } from '../../lib/query.ts'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { paths } from '../../paths.ts'
import { DataList } from '../../ui/data-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { settingsStrings } from '../accounts/settings.strings.ts'
import { mailStrings } from './mail.strings.ts'

type Mail = ResponseOf<typeof mailsApi.list>['items'][number]
const states = {
  kept: 'mailKept',
  queued: 'mailQueued',
  sent: 'mailSent',
  failed: 'mailFailed',
  bounced: 'mailBounced',
  withdrawn: 'mailWithdrawn',
} as const

/** States in which it did not arrive, and the office may have to do something. */
const isTrouble = (state: Mail['state']): state is 'failed' | 'bounced' | 'withdrawn' =>
  state === 'failed' || state === 'bounced' || state === 'withdrawn'

export const MailsPage = () => {
  const t = useT(settingsStrings)
  const follows = useT(mailStrings)
  const zone = useOfficeZone()
  const [open, setOpen] = useState<Mail>()
  const list = useInfiniteQuery(askPages(mailsApi.list, { query: { limit: 50 } }))
  return (
    <Stack gap="md">
      <DataList
        query={list}
        label={t('mails')}
        rowKey={(mail) => mail.id}
        rowName={(mail) => mail.subject}
        columns={[
          { key: 'subject', title: t('mailSubject'), render: (mail) => mail.subject },
          { key: 'to', title: t('to'), width: 220, render: (mail) => mail.to },
          {
            key: 'state',
            title: t('status'),
            width: 180,
            render: (mail) => (
              <>
                {t(states[mail.state])}
                {mail.error && (
                  <Text c="dimmed" size="xs" truncate="end" title={mail.error}>
                    {mail.error}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: 'when',
            title: t('when'),
            width: 230,
            hideOnPhone: true,
            render: (mail) => <Time at={mail.createdAt} zone={zone} />,
          },
        ]}
        onOpen={(mail) => setOpen(mail)}
        openKey={open?.id}
        empty={<EmptyState icon="mail" title={t('noMails')} text={t('noMailsText')} />}
      />
      <SidePanel
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={open?.subject ?? ''}
      >
        {open && (
          <Stack gap="sm">
            <Text c="dimmed">
              {t('to')}: {open.to}
            </Text>
            <Text>
              {t(states[open.state])}
              {open.sentAt && (
                <>
                  {' · '}
                  <Time at={open.sentAt} zone={zone} />
                </>
              )}
            </Text>
            {open.error && (
              <Alert variant="light" color="gray" icon={<Icon name="info" />}>
                <Text>{open.error}</Text>
                {isTrouble(open.state) && <Text c="dimmed">{follows(open.state)}</Text>}
                {open.state === 'failed' && <AppLink to={paths.jobs}>{follows('jobs')}</AppLink>}
              </Alert>
            )}
            <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {open.text || t('confidential')}
            </Text>
          </Stack>
        )}
      </SidePanel>
    </Stack>
  )
}
