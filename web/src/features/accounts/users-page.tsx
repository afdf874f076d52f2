import { Button, Stack, Text } from '@mantine/core'
import { accountsApi } from '@ngopi/shared/accounts'
import { officesApi } from '@ngopi/shared/offices'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { ask, askPages } from '../../lib/query.ts'
import { oneOf, text, useSearchParams } from '../../lib/search-params.ts'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { useUser } from '../../lib/use-session.ts'
import { DataList } from '../../ui/data-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { EditUserForm } from './edit-user-form.tsx'
import { InvitationLink } from './invitation-link.tsx'
import { InviteUserForm } from './invite-user-form.tsx'
import { settingsStrings } from './settings.strings.ts'

const spec = { q: text, kantor: text, buka: text, sort: oneOf(['name', '-name']) }

export const UsersPage = () => {
  const t = useT(settingsStrings)
  const common = useT(commonStrings)
  const me = useUser()
  const zone = useOfficeZone()
  const [filters, setFilters] = useSearchParams(spec)
  const [inviting, setInviting] = useState(false)
  const [invited, setInvited] = useState<{ name: string; invitationUrl: string | null }>()
  const officeId = filters.kantor || me.office.id
  const list = useInfiniteQuery(
    askPages(accountsApi.listUsers, {
      query: {
        limit: 50,
        q: filters.q || undefined,
        sort: filters.sort,
        officeId: filters.kantor || undefined,
      },
    }),
  )
  const { data: offices } = useQuery(ask(officesApi.list))
  const office = offices?.items.find((item) => item.id === officeId)
  // Read anew: since the list was read the user may have set a password, and saving would find it stale.
  const { data: open } = useQuery({
    ...ask(accountsApi.getUser, { params: { id: filters.buka } }),
    enabled: filters.buka !== '',
    gcTime: 0,
  })
  const close = () => {
    setInviting(false)
    setInvited(undefined)
    setFilters({ buka: '' })
  }
  return (
    <Stack gap="md">
      {filters.kantor && office && <Text c="dimmed">{t('usersOf', { office: office.name })}</Text>}
      <FilterBar
        search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('searchUsers') }}
      >
        <Button leftSection={<Icon name="plus" size={18} />} onClick={() => setInviting(true)}>
          {t('inviteUser')}
        </Button>
      </FilterBar>
      <DataList
        query={list}
        label={t('users')}
        rowKey={(user) => user.id}
        rowName={(user) => user.name}
        columns={[
          {
            key: 'name',
            title: t('name'),
            sortKey: 'name',
            render: (user) => (
              <>
                {user.name}
                {user.id === me.id && (
                  <Text span c="dimmed">
                    {' · '}
                    {t('you')}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: 'email',
            title: t('email'),
            width: 260,
            hideOnPhone: true,
            render: (user) => user.email,
          },
          {
            key: 'role',
            title: t('role'),
            width: 120,
            render: (user) => common(`role.${user.role}`),
          },
          {
            key: 'status',
            title: t('status'),
            width: 110,
            render: (user) => t(`status_${user.status}`),
          },
          {
            key: 'last',
            title: t('lastLogin'),
            width: 200,
            hideOnPhone: true,
            render: (user) =>
              user.lastLoginAt ? (
                <Time at={user.lastLoginAt} zone={zone} relative />
              ) : (
                <Text c="dimmed">{t('never')}</Text>
              ),
          },
        ]}
        sort={filters.sort}
        onSort={(sort) => setFilters({ sort: sort as 'name' | '-name' })}
        onOpen={(user) => setFilters({ buka: user.id }, { push: true })}
        openKey={filters.buka}
        empty={<EmptyState icon="people" title={t('noUsers')} text={t('noUsersText')} />}
      />
      <SidePanel
        opened={inviting || invited !== undefined || filters.buka !== ''}
        onClose={close}
        title={t(
          invited
            ? invited.invitationUrl
              ? 'linkReady'
              : 'linkNotShown'
            : filters.buka
              ? 'editUser'
              : 'inviteUser',
        )}
      >
        {invited ? (
          <InvitationLink name={invited.name} url={invited.invitationUrl} onDone={close} />
        ) : open ? (
          <EditUserForm
            key={`${open.id} ${open.version}`}
            user={open}
            onSaved={close}
            onNewLink={setInvited}
          />
        ) : filters.buka ? (
          <SkeletonRows rows={3} />
        ) : (
          <InviteUserForm officeId={officeId} onInvited={setInvited} onCancel={close} />
        )}
      </SidePanel>
    </Stack>
  )
}
