import { walkEveryPage } from './every-page.ts'

walkEveryPage('dark at 390', { width: 390, height: 844, scheme: 'dark' })
