CREATE TABLE offices (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  parent_id uuid REFERENCES offices,
  name text NOT NULL,
  time_zone text NOT NULL,
  city text,
  letterhead jsonb NOT NULL DEFAULT '{"lines": [], "signatoryName": "", "signatoryTitle": "", "signatoryNip": ""}',
  contact_name text,
  contact_phone text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  CHECK ((contact_name IS NULL) = (contact_phone IS NULL))
);
COMMENT ON TABLE offices IS 'A press office (satuan kerja); a regional office is the parent of others';
CREATE INDEX offices_parent ON offices (parent_id);
ALTER TABLE offices ENABLE ROW LEVEL SECURITY;
ALTER TABLE offices FORCE ROW LEVEL SECURITY;
-- An admin sets children up, so a child is seen by its parent even where its data is not.
CREATE POLICY readable ON offices FOR SELECT TO ngopi_app USING (
  id = ANY (string_to_array(current_setting('app.offices', true), ',')::uuid[])
  OR parent_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]
);
CREATE POLICY insertable ON offices FOR INSERT TO ngopi_app WITH CHECK (
  id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]
);
CREATE POLICY updatable ON offices FOR UPDATE TO ngopi_app USING (
  id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]
);
CREATE TRIGGER touch BEFORE UPDATE ON offices FOR EACH ROW EXECUTE FUNCTION touch_row();
CREATE TRIGGER log AFTER INSERT OR UPDATE OR DELETE ON offices FOR EACH ROW EXECUTE FUNCTION record_activity();
GRANT SELECT, INSERT, UPDATE ON offices TO ngopi_app;

CREATE TABLE users (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  name text NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  role text NOT NULL CHECK (role IN ('admin', 'officer', 'manager', 'desk')),
  password_hash text,
  disabled_at timestamptz,
  last_login_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id),
  CONSTRAINT users_email UNIQUE (email)
);
COMMENT ON TABLE users IS 'A person who logs in; without a password hash the invitation is still open';
CREATE INDEX users_office ON users (office_id, name, id);
CALL guard_office_table('users');
GRANT SELECT, INSERT, UPDATE ON users TO ngopi_app;

CREATE TABLE logins (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  previous_hash bytea,
  rotated_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (user_id, office_id) REFERENCES users (id, office_id)
);
COMMENT ON TABLE logins IS 'A family of refresh tokens: the hash of the present one and of its immediate predecessor';
CREATE INDEX logins_user ON logins (office_id, user_id);
CALL guard_office_table('logins', edited => false);
GRANT SELECT, INSERT, UPDATE, DELETE ON logins TO ngopi_app;

CREATE TABLE password_tokens (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reset')),
  token_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (id, office_id),
  UNIQUE (office_id, user_id, kind),
  FOREIGN KEY (user_id, office_id) REFERENCES users (id, office_id)
);
COMMENT ON TABLE password_tokens IS 'Hashes of links that set a password; one of a kind for each user, deleted when used';
CREATE INDEX password_tokens_hash ON password_tokens (token_hash);
CALL guard_office_table('password_tokens', edited => false);
GRANT SELECT, INSERT, UPDATE, DELETE ON password_tokens TO ngopi_app;

CREATE TABLE idempotency_keys (
  office_id uuid NOT NULL,
  user_id uuid NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  body_hash bytea NOT NULL,
  status integer NOT NULL,
  body jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (office_id, user_id, operation, key)
);
COMMENT ON TABLE idempotency_keys IS 'The answer given to a write under a key of the caller, kept for 24 hours';
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
CALL guard_office_table('idempotency_keys', edited => false);
GRANT SELECT, INSERT, UPDATE ON idempotency_keys TO ngopi_app;

CREATE TABLE mails (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  recipient_name text,
  recipient text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text,
  confidential boolean NOT NULL DEFAULT false,
  state text NOT NULL CHECK (state IN ('kept', 'queued', 'sent', 'failed')),
  error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  PRIMARY KEY (id, office_id)
);
COMMENT ON TABLE mails IS 'Mails to send, sent, or kept because no mail server is set up; a confidential text is shown to nobody';
CREATE INDEX mails_office ON mails (office_id, id);
CALL guard_office_table('mails', edited => false);
GRANT SELECT, INSERT, UPDATE ON mails TO ngopi_app;

-- Counting attempts needs no office and must survive nothing, so it is unlogged and reached by one function.
CREATE UNLOGGED TABLE rate_counters (
  key text NOT NULL,
  window_start timestamptz NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (key, window_start)
);
COMMENT ON TABLE rate_counters IS 'Attempts counted in fixed windows, shared by all processes';

