/** An environment for PostgreSQL's programs without settings meant for other clusters (PGDATA, PGPORT …). */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const passed = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(passed), LC_ALL: 'C', TZ: 'UTC' }
}
