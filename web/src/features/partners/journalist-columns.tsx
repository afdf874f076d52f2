import { Text } from '@mantine/core'
import type { JournalistListItem } from '@ngopi/shared/journalists'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { phoneText } from '../../lib/phone-text.ts'
import type { Column } from '../../ui/data-list-types.ts'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import classes from '../partner-forms/partners.module.css'
import { nameWithTitles } from './journalist-name.ts'
import { LabelList } from './label-list.tsx'
import { JournalistMarks } from './partner-marks.tsx'

/** "Suara Pantura · reporter". */
const outletLine = ({ primaryOutlet }: JournalistListItem) =>
  [primaryOutlet?.name, primaryOutlet?.position].filter(Boolean).join(' · ')

/** The columns of the table of journalists. */
export const useJournalistColumns = (): Column<JournalistListItem>[] => {
  const t = useT(journalistStrings)
  const both = useT(partnerStrings)
  const common = useT(commonStrings)
  return [
    {
      key: 'name',
      title: common('name'),
      sortKey: 'name',
      render: (j) => (
        <span className={classes.named}>
          {nameWithTitles(j)}
          <JournalistMarks journalist={j} />
        </span>
      ),
    },
    {
      key: 'outlet',
      title: t('outlet'),
      width: 260,
      render: (j) =>
        j.primaryOutlet && (
          <span className={classes.oneLine} title={outletLine(j)}>
            {j.primaryOutlet.name}
            {j.primaryOutlet.position && (
              <Text component="span" c="dimmed">
                {` · ${j.primaryOutlet.position}`}
              </Text>
            )}
          </span>
        ),
    },
    {
      key: 'beats',
      title: t('beats'),
      width: 210,
      render: (j) => <LabelList labels={j.beats} limit={2} />,
    },
    {
      key: 'competence',
      title: t('competenceShort'),
      width: 90,
      render: (j) =>
        j.competenceLevel === 'none' ? null : t(`competenceLevel.${j.competenceLevel}`),
    },
    {
      key: 'phone',
      title: both('phone'),
      width: 150,
      render: (j) => <span className={classes.number}>{j.phone && phoneText(j.phone)}</span>,
    },
  ]
}

/** A journalist in a list on a phone. */
export const JournalistOnPhone = ({ journalist }: { journalist: JournalistListItem }) => {
  return (
    <>
      <span className={classes.named}>
        <Text component="span" fw={600}>
          {nameWithTitles(journalist)}
        </Text>
        <JournalistMarks journalist={journalist} />
      </span>
      {journalist.primaryOutlet && (
        <Text c="dimmed" size="xs">
          {outletLine(journalist)}
        </Text>
      )}
    </>
  )
}