-- Adds `amount` (0 only reads) to a counter; answers the count in the window and the seconds it still lasts.
CREATE FUNCTION count_attempt(counter text, window_seconds integer, amount integer, OUT attempts integer, OUT seconds_left integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  started CONSTANT timestamptz := to_timestamp(floor(extract(epoch FROM clock_timestamp()) / window_seconds) * window_seconds);
BEGIN
  IF amount = 0 THEN
    SELECT c.count INTO attempts FROM rate_counters c WHERE c.key = counter AND c.window_start = started;
  ELSE
    INSERT INTO rate_counters AS c (key, window_start, count) VALUES (counter, started, amount)
    ON CONFLICT (key, window_start) DO UPDATE SET count = c.count + excluded.count
    RETURNING c.count INTO attempts;
  END IF;
  attempts := coalesce(attempts, 0);
  seconds_left := greatest(1, ceil(extract(epoch FROM started + make_interval(secs => window_seconds) - clock_timestamp())));
END $$;

CREATE POLICY expired ON idempotency_keys TO ngopi_lookup USING (created_at < now() - interval '24 hours');
GRANT SELECT (created_at), DELETE ON idempotency_keys TO ngopi_lookup;

CREATE FUNCTION forget_what_expired() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  DELETE FROM rate_counters WHERE window_start < now() - interval '1 day';
  DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours';
$$;

-- Before an office is known. Each function answers one question about one secret or one key.
CREATE POLICY lookup ON offices FOR SELECT TO ngopi_lookup USING (true);
CREATE POLICY lookup ON users FOR SELECT TO ngopi_lookup USING (true);
CREATE POLICY lookup ON logins FOR SELECT TO ngopi_lookup USING (true);
CREATE POLICY lookup ON password_tokens FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (id, parent_id, name, archived_at) ON offices TO ngopi_lookup;
GRANT SELECT (id, office_id, name, email, role, password_hash, disabled_at) ON users TO ngopi_lookup;
GRANT SELECT (id, office_id, user_id) ON logins TO ngopi_lookup;
GRANT SELECT (office_id, user_id, kind, token_hash, expires_at) ON password_tokens TO ngopi_lookup;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_counters TO ngopi_lookup;

CREATE FUNCTION find_account(address text)
RETURNS TABLE (id uuid, office_id uuid, name text, password_hash text, disabled boolean)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT u.id, u.office_id, u.name, u.password_hash, u.disabled_at IS NOT NULL FROM users u WHERE u.email = address
$$;

-- What a user may do and see now; `offices` has the own one first, then for a manager all those below.
CREATE FUNCTION find_access(user_id uuid)
RETURNS TABLE (id uuid, office_id uuid, office_name text, name text, role text, disabled boolean, offices uuid[])
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
         ) END
    FROM users u JOIN offices o ON o.id = u.office_id
   WHERE u.id = find_access.user_id
$$;

CREATE FUNCTION find_login(login_id uuid) RETURNS TABLE (office_id uuid, user_id uuid)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT l.office_id, l.user_id FROM logins l WHERE l.id = login_id
$$;

CREATE FUNCTION find_password_token(hash bytea) RETURNS TABLE (office_id uuid, user_id uuid, kind text)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT t.office_id, t.user_id, t.kind FROM password_tokens t WHERE t.token_hash = hash AND t.expires_at > now()
$$;

CREATE FUNCTION any_office_exists() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog
AS $$ SELECT EXISTS (SELECT FROM offices) $$;

GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION count_attempt(text, integer, integer) OWNER TO ngopi_lookup;
ALTER FUNCTION forget_what_expired() OWNER TO ngopi_lookup;
ALTER FUNCTION find_account(text) OWNER TO ngopi_lookup;
ALTER FUNCTION find_access(uuid) OWNER TO ngopi_lookup;
ALTER FUNCTION find_login(uuid) OWNER TO ngopi_lookup;
ALTER FUNCTION find_password_token(bytea) OWNER TO ngopi_lookup;
ALTER FUNCTION any_office_exists() OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION count_attempt(text, integer, integer), forget_what_expired(), find_account(text),
  find_access(uuid), find_login(uuid), find_password_token(bytea), any_office_exists() TO ngopi_app;

-- Processes keep what a user may do in memory; they drop it when they hear of a change.
CREATE FUNCTION announce_access_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('ngopi_access', CASE TG_TABLE_NAME WHEN 'users' THEN NEW.id::text ELSE '' END);
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER UPDATE OF role, disabled_at, name, password_hash ON users
  FOR EACH ROW EXECUTE FUNCTION announce_access_change();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF parent_id, name ON offices
  FOR EACH ROW EXECUTE FUNCTION announce_access_change();

-- The one way to queue a job: in the transaction that causes it, with the office and actor of that
-- transaction, so a worker acts for them and for nobody else.
CREATE FUNCTION queue_job(task text, data jsonb, job_key text DEFAULT NULL, run_at timestamptz DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  office CONSTANT text := split_part(current_setting('app.offices', true), ',', 1);
BEGIN
  IF coalesce(office, '') = '' OR coalesce(current_setting('app.actor', true), '') = '' THEN
    RAISE EXCEPTION 'a job without an office or an actor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM graphile_worker.add_job(
    identifier => task,
    payload => json_build_object('officeId', office, 'actor', current_setting('app.actor', true), 'data', data),
    job_key => job_key,
    run_at => run_at
  );
END $$;
GRANT EXECUTE ON FUNCTION queue_job(text, jsonb, text, timestamptz) TO ngopi_app;
