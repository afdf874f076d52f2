import { Skeleton } from '@mantine/core'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'

/** Rows to come, of the height they will have. */
export const SkeletonRows = ({ rows = 8, height = 44 }: { rows?: number; height?: number }) => {
  const t = useT(commonStrings)
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} style={{ height, display: 'flex', alignItems: 'center', gap: 16 }}>
          <Skeleton height={12} width={`${34 + ((row * 13) % 22)}%`} radius="sm" />
          <Skeleton height={12} width={`${14 + ((row * 7) % 12)}%`} radius="sm" />
          <Skeleton height={12} width="10%" radius="sm" visibleFrom="sm" />
        </div>
      ))}
    </div>
  )
}
