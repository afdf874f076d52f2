-- A series makes its sessions by a rule; what they have in common stands on the series.
ALTER TABLE series
  ADD COLUMN description text,
  ADD COLUMN map_url text,
  ADD COLUMN entry_note text,
  ADD COLUMN agenda jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN answer_deadline_minutes integer CHECK (answer_deadline_minutes BETWEEN 0 AND 43200),
  ADD COLUMN holiday_policy text NOT NULL DEFAULT 'ask' CHECK (holiday_policy IN ('ask', 'skip', 'before', 'after')),
  ADD COLUMN extra_dates date[] NOT NULL DEFAULT '{}',
  ADD COLUMN skipped_dates date[] NOT NULL DEFAULT '{}',
  ADD COLUMN previous_series_id uuid,
  ADD COLUMN planned_until date,
  ADD FOREIGN KEY (previous_series_id, office_id) REFERENCES series (id, office_id),
  ADD CONSTRAINT series_follows_once UNIQUE (office_id, previous_series_id);
COMMENT ON COLUMN series.answer_deadline_minutes IS 'How long before the start answers close; null is at the start';
COMMENT ON COLUMN series.previous_series_id IS 'The series this one was split from; it ends where this one begins';
COMMENT ON COLUMN series.planned_until IS 'The last day up to which sessions were made, in the zone of the series';

-- How far sessions are made is no edit by a person: it makes nobody's form stale and fills no log.
DROP TRIGGER touch ON series;
CREATE TRIGGER touch BEFORE UPDATE ON series FOR EACH ROW
  WHEN (OLD.planned_until IS NOT DISTINCT FROM NEW.planned_until) EXECUTE FUNCTION touch_row();
DROP TRIGGER log ON series;
CREATE TRIGGER log_new AFTER INSERT ON series FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER log_change AFTER UPDATE ON series FOR EACH ROW
  WHEN (OLD.planned_until IS NOT DISTINCT FROM NEW.planned_until) EXECUTE FUNCTION record_activity();

ALTER TABLE sessions
  ADD COLUMN occurrence_date date,
  ADD COLUMN hand_edited boolean NOT NULL DEFAULT false,
  ADD COLUMN off_rule text CHECK (off_rule IN ('undecided', 'kept')),
  ADD CONSTRAINT sessions_occurrence UNIQUE (office_id, series_id, occurrence_date);
COMMENT ON COLUMN sessions.occurrence_date IS
  'The day the rule of the series names, whatever day the session moved to; so no occurrence is made twice';
COMMENT ON COLUMN sessions.hand_edited IS 'A person changed it, so the series never takes it away';
COMMENT ON COLUMN sessions.off_rule IS 'The series no longer names this day: undecided, or kept by an officer';
-- Drafts that a series made, that nobody touched and nobody was invited to, go when the rule no longer names them.
GRANT DELETE ON sessions TO ngopi_app;

-- Sessions planned before series made them: their own day is their occurrence, and a series leaves them alone.
SELECT set_config('app.actor', 'system:', true);
ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY;
UPDATE sessions s SET occurrence_date = d.day, hand_edited = true
  FROM (SELECT id, office_id, (starts_at AT TIME ZONE time_zone)::date AS day,
               row_number() OVER (PARTITION BY office_id, series_id, (starts_at AT TIME ZONE time_zone)::date ORDER BY id) AS nth
          FROM sessions WHERE series_id IS NOT NULL) d
 WHERE d.id = s.id AND d.office_id = s.office_id AND d.nth = 1;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;

-- The daily job knows no office: it asks which series have less than half a year of sessions before them.
CREATE POLICY lookup ON series FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (id, office_id, time_zone, planned_until, archived_at) ON series TO ngopi_lookup;
CREATE FUNCTION series_to_plan() RETURNS TABLE (office_id uuid, series_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT s.office_id, s.id FROM series s
   WHERE s.archived_at IS NULL
     AND (s.planned_until IS NULL OR s.planned_until < ((now() AT TIME ZONE s.time_zone) + interval '6 months')::date)
   ORDER BY s.office_id, s.id
$$;
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION series_to_plan() OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION series_to_plan() TO ngopi_app;
