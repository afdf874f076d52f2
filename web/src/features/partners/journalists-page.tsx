import { Button } from '@mantine/core'
import { journalistsApi } from '@ngopi/shared/journalists'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { askPages } from '../../lib/query.ts'
import { useSearchParams } from '../../lib/search-params.ts'
import { useMay } from '../../lib/use-session.ts'
import { DataList } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { NewJournalistForm } from '../partner-forms/new-journalist-form.tsx'
import { JournalistOnPhone, useJournalistColumns } from './journalist-columns.tsx'
import { allJournalists, journalistSpec, useJournalistFilters } from './journalist-filters.ts'
import { JournalistPanel } from './journalist-panel.tsx'
import { PartnerEmpty } from './partner-empty.tsx'
import { SortMenu } from './sort-menu.tsx'

/** All journalists of the office. */
export const JournalistsPage = () => {
  const t = useT(journalistStrings)
  const state = useSearchParams(journalistSpec)
  const [filters, setFilters] = state
  const menus = useJournalistFilters(state)
  const columns = useJournalistColumns()
  const mayAdd = useMay(journalistsApi.create)
  const list = useInfiniteQuery({
    ...askPages(journalistsApi.list, {
      query: {
        limit: 50,
        q: filters.q || undefined,
        sort: filters.sort,
        outletId: filters.outletId || undefined,
        beat: [...filters.beat],
        tag: [...filters.tag],
        competenceLevel: [...filters.competenceLevel],
        provisional: filters.status.includes('provisional') ? 'true' : undefined,
        archived: filters.status.includes('archived') ? 'true' : undefined,
      },
    }),
    placeholderData: keepPreviousData,
  })
  const narrowed = filters.q !== '' || menus.some((menu) => menu.value.length > 0)
  const openForm = (nama = '') => setFilters({ baru: true, nama }, { push: true })
  const closeForm = () => setFilters({ baru: false, nama: '' })

  return (
    <>
      <PageTitle
        title={t('title')}
        action={
          mayAdd && (
            <Button leftSection={<Icon name="plus" size={18} />} onClick={() => openForm()}>
              {t('add')}
            </Button>
          )
        }
      />
      <FilterBar
        search={{ value: filters.q, onChange: (q) => setFilters({ q }), label: t('search') }}
        filters={menus}
      >
        <SortMenu
          sort={filters.sort}
          searching={filters.q !== ''}
          onChange={(sort) => setFilters({ sort })}
        />
      </FilterBar>
      <DataList
        query={list}
        label={t('title')}
        rowKey={(journalist) => journalist.id}
        rowName={(journalist) => journalist.fullName}
        columns={columns}
        sort={filters.sort ?? (filters.q ? undefined : 'name')}
        onSort={(sort) => setFilters({ sort: journalistSpec.sort.read(sort) })}
        onOpen={(journalist) => setFilters({ buka: journalist.id }, { push: true })}
        openKey={filters.buka}
        phone={(journalist) => <JournalistOnPhone journalist={journalist} />}
        empty={
          <PartnerEmpty
            icon="people"
            narrowed={narrowed}
            title={t('empty')}
            text={t('emptyText')}
            onShowAll={() => setFilters(allJournalists)}
            add={
              // With filters alone there is no name to record.
              mayAdd && (filters.q || !narrowed)
                ? {
                    label: filters.q ? t('addNamed', { name: filters.q }) : t('add'),
                    onClick: () => openForm(filters.q),
                  }
                : undefined
            }
          />
        }
      />
      <JournalistPanel
        id={filters.buka}
        editing={filters.ubah}
        onEdit={(ubah) => setFilters({ ubah })}
        onClose={() => setFilters({ buka: '', ubah: false })}
      />
      <SidePanel opened={filters.baru && mayAdd} onClose={closeForm} title={t('newJournalist')}>
        <NewJournalistForm
          name={filters.nama}
          onCancel={closeForm}
          onSaved={(journalist) => {
            void toast(t('recorded', { name: journalist.fullName }))
            setFilters({ baru: false, nama: '', buka: journalist.id })
          }}
        />
      </SidePanel>
    </>
  )
}
