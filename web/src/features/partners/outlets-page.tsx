import { Button } from '@mantine/core'
import { outletsApi } from '@ngopi/shared/outlets'
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
import { NewOutletForm } from '../partner-forms/new-outlet-form.tsx'
import { outletStrings } from '../partner-forms/outlet.strings.ts'
import { OutletOnPhone, useOutletColumns } from './outlet-columns.tsx'
import { allOutlets, outletSpec, useOutletFilters } from './outlet-filters.ts'
import { OutletPanel } from './outlet-panel.tsx'
import { PartnerEmpty } from './partner-empty.tsx'
import { SortMenu } from './sort-menu.tsx'

/** All outlets of the office. */
export const OutletsPage = () => {
  const t = useT(outletStrings)
  const state = useSearchParams(outletSpec)
  const [filters, setFilters] = state
  const menus = useOutletFilters(state)
  const columns = useOutletColumns()
  const mayAdd = useMay(outletsApi.create)
  const list = useInfiniteQuery({
    ...askPages(outletsApi.list, {
      query: {
        limit: 50,
        q: filters.q || undefined,
        sort: filters.sort,
        platform: [...filters.platform],
        pressCouncilStatus: [...filters.pressCouncilStatus],
        city: filters.city || undefined,
        tag: [...filters.tag],
        withoutJournalists: filters.status.includes('withoutJournalists') ? 'true' : undefined,
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
        rowKey={(outlet) => outlet.id}
        rowName={(outlet) => outlet.name}
        columns={columns}
        sort={filters.sort ?? (filters.q ? undefined : 'name')}
        onSort={(sort) => setFilters({ sort: outletSpec.sort.read(sort) })}
        onOpen={(outlet) => setFilters({ buka: outlet.id }, { push: true })}
        openKey={filters.buka}
        phone={(outlet) => <OutletOnPhone outlet={outlet} />}
        empty={
          <PartnerEmpty
            icon="newspaper"
            narrowed={narrowed}
            title={t('empty')}
            text={t('emptyText')}
            onShowAll={() => setFilters(allOutlets)}
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
      <OutletPanel
        id={filters.buka}
        editing={filters.ubah}
        onEdit={(ubah) => setFilters({ ubah })}
        onClose={() => setFilters({ buka: '', ubah: false })}
      />
      <SidePanel opened={filters.baru && mayAdd} onClose={closeForm} title={t('newOutlet')}>
        <NewOutletForm
          name={filters.nama}
          onCancel={closeForm}
          onSaved={(outlet) => {
            void toast(t('recorded', { name: outlet.name }))
            setFilters({ baru: false, nama: '', buka: outlet.id })
          }}
        />
      </SidePanel>
    </>
  )
}
