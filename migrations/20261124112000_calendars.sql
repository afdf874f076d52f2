CREATE TABLE calendar_feeds (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_read_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (user_id, office_id) REFERENCES users (id, office_id)
);
COMMENT ON TABLE calendar_feeds IS 'An address under which a user subscribes to the sessions of the office; only the hash of its secret is kept';
CREATE UNIQUE INDEX calendar_feeds_token ON calendar_feeds (token_hash);
CREATE INDEX calendar_feeds_user ON calendar_feeds (office_id, user_id);
CALL guard_office_table('calendar_feeds', edited => false);
GRANT SELECT, INSERT, UPDATE ON calendar_feeds TO ngopi_app;

CREATE POLICY lookup ON calendar_feeds FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (id, office_id, user_id, token_hash, revoked_at) ON calendar_feeds TO ngopi_lookup;
CREATE FUNCTION find_calendar_feed(hash bytea) RETURNS TABLE (id uuid, office_id uuid)
LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT f.id, f.office_id
    FROM calendar_feeds f JOIN users u ON u.id = f.user_id AND u.office_id = f.office_id
   WHERE f.token_hash = hash AND f.revoked_at IS NULL AND u.disabled_at IS NULL
$$;
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION find_calendar_feed(bytea) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION find_calendar_feed(bytea) TO ngopi_app;

-- A mail may carry the session for the calendar of its reader (RFC 6047).
ALTER TABLE mails
  ADD COLUMN calendar_method text CHECK (calendar_method IN ('REQUEST', 'CANCEL')),
  ADD COLUMN calendar_body text,
  ADD CHECK ((calendar_method IS NULL) = (calendar_body IS NULL));

-- A feed asks only whether anything changed since it was last read.
CREATE INDEX sessions_changed ON sessions (office_id, updated_at);
