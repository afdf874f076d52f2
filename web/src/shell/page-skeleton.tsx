import { Skeleton } from '@mantine/core'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'

/** A page to come: title line, search, rows. */
export const PageSkeleton = () => (
  <div>
    <Skeleton height={28} width={220} mb={24} radius="sm" />
    <Skeleton height={36} width="min(360px, 100%)" mb={16} radius="sm" />
    <SkeletonRows />
  </div>
)
