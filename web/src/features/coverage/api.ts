import type { Resource } from '@ngopi/shared/resources'
import { useQueryClient } from '@tanstack/react-query'
import { readAgain } from '../../lib/query.ts'

// Sessions and partners show coverage in their timelines and lines; Beranda counts what waits.
const touched = [
  'coverage',
  'reports',
  'home',
  'sessions',
  'outlets',
  'journalists',
  'search',
] as const satisfies readonly Resource[]

/** Reads again whatever shows coverage. */
export const useRefreshCoverage = () => {
  const cache = useQueryClient()
  return () => readAgain(cache, ...touched)
}
