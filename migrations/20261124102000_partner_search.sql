-- Every row stands in one of the two, so a page of either kind is read in order, whatever the rest of the office is.
CREATE INDEX journalists_active ON journalists (office_id, search, id) WHERE archived_at IS NULL;
CREATE INDEX journalists_archived ON journalists (office_id, search, id) WHERE archived_at IS NOT NULL;
CREATE INDEX outlets_active ON outlets (office_id, search, id) WHERE archived_at IS NULL;
CREATE INDEX outlets_archived ON outlets (office_id, search, id) WHERE archived_at IS NOT NULL;
DROP INDEX journalists_name;
DROP INDEX outlets_name;

-- A change that touches no indexed column stays on its page and in no index.
ALTER TABLE journalists SET (fillfactor = 85);
ALTER TABLE outlets SET (fillfactor = 85);
-- A search would read through all pending entries; names change seldom.
ALTER INDEX journalists_search SET (fastupdate = off);
ALTER INDEX outlets_search SET (fastupdate = off);

-- LIKE and the trigram operators are not leakproof, so under row-level security the planner leaves the trigram
-- index and reads the whole office. The functions below are owned by ngopi_lookup, take the offices from the
-- context themselves and return ids and scores only; the caller reads the rows under its own policies.
CREATE POLICY lookup ON journalists FOR SELECT TO ngopi_lookup USING (true);
CREATE POLICY lookup ON outlets FOR SELECT TO ngopi_lookup USING (true);
CREATE POLICY lookup ON affiliations FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (id, office_id, search, competence_level, beats, tags, provisional, archived_at) ON journalists TO ngopi_lookup;
GRANT SELECT (id, office_id, search, platform, press_council_status, city, tags, archived_at) ON outlets TO ngopi_lookup;
GRANT SELECT (office_id, journalist_id, outlet_id, from_date, until_date) ON affiliations TO ngopi_lookup;
GRANT SELECT (time_zone) ON offices TO ngopi_lookup;
GRANT SELECT (journalist_id, revoked_at) ON invitations TO ngopi_lookup;

-- Today, where the office is.
CREATE FUNCTION office_today(office uuid) RETURNS date
LANGUAGE sql STABLE SET search_path = public, pg_catalog
AS $$ SELECT (now() AT TIME ZONE o.time_zone)::date FROM offices o WHERE o.id = office $$;
GRANT EXECUTE ON FUNCTION office_today(uuid) TO ngopi_app, ngopi_lookup;

-- The offices to look into: those in sight, or one of them.
CREATE FUNCTION offices_in_sight(only_one uuid) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(array_agg(o), '{}')
    FROM unnest(string_to_array(current_setting('app.offices', true), ',')::uuid[]) o
   WHERE only_one IS NULL OR o = only_one
$$;
GRANT EXECUTE ON FUNCTION offices_in_sight(uuid) TO ngopi_app, ngopi_lookup;

-- How well a name fits: 5 the same, 4 begins with it, 3 a word begins with it, 2 holds it, up to 1 by likeness.
-- `typo` tells whether likeness is asked for, so a score alone says in which of the two ways it was found.
CREATE FUNCTION name_score(name text, needle text, typo boolean) RETURNS real
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE WHEN typo THEN public.word_similarity(needle, name)
               WHEN name = needle THEN 5
               WHEN starts_with(name, needle) THEN 4
               WHEN strpos(name, ' ' || needle) > 0 THEN 3
               ELSE 2 END)::real
$$;
GRANT EXECUTE ON FUNCTION name_score(text, text, boolean) TO ngopi_lookup;

