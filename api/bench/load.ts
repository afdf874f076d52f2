import { randomUUID } from 'node:crypto'
import pg from 'pg'

const text = (text: string): string[] => text.trim().split(/\s+/)

const given = text(`
  Agus Budi Dewi Siti Eko Dwi Tri Sri Ahmad Muhammad Rizki Nur Fitri Indah Ratna Wahyu Yudi Hendra
  Andi Rina Rini Maya Lestari Putri Putra Bayu Galih Arif Aditya Dimas Fajar Gilang Hadi Ilham Joko
  Kurnia Laras Mega Nanda Okta Pandu Qori Rahmat Slamet Teguh Umar Vina Wawan Yanti Zaenal Anisa
  Bambang Cahya Dian Endang Farhan Gita Haryanto Intan Jihan Kartika Lukman Mulyadi Novi Oki Puji
  Reza Sari Tono Utami Wulan Yoga Zahra Abdul Bagus Citra Danang Erna Firman Guntur Heru Ika Januar
  Krisna Linda Made Nyoman Wayan Ketut Asep Ujang Cecep Dadang Euis Neng Togar Parlin Uli Meutia`)
const family = text(`
  Santoso Wijaya Prasetyo Hidayat Nugroho Setiawan Kurniawan Saputra Wibowo Susanto Rahayu Lestari
  Handayani Purnomo Hartono Gunawan Firmansyah Ramadhan Maulana Siregar Nasution Simanjuntak
  Sihombing Hutapea Lubis Harahap Pohan Tanjung Wulandari Anggraini Puspitasari Permatasari Utomo
  Suryadi Sudirman Supriyadi Mulyono Haryono Widodo Pranoto Sutrisno Sugiarto Sulistyo Suharto
  Hakim Rosyid Fauzi Anwar Syahputra Alamsyah Iskandar Yusuf Ibrahim Zulkarnain Effendi Basri Umar
  Kusuma Wardhana Pratama Mahendra Adiputra Suryanto Budiman Darmawan Hermawan Irawan Kuswanto
  Laksono Mardiana Novianti Oktaviani Pangestu Rachman Safitri Trisnawati Utami Wahyuni Yuliana
  Zakaria Arifin Baskoro Cahyono Djatmiko Endarto Febrianto Ginting Halim Indrawan Jatmika Kartono
  Limbong Marpaung Nainggolan Oemar Panjaitan Ritonga Situmorang Tampubolon Ulhaq Vidianto Wiranata
  Yudhistira Zainuddin Saragih Sitorus Manurung Pasaribu Sinaga Purba Tarigan Barus Sembiring`)
const papers = text(
  'Suara Kabar Warta Berita Radar Tribun Harian Media Gema Lintas Pos Sinar Cahaya Mata Fokus',
)
const places = text(`
  Pemalang Tegal Pekalongan Brebes Batang Kendal Semarang Demak Kudus Jepara Pati Rembang Blora
  Purwodadi Salatiga Surakarta Klaten Boyolali Magelang Temanggung Wonosobo Banjarnegara Purbalingga
  Banyumas Cilacap Kebumen Purworejo Sragen Karanganyar Wonogiri`)

/** How much there is to search in: as many people as the press offices of a large province know. */
export const amounts = { offices: 5, outlets: 2_000, journalists: 100_000 }

export interface Loaded {
  officeIds: string[]
  /** An officer of each office, in the same order. */
  officerIds: string[]
}

/** Fills an empty, migrated database, the same way every time but for ids. */
export async function loadPartners(ownerUrl: string): Promise<Loaded> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    options: '-c app.actor=system: -c timezone=UTC',
  })
  await client.connect()
  try {
    const officeIds = Array.from({ length: amounts.offices }, () => randomUUID())
    const officerIds = officeIds.map(() => randomUUID())
    await client.query('select setseed(0.29)')
    await client.query(
      `insert into offices (id, name, time_zone) select id, 'Kantor Uji ' || n, 'Asia/Jakarta'
         from unnest($1::uuid[]) with ordinality o(id, n)`,
      [officeIds],
    )
    await client.query(
      `insert into users (id, office_id, name, email, role, password_hash)
       select u, o, 'Petugas ' || n, 'petugas' || n || '@uji.example', 'officer', 'none'
         from unnest($1::uuid[], $2::uuid[]) with ordinality t(u, o, n)`,
      [officerIds, officeIds],
    )
    await client.query(
      `insert into outlets (office_id, name, platform, city, website, domain, tags)
       select ($1::uuid[])[1 + n % $4],
              ($2::text[])[1 + floor(random() * cardinality($2::text[]))::int] || ' ' || place || ' ' || n,
              (array['online', 'online', 'online', 'print', 'tv', 'radio'])[1 + n % 6], place,
              'https://media' || n || '.example', 'media' || n || '.example', array['daerah']
         from (select n, ($3::text[])[1 + floor(random() * cardinality($3::text[]))::int] as place
                 from generate_series(1, $5::int) n) t`,
      [officeIds, papers, places, amounts.offices, amounts.outlets],
    )
    await client.query(
      `insert into journalists (office_id, full_name, phone, phone_raw, email, competence_level, beats, tags)
       select ($1::uuid[])[1 + n % $4],
              case when n % 40 = 0 then a when n % 3 = 0 then a || ' ' || c else a || ' ' || b || ' ' || c end,
              '+62812' || lpad(n::text, 8, '0'), '0812' || lpad(n::text, 8, '0'), 'wartawan' || n || '@media.example',
              (array['none', 'muda', 'madya', 'utama'])[1 + n % 4], array['hukum', 'ekonomi'], array['rutin']
         from (select n,
                      ($2::text[])[1 + floor(random() * cardinality($2::text[]))::int] as a,
                      ($2::text[])[1 + floor(random() * cardinality($2::text[]))::int] as b,
                      ($3::text[])[1 + floor(random() * cardinality($3::text[]))::int] as c
                 from generate_series(1, $5::int) n) t`,
      [officeIds, given, family, amounts.offices, amounts.journalists],
    )
    await client.query(
      `insert into affiliations (office_id, journalist_id, outlet_id, position, is_primary)
       select j.office_id, j.id, o.ids[1 + floor(random() * cardinality(o.ids))::int], 'Wartawan', true
         from journalists j
         join (select office_id, array_agg(id) as ids from outlets group by office_id) o using (office_id)`,
    )
    await client.query('truncate activity')
    await client.query('vacuum analyze')
    return { officeIds, officerIds }
  } finally {
    await client.end()
  }
}
