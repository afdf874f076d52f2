import { walkEveryPage, walkOtherRoles } from './every-page.ts'

walkEveryPage('light at 1280', { width: 1280, scheme: 'light' })
walkOtherRoles()
