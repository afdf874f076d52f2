-- The timeline of an outlet reads its questions.
CREATE INDEX questions_outlet ON questions (office_id, outlet_id);

-- How many invitations of each session led to a question. Those off the record are counted, so that a
-- regional office and the office itself read the same figure; their words stay where they were said.
CREATE POLICY lookup ON questions FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (office_id, session_id, invitation_id, journalist_id, archived_at) ON questions TO ngopi_lookup;

CREATE FUNCTION count_asked(sessions uuid[]) RETURNS TABLE (session_id uuid, asked bigint)
LANGUAGE sql STABLE ROWS 50 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT q.session_id, count(DISTINCT i.id)
    FROM unnest(offices_in_sight(NULL)) o(id)
    JOIN questions q ON q.office_id = o.id AND q.session_id = ANY (sessions) AND q.archived_at IS NULL
    JOIN invitations i ON i.office_id = o.id AND i.session_id = q.session_id AND i.revoked_at IS NULL
     AND (i.id = q.invitation_id OR i.journalist_id = q.journalist_id)
   GROUP BY q.session_id
$$;

-- Sessions and coverage by any part of the title, as journalists and outlets are found.
CREATE POLICY lookup ON sessions FOR SELECT TO ngopi_lookup USING (true);
CREATE POLICY lookup ON coverage FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (id, office_id, search, archived_at) ON sessions TO ngopi_lookup;
GRANT SELECT (id, office_id, search, archived_at) ON coverage TO ngopi_lookup;

CREATE FUNCTION search_sessions(q text, lim integer)
RETURNS TABLE (id uuid, office_id uuid, score real)
LANGUAGE sql STABLE ROWS 25 SECURITY DEFINER
SET search_path = public, pg_catalog
SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  SELECT * FROM find_names('sessions', 'true', q, NULL, NULL, NULL, lim)
$$;

CREATE FUNCTION search_coverage(q text, lim integer)
RETURNS TABLE (id uuid, office_id uuid, score real)
LANGUAGE sql STABLE ROWS 25 SECURITY DEFINER
SET search_path = public, pg_catalog
SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  SELECT * FROM find_names('coverage', 'true', q, NULL, NULL, NULL, lim)
$$;

GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION count_asked(uuid[]) OWNER TO ngopi_lookup;
ALTER FUNCTION search_sessions(text, integer) OWNER TO ngopi_lookup;
ALTER FUNCTION search_coverage(text, integer) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION count_asked(uuid[]), search_sessions(text, integer), search_coverage(text, integer)
  TO ngopi_app;