-- The general form: any table of names, any filters, order and key. `conditions` is SQL written by the functions
-- below, over the row `t` and the filters `$1`; nobody else may call it. `after` is [score, name, id] of the last
-- row, whatever the order: the score tells in which way the rows before it were found.
CREATE FUNCTION find_names(
  subject text, conditions text, q text, filters jsonb, sort text, after text[], lim integer
) RETURNS TABLE (id uuid, office_id uuid, score real)
LANGUAGE plpgsql STABLE ROWS 25 AS $$
DECLARE
  needle CONSTANT text := searchable(q);
  pattern CONSTANT text := '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  offices CONSTANT uuid[] := offices_in_sight((filters ->> 'officeId')::uuid);
  ordering CONSTANT text := CASE sort
    WHEN 'name' THEN 'm.search, m.id'
    WHEN '-name' THEN 'm.search DESC, m.id DESC'
    WHEN 'createdAt' THEN 'm.id'
    WHEN '-createdAt' THEN 'm.id DESC'
    ELSE 'm.score DESC, m.search, m.id' END;
  beyond CONSTANT text := CASE WHEN after IS NULL THEN 'true' ELSE CASE sort
    WHEN 'name' THEN '(m.search, m.id) > ($6, $7)'
    WHEN '-name' THEN '(m.search, m.id) < ($6, $7)'
    WHEN 'createdAt' THEN 'm.id > $7'
    WHEN '-createdAt' THEN 'm.id < $7'
    ELSE '(m.score < $5 OR m.score = $5 AND (m.search, m.id) > ($6, $7))' END END;
  ways CONSTANT text[] := CASE
    WHEN needle IS NULL THEN '{any}'
    WHEN after IS NULL THEN '{exact,typo}'
    WHEN after[1]::real >= 2 THEN '{exact}'
    ELSE '{typo}' END;
  way text;
BEGIN
  FOREACH way IN ARRAY ways LOOP
    RETURN QUERY EXECUTE format(
      'SELECT m.id, m.office_id, m.score
         FROM unnest($2) o(id) CROSS JOIN LATERAL (
           SELECT m.* FROM (
             SELECT t.id, t.office_id, t.search, %s AS score FROM %I t
              WHERE t.office_id = o.id AND t.archived_at IS %s NULL AND %s AND %s) m
            WHERE %s ORDER BY %s LIMIT $8) m
        ORDER BY %s LIMIT $8',
      CASE way WHEN 'any' THEN '0::real' ELSE format('name_score(t.search, $3, %L)', way = 'typo') END,
      subject,
      CASE WHEN (filters ->> 'archived')::boolean THEN 'NOT' ELSE '' END,
      CASE way WHEN 'any' THEN 'true' WHEN 'exact' THEN 't.search LIKE $4' ELSE '$3 <% t.search' END,
      conditions, beyond, ordering, ordering)
    USING filters, offices, needle, pattern, after[1]::real, after[2], after[3]::uuid, lim;
    EXIT WHEN FOUND;
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION find_names(text, text, text, jsonb, text, text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_names(text, text, text, jsonb, text, text[], integer) TO ngopi_lookup;

-- Whether a label is among those asked for under a key of the filters, without regard to case.
CREATE FUNCTION label_asked(labels text[], asked jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT EXISTS (
    SELECT FROM unnest(labels) l WHERE lower(l) IN (SELECT lower(a) FROM jsonb_array_elements_text(asked) a)
  )
$$;
GRANT EXECUTE ON FUNCTION label_asked(text[], jsonb) TO ngopi_lookup;

-- The parameter of pg_trgm is known only once its library is loaded.
SELECT word_similarity('', '');

-- Journalists by any part of the name, else by likeness. The plain search, which runs with every letter typed,
-- keeps one plan: with the number of offices and of rows before it the planner would think it worth planning anew each
-- time, for longer than the search takes. With filters or another order the text is made for the case.
CREATE FUNCTION search_journalists(q text, filters jsonb, sort text, after text[], lim integer)
RETURNS TABLE (id uuid, office_id uuid, score real)
LANGUAGE plpgsql STABLE ROWS 25 SECURITY DEFINER
SET search_path = public, pg_catalog
SET pg_trgm.word_similarity_threshold = 0.5
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  needle CONSTANT text := searchable(q);
  pattern CONSTANT text := '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  after_score CONSTANT real := after[1];
  after_name CONSTANT text := after[2];
  after_id CONSTANT uuid := after[3];
  offices uuid[];
BEGIN
  IF filters IS NOT NULL OR sort IS NOT NULL THEN
    RETURN QUERY SELECT * FROM find_names('journalists', concat_ws(' AND ', 'true',
      CASE WHEN filters ? 'outletId' THEN
        'EXISTS (SELECT FROM affiliations a
                  WHERE a.office_id = t.office_id AND a.journalist_id = t.id AND a.outlet_id = ($1 ->> ''outletId'')::uuid
                    AND office_today(t.office_id) BETWEEN coalesce(a.from_date, ''-infinity'') AND coalesce(a.until_date, ''infinity''))' END,
      CASE WHEN filters ? 'notInvitedTo' THEN
        'NOT EXISTS (SELECT FROM invitations i
                      WHERE i.office_id = t.office_id AND i.journalist_id = t.id AND i.revoked_at IS NULL
                        AND i.session_id = ($1 ->> ''notInvitedTo'')::uuid)' END,
      CASE WHEN filters ? 'beat' THEN 'label_asked(t.beats, $1 -> ''beat'')' END,
      CASE WHEN filters ? 'tag' THEN 'label_asked(t.tags, $1 -> ''tag'')' END,
      CASE WHEN filters ? 'competenceLevel' THEN '($1 -> ''competenceLevel'') ? t.competence_level' END,
      CASE WHEN filters ? 'provisional' THEN 't.provisional = ($1 ->> ''provisional'')::boolean' END
    ), q, filters, sort, after, lim);
    RETURN;
  END IF;
  offices := offices_in_sight(NULL);
  IF after IS NULL OR after_score >= 2 THEN
    RETURN QUERY
      SELECT m.id, m.office_id, m.score
        FROM unnest(offices) o(id) CROSS JOIN LATERAL (
          SELECT m.* FROM (
            SELECT t.id, t.office_id, t.search, name_score(t.search, needle, false) AS score FROM journalists t
             WHERE t.office_id = o.id AND t.archived_at IS NULL AND t.search LIKE pattern) m
           WHERE after IS NULL OR m.score < after_score
              OR m.score = after_score AND (m.search, m.id) > (after_name, after_id)
           ORDER BY m.score DESC, m.search, m.id LIMIT lim) m
       ORDER BY m.score DESC, m.search, m.id LIMIT lim;
    IF FOUND OR after IS NOT NULL THEN RETURN; END IF;
  END IF;
  RETURN QUERY
    SELECT m.id, m.office_id, m.score
      FROM unnest(offices) o(id) CROSS JOIN LATERAL (
        SELECT m.* FROM (
          SELECT t.id, t.office_id, t.search, name_score(t.search, needle, true) AS score FROM journalists t
           WHERE t.office_id = o.id AND t.archived_at IS NULL AND needle <% t.search) m
         WHERE after IS NULL OR m.score < after_score
            OR m.score = after_score AND (m.search, m.id) > (after_name, after_id)
         ORDER BY m.score DESC, m.search, m.id LIMIT lim) m
     ORDER BY m.score DESC, m.search, m.id LIMIT lim;
