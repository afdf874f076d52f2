-- An access token is of one login and one password. What a process keeps of a user says which password is the
-- present one and which logins ended within the life of a token.
GRANT SELECT (ended_at) ON logins TO ngopi_lookup;
GRANT SELECT (password_set_at) ON users TO ngopi_lookup;

DROP FUNCTION find_access(uuid);
CREATE FUNCTION find_access(user_id uuid)
RETURNS TABLE (
  id uuid, office_id uuid, office_name text, name text, role text, disabled boolean, offices uuid[],
  password_set_at timestamptz, ended_logins uuid[]
)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT u.id, u.office_id, o.name, u.name, u.role, u.disabled_at IS NOT NULL OR u.password_hash IS NULL,
         CASE WHEN u.role <> 'manager' THEN ARRAY[u.office_id] ELSE (
           WITH RECURSIVE below AS (
             SELECT u.office_id AS office, 0 AS depth
             UNION ALL
             SELECT child.id, below.depth + 1 FROM offices child JOIN below ON child.parent_id = below.office
              WHERE below.depth < 20
           )
           SELECT array_agg(below.office ORDER BY below.depth, below.office) FROM below
         ) END,
         u.password_set_at,
         ARRAY(SELECT l.id FROM logins l
                WHERE l.user_id = u.id AND l.office_id = u.office_id AND l.ended_at > now() - interval '11 minutes')
    FROM users u JOIN offices o ON o.id = u.office_id
   WHERE u.id = find_access.user_id
$$;

CREATE FUNCTION announce_login_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('ngopi_access', NEW.user_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER UPDATE OF ended_at ON logins
  FOR EACH ROW EXECUTE FUNCTION announce_login_end();

-- A feed shows what its user may see now, so whoever serves it must know whose it is.
DROP FUNCTION find_calendar_feed(bytea);
CREATE FUNCTION find_calendar_feed(hash bytea) RETURNS TABLE (id uuid, office_id uuid, user_id uuid)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT f.id, f.office_id, f.user_id
    FROM calendar_feeds f JOIN users u ON u.id = f.user_id AND u.office_id = f.office_id
   WHERE f.token_hash = hash AND f.revoked_at IS NULL AND u.disabled_at IS NULL
$$;

GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION find_access(uuid) OWNER TO ngopi_lookup;
ALTER FUNCTION find_calendar_feed(bytea) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION find_access(uuid), find_calendar_feed(bytea) TO ngopi_app;
