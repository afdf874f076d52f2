import type { Platform } from '@ngopi/shared/outlets'

export interface DemoOutlet {
  name: string
  platform: Platform
  city: string
  domain: string
  pressCouncilStatus: 'none' | 'administrative' | 'factual'
  companyAssociations: string[]
  tags: string[]
}

const outlet = (
  name: string,
  platform: Platform,
  city: string,
  domain: string,
  pressCouncilStatus: DemoOutlet['pressCouncilStatus'] = 'none',
  companyAssociations: string[] = [],
  tags: string[] = [],
): DemoOutlet => ({ name, platform, city, domain, pressCouncilStatus, companyAssociations, tags })

/** The three outlets that wrote about the first meeting. */
export const firstMeetingOutlets: DemoOutlet[] = [
  outlet('Mata Berita', 'online', 'Pemalang', 'mataberita.net', 'none', [], ['pokja']),
  outlet('Konten Jateng', 'online', 'Semarang', 'kontenjateng.com', 'none', [], []),
  outlet('Rasika Pekalongan', 'radio', 'Pekalongan', 'rasikapekalongan.com', 'none', [], []),
]

/** Invented outlets around Pemalang. */
export const pemalangOutlets: DemoOutlet[] = [
  outlet(
    'Kabar Pemalang (contoh)',
    'online',
    'Pemalang',
    'kabarpemalang.example',
    'factual',
    ['AMSI'],
    ['pokja', 'prioritas'],
  ),
  outlet(
    'Pantura Hari Ini (contoh)',
    'online',
    'Pemalang',
    'panturahariini.example',
    'factual',
    ['SMSI'],
    ['prioritas'],
  ),
  outlet(
    'Harian Pesisir Utara (contoh)',
    'print',
    'Pekalongan',
    'pesisirutara.example',
    'factual',
    ['SPS'],
    ['prioritas'],
  ),
  outlet(
    'Widuri TV (contoh)',
    'tv',
    'Pemalang',
    'widuritv.example',
    'factual',
    ['ATVLI'],
    ['pokja', 'prioritas'],
  ),
  outlet(
    'Radio Moga FM (contoh)',
    'radio',
    'Pemalang',
    'mogafm.example',
    'administrative',
    ['PRSSNI'],
    ['pokja'],
  ),
  outlet(
    'Suara Comal (contoh)',
    'online',
    'Pemalang',
    'suaracomal.example',
    'administrative',
    ['SMSI'],
    ['pokja'],
  ),
  outlet(
    'Warta Randudongkal (contoh)',
    'online',
    'Pemalang',
    'wartarandudongkal.example',
    'none',
    ['JMSI'],
    [],
  ),
  outlet(
    'Lensa Pantura (contoh)',
    'online',
    'Tegal',
    'lensapantura.example',
    'administrative',
    ['AMSI'],
    [],
  ),
  outlet('Petarukan Kini (contoh)', 'online', 'Pemalang', 'petarukankini.example', 'none', [], []),
  outlet(
    'Jateng Terkini (contoh)',
    'online',
    'Semarang',
    'jatengterkini.example',
    'factual',
    ['AMSI'],
    ['prioritas'],
  ),
  outlet(
    'Radar Gunung Slamet (contoh)',
    'print',
    'Purwokerto',
    'radarslamet.example',
    'factual',
    ['SPS'],
    [],
  ),
  outlet(
    'Mingguan Bahurekso (contoh)',
    'print',
    'Pekalongan',
    'bahurekso.example',
    'administrative',
    ['SPS'],
    [],
  ),
  outlet(
    'TV Pantura (contoh)',
    'tv',
    'Tegal',
    'tvpantura.example',
    'factual',
    ['ATVLI'],
    ['prioritas'],
  ),
  outlet('Slawi TV (contoh)', 'tv', 'Slawi', 'slawitv.example', 'none', [], []),
  outlet(
    'Radio Widuri (contoh)',
    'radio',
    'Pemalang',
    'radiowiduri.example',
    'none',
    ['PRSSNI'],
    ['pokja'],
  ),
  outlet(
    'Suara Bahari FM (contoh)',
    'radio',
    'Tegal',
    'suarabahari.example',
    'none',
    ['PRSSNI'],
    [],
  ),
  outlet(
    'Kantor Berita Pesisir (contoh)',
    'agency',
    'Semarang',
    'beritapesisir.example',
    'factual',
    ['AMSI'],
    ['prioritas'],
  ),
  outlet(
    'Ulujami News (contoh)',
    'online',
    'Pemalang',
    'ulujaminews.example',
    'none',
    [],
    ['pokja'],
  ),
  outlet(
    'Info Bantarbolang (contoh)',
    'online',
    'Pemalang',
    'infobantarbolang.example',
    'none',
    [],
    [],
  ),
  outlet(
    'Cakrawala Batang (contoh)',
    'online',
    'Batang',
    'cakrawalabatang.example',
    'administrative',
    ['JMSI'],
    [],
  ),
  outlet('Belik Post (contoh)', 'online', 'Pemalang', 'belikpost.example', 'none', [], []),
  outlet('Kabar Slawi (contoh)', 'online', 'Slawi', 'kabarslawi.example', 'none', ['SMSI'], []),
]

/** Invented outlets of the neighbouring office. */
export const tegalOutlets: DemoOutlet[] = [
  outlet(
    'Tegal Bahari (contoh)',
    'online',
    'Tegal',
    'tegalbahari.example',
    'factual',
    ['SMSI'],
    [],
  ),
  outlet(
    'Harian Kota Bahari (contoh)',
    'print',
    'Tegal',
    'kotabahari.example',
    'administrative',
    ['SPS'],
    [],
  ),
  outlet(
    'Pantura Hari Ini (contoh)',
    'online',
    'Pemalang',
    'panturahariini.example',
    'factual',
    ['SMSI'],
    [],
  ),
]
