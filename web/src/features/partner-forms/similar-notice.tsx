import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { AppLink } from '../../ui/link.tsx'
import { partnerStrings } from './partner.strings.ts'

interface List {
  items: readonly unknown[]
}

interface SimilarNoticeProps<L extends List, K extends QueryKey> {
  typed: string
  /** Those with a name like it. */
  search: (q: string) => UseQueryOptions<L, Error, L, K>
  linkOf: (item: L['items'][number]) => { id: string; label: string; to: string }
}

/** While a new partner is named: those who may be the same. A suggestion, never a merge. */
export const SimilarNotice = <L extends List, K extends QueryKey>({
  typed,
  search,
  linkOf,
}: SimilarNoticeProps<L, K>) => {
  const t = useT(partnerStrings)
  const [q] = useDebouncedValue(typed.trim(), 300)
  const { data } = useQuery({ ...search(q), enabled: q.length > 2 })
  const similar = q.length > 2 ? (data?.items ?? []).map(linkOf) : []
  return (
    <Text size="xs" c="dimmed" role="status" mt={-8} hidden={similar.length === 0}>
      {similar.length > 0 && `${t('similar')} `}
      {similar.map(({ id, label, to }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <AppLink to={to} size="xs">
            {label}
          </AppLink>
        </span>
      ))}
    </Text>
  )
}
