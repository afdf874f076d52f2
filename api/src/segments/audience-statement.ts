import type { Statement } from '../platform/database.ts'

/**
 * History of each journalist with the latest sessions that have begun, from `recent`. A piece that names no
 * journalist counts for those who came or were invited for its outlet, as in the reports.
 */
const history = `
  recent as materialized (
    select s.id from sessions s
     where s.office_id = $1 and s.starts_at <= now() and s.status <> 'cancelled' and s.archived_at is null
       and ($15::uuid is null or s.series_id = $15)
     order by s.starts_at desc, s.id desc limit $16),
  met as materialized (
    select i.session_id, i.journalist_id, i.outlet_id, 1 as invited, (i.responded_at is not null)::int as answered, 0 as attended
      from recent r join invitations i on i.office_id = $1 and i.session_id = r.id
     where i.revoked_at is null
    union all
    select a.session_id, a.journalist_id, a.outlet_id, 0, 0, 1
      from recent r join attendances a on a.office_id = $1 and a.session_id = r.id
     where a.status = 'present'),
  pieces as materialized (
    select c.session_id, c.journalist_id, c.outlet_id
      from recent r join coverage c on c.office_id = $1 and c.session_id = r.id
     where c.archived_at is null and c.state <> 'dismissed'),
  written as (
    select session_id, journalist_id from pieces where journalist_id is not null
    union
    select m.session_id, m.journalist_id from pieces p join met m on m.session_id = p.session_id and m.outlet_id = p.outlet_id
     where p.journalist_id is null),
  history as materialized (
    select journalist_id, sum(invited)::int as invited, sum(answered)::int as answered,
           sum(attended)::int as attended, sum(published)::int as published
      from (select journalist_id, invited, answered, attended, 0 as published from met
            union all select journalist_id, 0, 0, 0, 1 from written) one
     group by journalist_id)`

/** Whether a list of words is not asked for, or holds one of the labels, without regard to case. */
const labelled = (labels: string, asked: string): string =>
  `(${asked}::text[] is null or exists (
      select from unnest(${labels}) l where lower(l) = any (select lower(a) from unnest(${asked}::text[]) a)))`

const outletFits = (o: string): string => `
       ($6::text[] is null or ${o}.platform = any ($6))
   and ($7::text[] is null or lower(${o}.city) = any (select lower(a) from unnest($7::text[]) a))
   and ${labelled(`${o}.tags`, '$8')}
   and ($9::uuid[] is null or ${o}.id = any ($9))`

const works = {
  phone: 'j.has_phone and j.phone_problem_at is null',
  email: 'j.has_email and j.email_problem_at is null',
}

const within = (count: string, position: number): string =>
  `coalesce(h.${count}, 0) between coalesce(($17::int[])[${position}], 0) and coalesce(($18::int[])[${position}], 2147483647)`

/** Everybody of the office with what the rest decides by; `fits` is the filter, `reason` why one is not to be invited. */
const people = `
  here as materialized (
    select i.journalist_id, i.outlet_id, i.answer from invitations i
     where i.office_id = $1 and i.session_id = $2 and i.revoked_at is null),
  taken as materialized (
    select outlet_id, count(*) as places from here where answer <> 'substituted' group by outlet_id),
  last_use as materialized (
    select u.used_at, u.members, s.id, s.title from segment_uses u
      join sessions s on s.id = u.session_id and s.office_id = u.office_id
     where u.office_id = $1 and u.segment_id = $19 order by u.id desc limit 1),
  former as materialized (select unnest(members) as id from last_use),
  people as materialized (
    select j.id, j.full_name, j.search, j.competence_level as competence, o.id as outlet_id, o.name as outlet_name,
           ${works.phone} as has_phone, ${works.email} as has_email,
           coalesce(h.invited, 0) as invited, coalesce(h.answered, 0) as answered,
           coalesce(h.attended, 0) as attended, coalesce(h.published, 0) as published,
           former.id is not null as was_held, coalesce(taken.places, 0) as places_taken,
           case when j.archived_at is not null then 'archived' when here.journalist_id is not null then 'already_invited'
                when j.opted_out_at is not null then 'opted_out'
                when not (${works.phone} or ${works.email}) then 'no_channel' end as reason,
           ($5::text is null or strpos(j.search, (select searchable($5))) > 0)
       and (num_nulls($6::text[], $7::text[], $8::text[], $9::uuid[]) = 4 or coalesce(${outletFits('o')}, false))
       and ${labelled('j.tags', '$10')} and ${labelled('j.beats', '$11')}
       and ($12::text[] is null or j.competence_level = any ($12))
       and ($13::text is null or case $13 when 'whatsapp' then ${works.phone} else ${works.email} end)
       and ($14::boolean is null or j.provisional = $14)
       and ${within('invited', 1)} and ${within('answered', 2)}
       and ${within('attended', 3)} and ${within('published', 4)} as fits
      from journalists j
      left join affiliations a on a.office_id = $1 and a.journalist_id = j.id and a.is_primary
       and coalesce(a.from_date, '-infinity') <= (select office_today($1))
       and coalesce(a.until_date, 'infinity') >= (select office_today($1))
      left join outlets o on o.office_id = $1 and o.id = a.outlet_id
      left join history h on h.journalist_id = j.id
      left join here on here.journalist_id = j.id
      left join former on former.id = j.id
      left join taken on taken.outlet_id = o.id
     where j.office_id = $1)`

