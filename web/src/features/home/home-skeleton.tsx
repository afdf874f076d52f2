import { Skeleton } from '@mantine/core'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import classes from './home.module.css'

/** The shape of the page while it is read. */
export const HomeSkeleton = () => (
  <div className={classes.page}>
    <div>
      <Skeleton height={20} width="40%" mb={16} />
      <Skeleton height={56} width="80%" mb={24} />
      <Skeleton height={12} radius="xl" />
    </div>
    <SkeletonRows rows={4} />
    <div className={classes.wide}>
      <SkeletonRows rows={6} height={56} />
    </div>
  </div>
)
