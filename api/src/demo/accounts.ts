import type { Role } from '@ngopi/shared/roles'

/** One password for every demo account; they exist only where the demo was seeded. */
export const demoPassword = 'kopi-pagi-pemalang'

export interface DemoAccount {
  email: string
  name: string
  role: Role
  office: 'kanwil' | 'pemalang' | 'tegal'
}

export const demoAccounts: readonly DemoAccount[] = [
  { email: 'admin@pemalang.example', name: 'Admin Pemalang', role: 'admin', office: 'pemalang' },
  {
    email: 'humas@pemalang.example',
    name: 'Dewi Humas (contoh)',
    role: 'officer',
    office: 'pemalang',
  },
  {
    email: 'kepala@pemalang.example',
    name: 'Kepala Kantor (contoh)',
    role: 'manager',
    office: 'pemalang',
  },
  { email: 'tamu@pemalang.example', name: 'Meja Tamu', role: 'desk', office: 'pemalang' },
  {
    email: 'kanwil@jateng.example',
    name: 'Humas Kanwil (contoh)',
    role: 'manager',
    office: 'kanwil',
  },
  { email: 'humas@tegal.example', name: 'Humas Tegal (contoh)', role: 'officer', office: 'tegal' },
]
