-- What happens in a session while it is on, in the order it was committed, for those who watch.
CREATE TABLE session_feeds (
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  last_event bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (session_id, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id)
);
COMMENT ON TABLE session_feeds IS 'The number of the last event of a session; taking it orders events as they are committed';
CALL guard_office_table('session_feeds', edited => false);
GRANT SELECT, INSERT, UPDATE ON session_feeds TO ngopi_app;

CREATE TABLE session_events (
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  event bigint NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (session_id, event, office_id),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id)
);
COMMENT ON TABLE session_events IS 'What changed in a session, by name alone; kept for two days so that whoever was cut off catches up';
CREATE INDEX session_events_age ON session_events (at);
CALL guard_office_table('session_events', edited => false);
GRANT SELECT, INSERT ON session_events TO ngopi_app;

-- One event for each subject, in one step of the session's number and with one announcement, however many there are.
CREATE FUNCTION announce_session_events(office uuid, session uuid, subject text, ids uuid[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  last bigint;
BEGIN
  INSERT INTO session_feeds (office_id, session_id, last_event) VALUES (office, session, cardinality(ids))
  ON CONFLICT (session_id, office_id) DO UPDATE SET last_event = session_feeds.last_event + cardinality(ids)
  RETURNING last_event INTO last;
  INSERT INTO session_events (office_id, session_id, event, subject, subject_id)
  SELECT office, session, last - cardinality(ids) + n, announce_session_events.subject, id
    FROM unnest(ids) WITH ORDINALITY t(id, n);
  PERFORM pg_notify('ngopi_sessions', office || ' ' || session || ' ' || last);
END $$;
GRANT EXECUTE ON FUNCTION announce_session_events(uuid, uuid, text, uuid[]) TO ngopi_app;

-- A guest whose attendance changed; sessions in order, so that two statements never wait for each other.
CREATE FUNCTION announce_attendances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_session_events(t.office_id, t.session_id, 'attendance', t.ids)
    FROM (SELECT office_id, session_id, array_agg(journalist_id) AS ids FROM changed
           GROUP BY office_id, session_id ORDER BY session_id) t;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_new AFTER INSERT ON attendances
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_attendances();
CREATE TRIGGER announce_change AFTER UPDATE ON attendances
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_attendances();

-- Who is expected changed. Only about the day of a session does anybody watch, and answers should stay cheap before it.
CREATE FUNCTION announce_guests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_session_events(t.office_id, t.session_id, 'session', ARRAY[t.session_id])
    FROM (SELECT c.office_id, c.session_id FROM changed c
            JOIN sessions s ON s.id = c.session_id AND s.office_id = c.office_id
           WHERE s.starts_at BETWEEN now() - interval '1 day' AND now() + interval '1 day'
           GROUP BY c.office_id, c.session_id ORDER BY c.session_id) t;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_new AFTER INSERT ON invitations
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_guests();
CREATE TRIGGER announce_change AFTER UPDATE ON invitations
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_guests();

GRANT SELECT (at), DELETE ON session_events TO ngopi_lookup;
CREATE POLICY expired ON session_events FOR ALL TO ngopi_lookup USING (at < now() - interval '2 days');
CREATE OR REPLACE FUNCTION forget_what_expired() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  DELETE FROM rate_counters WHERE window_start < now() - interval '1 day';
  DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours';
  DELETE FROM session_events WHERE at < now() - interval '2 days';
$$;
