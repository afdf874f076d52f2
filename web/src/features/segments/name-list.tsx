import { useT } from '../../i18n.tsx'
import { segmentsStrings } from './segments.strings.ts'

/** The first names of a list, and how many more there are; `total` where not all of them are known. */
export const NameList = ({
  names,
  total = names.length,
  limit = 12,
}: {
  names: readonly string[]
  total?: number
  limit?: number
}) => {
  const t = useT(segmentsStrings)
  const shown = names.slice(0, limit)
  const more = total - shown.length
  return (
    <>
      {shown.join(', ')}
      {more > 0 && `, ${t('andMore', { count: more })}`}
    </>
  )
}
