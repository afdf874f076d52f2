-- Generated from the migrations by `npm run schema`.

CREATE TABLE series (
  id                       uuid                     NOT NULL DEFAULT uuidv7(),
  office_id                uuid                     NOT NULL,
  title                    text                     NOT NULL,
  rrule                    text                     NOT NULL,
  starts_on                date                     NOT NULL,
  start_time               time without time zone   NOT NULL,
  duration_minutes         integer                  NOT NULL,
  time_zone                text                     NOT NULL,
  venue                    text                     NOT NULL,
  capacity                 integer,
  version                  integer                  NOT NULL DEFAULT 1,
  created_at               timestamp with time zone NOT NULL DEFAULT now(),
  updated_at               timestamp with time zone NOT NULL DEFAULT now(),
  archived_at              timestamp with time zone,
  description              text,
  map_url                  text,
  entry_note               text,
  agenda                   jsonb                    NOT NULL DEFAULT '[]'::jsonb,
  answer_deadline_minutes  integer,
  holiday_policy           text                     NOT NULL DEFAULT 'ask'::text,
  extra_dates              date[]                   NOT NULL DEFAULT '{}'::date[],
  skipped_dates            date[]                   NOT NULL DEFAULT '{}'::date[],
  previous_series_id       uuid,
  planned_until            date,
  reminders                jsonb,
  seats_per_outlet         integer,
  reminders_since          timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT series_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT series_follows_once UNIQUE (office_id, previous_series_id),
  CONSTRAINT series_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT series_previous_series_id_office_id_fkey FOREIGN KEY (previous_series_id, office_id) REFERENCES series(id, office_id),
  CONSTRAINT series_answer_deadline_minutes_check CHECK (answer_deadline_minutes >= 0 AND answer_deadline_minutes <= 43200),
  CONSTRAINT series_capacity_check CHECK (capacity > 0),
  CONSTRAINT series_duration_minutes_check CHECK (duration_minutes > 0),
  CONSTRAINT series_holiday_policy_check CHECK (holiday_policy = ANY (ARRAY['ask'::text, 'skip'::text, 'before'::text, 'after'::text])),
  CONSTRAINT series_seats_per_outlet_check CHECK (seats_per_outlet > 0)
);

COMMENT ON TABLE series IS 'A recurring coffee meet (rangkaian): an RFC 5545 rule in a zone of its own';
COMMENT ON COLUMN series.answer_deadline_minutes IS 'How long before the start answers close; null is at the start';
COMMENT ON COLUMN series.previous_series_id IS 'The series this one was split from; it ends where this one begins';
COMMENT ON COLUMN series.planned_until IS 'The last day up to which sessions were made, in the zone of the series';

CREATE INDEX series_office ON series (office_id, title, id);

ALTER TABLE series ENABLE ROW LEVEL SECURITY;
ALTER TABLE series FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON series FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON series FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON series FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON series FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON series FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log_change AFTER UPDATE ON series FOR EACH ROW WHEN (NOT old.planned_until IS DISTINCT FROM new.planned_until) EXECUTE FUNCTION record_activity();
CREATE TRIGGER log_new AFTER INSERT ON series FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER restart_reminders BEFORE UPDATE OF reminders ON series FOR EACH ROW WHEN (old.reminders IS DISTINCT FROM new.reminders) EXECUTE FUNCTION restart_reminders();
CREATE TRIGGER touch BEFORE UPDATE ON series FOR EACH ROW WHEN (NOT old.planned_until IS DISTINCT FROM new.planned_until) EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON series TO ngopi_app;
GRANT SELECT (id, office_id, time_zone, archived_at, planned_until, reminders) ON series TO ngopi_lookup;