END $$;

-- Outlets by any part of the name, else by likeness; there are too few of them to keep plans for.
CREATE FUNCTION search_outlets(q text, filters jsonb, sort text, after text[], lim integer)
RETURNS TABLE (id uuid, office_id uuid, score real)
LANGUAGE sql STABLE ROWS 25 SECURITY DEFINER
SET search_path = public, pg_catalog
SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  SELECT * FROM find_names('outlets', concat_ws(' AND ', 'true',
    CASE WHEN filters ? 'platform' THEN '($1 -> ''platform'') ? t.platform' END,
    CASE WHEN filters ? 'pressCouncilStatus' THEN '($1 -> ''pressCouncilStatus'') ? t.press_council_status' END,
    CASE WHEN filters ? 'tag' THEN 'label_asked(t.tags, $1 -> ''tag'')' END,
    CASE WHEN filters ? 'city' THEN 'lower(t.city) = lower($1 ->> ''city'')' END,
    CASE WHEN filters ? 'withoutJournalists' THEN
      'NOT EXISTS (SELECT FROM affiliations a JOIN journalists j ON j.id = a.journalist_id AND j.office_id = a.office_id
                    WHERE a.office_id = t.office_id AND a.outlet_id = t.id AND j.archived_at IS NULL
                      AND office_today(t.office_id) BETWEEN coalesce(a.from_date, ''-infinity'') AND coalesce(a.until_date, ''infinity''))' END
  ), q, filters, sort, after, lim)
$$;

GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION search_journalists(text, jsonb, text, text[], integer) OWNER TO ngopi_lookup;
ALTER FUNCTION search_outlets(text, jsonb, text, text[], integer) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
REVOKE EXECUTE ON FUNCTION search_journalists(text, jsonb, text, text[], integer),
  search_outlets(text, jsonb, text, text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_journalists(text, jsonb, text, text[], integer),
  search_outlets(text, jsonb, text, text[], integer) TO ngopi_app;
