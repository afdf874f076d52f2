import { Text } from '@mantine/core'
import type { OutletListItem } from '@ngopi/shared/outlets'
import { commonStrings } from '../../common.strings.ts'
import { useLocale, useT } from '../../i18n.tsx'
import { formatNumber } from '../../lib/format-time.ts'
import type { Column } from '../../ui/data-list-types.ts'
import { outletStrings } from '../partner-forms/outlet.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import { LabelList } from './label-list.tsx'
import { PressCouncilMark } from './partner-marks.tsx'

/** The columns of the table of outlets. */
export const useOutletColumns = (): Column<OutletListItem>[] => {
  const t = useT(outletStrings)
  const both = useT(partnerStrings)
  const common = useT(commonStrings)
  const locale = useLocale()
  return [
    { key: 'name', title: common('name'), sortKey: 'name', render: (o) => o.name },
    {
      key: 'platform',
      title: t('platform'),
      width: 130,
      render: (o) => common(`platform.${o.platform}`),
    },
    { key: 'city', title: t('city'), width: 150, render: (o) => o.city },
    {
      key: 'pressCouncil',
      title: t('pressCouncil'),
      width: 150,
      render: (o) => <PressCouncilMark status={o.pressCouncilStatus} short />,
    },
    {
      key: 'tags',
      title: both('tags'),
      width: 220,
      render: (o) => <LabelList labels={o.tags} limit={2} />,
    },
    {
      key: 'journalists',
      title: t('journalists'),
      align: 'right',
      width: 100,
      render: (o) => formatNumber(o.journalistCount, locale),
    },
  ]
}

/** An outlet in a list on a phone. */
export const OutletOnPhone = ({ outlet }: { outlet: OutletListItem }) => {
  const common = useT(commonStrings)
  const where = [common(`platform.${outlet.platform}`), outlet.city].filter(Boolean).join(' · ')
  return (
    <>
      <Text fw={600}>{outlet.name}</Text>
      <Text c="dimmed" size="xs">
        {where}
      </Text>
    </>
  )
}
