import { Text } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import type { Skipped } from './invite-batches.ts'
import { NameList } from './name-list.tsx'
import { segmentsStrings } from './segments.strings.ts'

/** Who is not invited, by the reason, in the order the reasons first come up. */
export const ReasonList = ({
  people,
}: {
  people: readonly { name: string; reason: Skipped['reason'] }[]
}) => {
  const t = useT(segmentsStrings)
  const groups = new Map<Skipped['reason'], string[]>()
  for (const { name, reason } of people) groups.set(reason, [...(groups.get(reason) ?? []), name])
  return [...groups].map(([reason, names]) => (
    <Text key={reason} component="div" size="sm" mb={8}>
      {names.length} {t(`reason.${reason}`)}
      <Text size="sm" c="dimmed">
        <NameList names={names} />
      </Text>
    </Text>
  ))
}
