import { Pill, Text } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { partnerStrings } from '../partner-forms/partner.strings.ts'
import classes from '../partner-forms/partners.module.css'

/** Tags or beats; in a row of a list only the first few. */
export const LabelList = ({ labels, limit }: { labels: readonly string[]; limit?: number }) => {
  const t = useT(partnerStrings)
  const shown = labels.slice(0, limit)
  const hidden = labels.slice(shown.length)
  return (
    <span className={classes.labels}>
      {shown.map((label) => (
        <Pill key={label} className={classes.label}>
          {label}
        </Pill>
      ))}
      {hidden.length > 0 && (
        <Text component="span" c="dimmed" size="xs" title={hidden.join(', ')}>
          {t('moreLabels', { count: hidden.length })}
        </Text>
      )}
    </span>
  )
}