/** Who comes first; the sorted name decides among equals, the id among namesakes. */
const order = `
  case $4 when 'attended' then -p.attended when 'least_invited' then p.invited
          when 'competence' then array_position('{utama,madya,muda,none}'::text[], p.competence) else 0 end,
  p.search, p.id`

/** Over the cap is who comes after as many of the same outlet as have a place left; to find out costs sorting everybody. */
const overCap = (capped: boolean): string =>
  capped
    ? `p.outlet_id is not null
         and p.places_taken + row_number() over (partition by p.outlet_id order by ${order}) > $3::int`
    : '$3::int < 0'

/** Of whom a segment consists: whom it could invite, whether or not this session has them already. */
const members = `p.fits and (p.reason is null or p.reason = 'already_invited')`

const person = `'journalistId', p.id, 'fullName', p.full_name,
  'outlet', case when p.outlet_id is not null then json_build_object('id', p.outlet_id, 'name', p.outlet_name) end`

const namedOf = (rows: string): string => `(
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.full_name) order by p.search, p.id), '[]')
    from (select * from people p where ${rows} order by p.search, p.id limit 500) p)`

/**
 * One look at an office: who fits, why somebody is left out, which outlets are reached, what changed since the
 * segment was last used. Everybody is read once and joined by hashes, and `people` is a fence: the planner would
 * take the conditions together for a handful of rows and walk through the history for each of them.
 *
 * $1 office, $2 session, $3 seats per outlet, $4 priority, $5 part of a name, $6 to $14 the filter, $15 series,
 * $16 last sessions, $17 and $18 least and most of invited, answered, attended, published, $19 segment,
 * $20 how many members to tell, $21 whether to tell all ids held.
 */
export const audienceStatement = (capped: boolean): Statement => ({
  name: capped ? 'capped_audience' : 'audience',
  text: `
with ${history}, ${people},
  placed as materialized (
    select p.*, coalesce(${overCap(capped)}, false) as over_cap
      from people p where p.fits and p.reason is null),
  left_out as (
    select p.id, p.full_name, p.search, p.outlet_id, p.outlet_name, p.reason from people p
     where p.fits and p.reason is not null
    union all
    select p.id, p.full_name, p.search, p.outlet_id, p.outlet_name, 'over_cap' from placed p where p.over_cap),
  reached as (
    select outlet_id from placed where not over_cap union select outlet_id from here),
  wanted as materialized (
    select o.id, o.name, o.search, r.outlet_id is not null as covered from outlets o
      left join reached r on r.outlet_id = o.id
     where o.office_id = $1 and o.archived_at is null and ${outletFits('o')})
select
  (select count(*) from placed where not over_cap) as size,
  (select coalesce(json_agg(json_build_object(${person}, 'hasPhone', p.has_phone, 'hasEmail', p.has_email,
            'history', json_build_object('invited', p.invited, 'answered', p.answered, 'attended', p.attended,
                                         'published', p.published)) order by ${order}), '[]')
     from (select * from placed p where not p.over_cap order by ${order} limit $20) p) as members,
  (select coalesce(json_agg(json_build_object(${person}, 'reason', p.reason) order by p.search, p.id), '[]')
     from (select * from left_out order by search, id limit 1000) p) as "leftOut",
  (select count(*) from left_out) as "leftOutSize",
  (select count(*) from wanted where covered) as covered,
  (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.search, w.id), '[]')
     from (select * from wanted where not covered order by search, id limit 200) w) as "notCovered",
  (select count(*) from wanted where not covered) as "notCoveredSize",
  (select json_build_object(
            'at', to_char(u.used_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'session', json_build_object('id', u.id, 'title', u.title),
            'added', ${namedOf(`${members} and not p.was_held`)},
            'removed', ${namedOf(`p.was_held and not coalesce(${members}, false)`)})
     from last_use u) as since,
  case when $21::boolean then (select coalesce(array_agg(p.id), '{}') from people p where ${members}) end as "memberIds"`,
})
