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

-- One event a statement and session, whatever number of rows it touched of one subject each.
CREATE FUNCTION announce_session_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  number bigint;
BEGIN
  INSERT INTO session_feeds (office_id, session_id, last_event) VALUES (NEW.office_id, NEW.session_id, 1)
  ON CONFLICT (session_id, office_id) DO UPDATE SET last_event = session_feeds.last_event + 1
  RETURNING last_event INTO number;
  INSERT INTO session_events (office_id, session_id, event, subject, subject_id)
  VALUES (NEW.office_id, NEW.session_id, number, TG_TABLE_NAME, NEW.id);
  PERFORM pg_notify('ngopi_sessions', NEW.office_id || ' ' || NEW.session_id || ' ' || number);
  RETURN NULL;
END $$;
