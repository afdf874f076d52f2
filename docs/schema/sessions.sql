-- Generated from the migrations by `npm run schema`.

CREATE TABLE sessions (
  id                 uuid                     NOT NULL DEFAULT uuidv7(),
  office_id          uuid                     NOT NULL,
  series_id          uuid,
  title              text                     NOT NULL,
  search             text                     NOT NULL GENERATED ALWAYS AS (searchable(title)) STORED,
  description        text,
  starts_at          timestamp with time zone NOT NULL,
  ends_at            timestamp with time zone NOT NULL,
  time_zone          text                     NOT NULL,
  venue              text                     NOT NULL,
  map_url            text,
  entry_note         text,
  agenda             jsonb                    NOT NULL DEFAULT '[]'::jsonb,
  capacity           integer,
  seats_taken        integer                  NOT NULL DEFAULT 0,
  rsvp_closes_at     timestamp with time zone,
  status             text                     NOT NULL DEFAULT 'draft'::text,
  cancel_reason      text,
  calendar_sequence  integer                  NOT NULL DEFAULT 0,
  version            integer                  NOT NULL DEFAULT 1,
  created_at         timestamp with time zone NOT NULL DEFAULT now(),
  updated_at         timestamp with time zone NOT NULL DEFAULT now(),
  archived_at        timestamp with time zone,
  occurrence_date    date,
  hand_edited        boolean                  NOT NULL DEFAULT false,
  off_rule           text,
  reminders          jsonb,
  seats_per_outlet   integer,
  reminders_since    timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT sessions_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT sessions_occurrence UNIQUE (office_id, series_id, occurrence_date),
  CONSTRAINT sessions_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT sessions_series_id_office_id_fkey FOREIGN KEY (series_id, office_id) REFERENCES series(id, office_id),
  CONSTRAINT sessions_capacity_check CHECK (capacity >= 0),
  CONSTRAINT sessions_check CHECK (ends_at > starts_at),
  CONSTRAINT sessions_off_rule_check CHECK (off_rule = ANY (ARRAY['undecided'::text, 'kept'::text])),
  CONSTRAINT sessions_seats CHECK (seats_taken <= capacity),
  CONSTRAINT sessions_seats_per_outlet_check CHECK (seats_per_outlet > 0),
  CONSTRAINT sessions_seats_taken_check CHECK (seats_taken >= 0),
  CONSTRAINT sessions_status_check CHECK (status = ANY (ARRAY['draft'::text, 'published'::text, 'cancelled'::text, 'done'::text]))
);

COMMENT ON TABLE sessions IS 'One dated meeting; answers close at rsvp_closes_at, or at the start where that is null';
COMMENT ON COLUMN sessions.seats_taken IS 'Moves only in the statement that grants or frees a seat';
COMMENT ON COLUMN sessions.occurrence_date IS 'The day the rule of the series names, whatever day the session moved to; so no occurrence is made twice';
COMMENT ON COLUMN sessions.hand_edited IS 'A person changed it, so the series never takes it away';
COMMENT ON COLUMN sessions.off_rule IS 'The series no longer names this day: undecided, or kept by an officer';
COMMENT ON COLUMN sessions.reminders IS 'Null: those of its series, else of its office';
COMMENT ON COLUMN sessions.seats_per_outlet IS 'How many to invite from one outlet; null: that of its series, else as many as one likes';
COMMENT ON COLUMN sessions.reminders_since IS 'Since when its reminders are as they are; what was due before is not sent';

CREATE INDEX sessions_changed ON sessions (office_id, updated_at);
CREATE INDEX sessions_search ON sessions USING gin (office_id, search gin_trgm_ops);
CREATE INDEX sessions_series ON sessions (office_id, series_id);
CREATE INDEX sessions_start ON sessions (office_id, starts_at, id);
CREATE INDEX sessions_to_remind ON sessions (starts_at) WHERE ((status = 'published'::text) AND (archived_at IS NULL));

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON sessions FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON sessions FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON sessions FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON sessions FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON sessions FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log_change AFTER UPDATE ON sessions FOR EACH ROW WHEN (old.seats_taken = new.seats_taken) EXECUTE FUNCTION record_activity();
CREATE TRIGGER log_new AFTER INSERT OR DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER restart_reminders BEFORE UPDATE OF status, starts_at, time_zone, reminders ON sessions FOR EACH ROW WHEN (old.status IS DISTINCT FROM new.status OR old.starts_at IS DISTINCT FROM new.starts_at OR old.time_zone IS DISTINCT FROM new.time_zone OR old.reminders IS DISTINCT FROM new.reminders) EXECUTE FUNCTION restart_reminders();
CREATE TRIGGER touch BEFORE UPDATE ON sessions FOR EACH ROW WHEN (old.seats_taken = new.seats_taken) EXECUTE FUNCTION touch_row();

GRANT DELETE, INSERT, SELECT, UPDATE ON sessions TO ngopi_app;
GRANT SELECT (id, office_id, series_id, search, starts_at, time_zone, rsvp_closes_at, status, archived_at, reminders) ON sessions TO ngopi_lookup;
