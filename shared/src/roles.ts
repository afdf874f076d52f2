import { z } from 'zod'

/**
 * What a login may do in its own office (and, for a manager, read in the offices below):
 * admin everything · officer everything but users and office settings · manager reads and
 * reviews coverage · desk the door list and scans.
 */
export const role = z.enum(['admin', 'officer', 'manager', 'desk']).meta({ id: 'Role' })
export type Role = z.infer<typeof role>

export const everyone = ['admin', 'officer', 'manager', 'desk'] as const
export const staff = ['admin', 'officer', 'manager'] as const
export const editors = ['admin', 'officer'] as const
export const door = ['admin', 'officer', 'desk'] as const
export const admins = ['admin'] as const
