CREATE TABLE series (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  title text NOT NULL,
  rrule text NOT NULL,
  starts_on date NOT NULL,
  start_time time NOT NULL,
  duration_minutes integer NOT NULL CHECK (duration_minutes > 0),
  time_zone text NOT NULL,
  venue text NOT NULL,
  capacity integer CHECK (capacity > 0),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id)
);
COMMENT ON TABLE series IS 'A recurring coffee meet (rangkaian): an RFC 5545 rule in a zone of its own';
CREATE INDEX series_office ON series (office_id, title, id);
CALL guard_office_table('series');
GRANT SELECT, INSERT, UPDATE ON series TO ngopi_app;

CREATE TABLE sessions (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL REFERENCES offices,
  series_id uuid,
  title text NOT NULL,
  search text NOT NULL GENERATED ALWAYS AS (searchable(title)) STORED,
  description text,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  time_zone text NOT NULL,
  venue text NOT NULL,
  map_url text,
  entry_note text,
  agenda jsonb NOT NULL DEFAULT '[]',
  capacity integer CHECK (capacity > 0),
  seats_taken integer NOT NULL DEFAULT 0 CHECK (seats_taken >= 0),
  rsvp_closes_at timestamptz,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'cancelled', 'done')),
  cancel_reason text,
  calendar_sequence integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (id, office_id),
  FOREIGN KEY (series_id, office_id) REFERENCES series (id, office_id),
  CHECK (ends_at > starts_at),
  CONSTRAINT sessions_seats CHECK (seats_taken <= capacity)
);
COMMENT ON TABLE sessions IS 'One dated meeting; answers close at rsvp_closes_at, or at the start where that is null';
COMMENT ON COLUMN sessions.seats_taken IS 'Moves only in the statement that grants or frees a seat';
CREATE INDEX sessions_start ON sessions (office_id, starts_at, id);
CREATE INDEX sessions_series ON sessions (office_id, series_id);
CREATE INDEX sessions_search ON sessions USING gin (office_id, search gin_trgm_ops);
-- A seat granted is recorded with the answer that took it; it is no edit of the session by a person.
CALL guard_office_table('sessions', edited => false);
CREATE TRIGGER touch BEFORE UPDATE ON sessions FOR EACH ROW
  WHEN (OLD.seats_taken = NEW.seats_taken) EXECUTE FUNCTION touch_row();
CREATE TRIGGER log_new AFTER INSERT OR DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER log_change AFTER UPDATE ON sessions FOR EACH ROW
  WHEN (OLD.seats_taken = NEW.seats_taken) EXECUTE FUNCTION record_activity();
GRANT SELECT, INSERT, UPDATE ON sessions TO ngopi_app;
