CREATE TABLE reminder_steps (
  id uuid NOT NULL DEFAULT uuidv7(),
  office_id uuid NOT NULL,
  session_id uuid NOT NULL,
  step text NOT NULL CHECK (step ~ '^\d{1,2}-\d{4}$'),
  paused boolean NOT NULL DEFAULT false,
  sent_at timestamptz,
  sent_for date,
  silent integer NOT NULL DEFAULT 0,
  maybe integer NOT NULL DEFAULT 0,
  attending integer NOT NULL DEFAULT 0,
  mailed integer NOT NULL DEFAULT 0,
  queued integer NOT NULL DEFAULT 0,
  unreached integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, office_id),
  CONSTRAINT reminder_steps_once UNIQUE (office_id, session_id, step),
  CHECK ((sent_at IS NULL) = (sent_for IS NULL)),
  FOREIGN KEY (session_id, office_id) REFERENCES sessions (id, office_id)
);
COMMENT ON TABLE reminder_steps IS 'What became of a step of the reminders of a session; a step without a row goes out when its time comes';
COMMENT ON COLUMN reminder_steps.sent_for IS 'The day of the session it was sent for: a session moved to another day is reminded of anew';
CALL guard_office_table('reminder_steps');
GRANT SELECT, INSERT, UPDATE ON reminder_steps TO ngopi_app;

-- A reminder whose time came before anybody planned it (a late publication, a session moved nearer, an offset added
-- afterwards) is not made up for: guests have just been written to.
ALTER TABLE offices ADD COLUMN reminders_since timestamptz NOT NULL DEFAULT now();
ALTER TABLE series ADD COLUMN reminders_since timestamptz NOT NULL DEFAULT now();
ALTER TABLE sessions ADD COLUMN reminders_since timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN sessions.reminders_since IS 'Since when its reminders are as they are; what was due before is not sent';
CREATE FUNCTION restart_reminders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.reminders_since := now();
  RETURN NEW;
END $$;
CREATE TRIGGER restart_reminders BEFORE UPDATE OF reminders ON offices FOR EACH ROW
  WHEN (OLD.reminders IS DISTINCT FROM NEW.reminders) EXECUTE FUNCTION restart_reminders();
CREATE TRIGGER restart_reminders BEFORE UPDATE OF reminders ON series FOR EACH ROW
  WHEN (OLD.reminders IS DISTINCT FROM NEW.reminders) EXECUTE FUNCTION restart_reminders();
CREATE TRIGGER restart_reminders BEFORE UPDATE OF status, starts_at, time_zone, reminders ON sessions FOR EACH ROW
  WHEN ((OLD.status, OLD.starts_at, OLD.time_zone, OLD.reminders)
    IS DISTINCT FROM (NEW.status, NEW.starts_at, NEW.time_zone, NEW.reminders)) EXECUTE FUNCTION restart_reminders();

-- The clock knows no office: it asks which sessions have a reminder whose time came not long ago. Quiet hours hold one
-- back for a day at most and a late one has six hours; the clock of a zone that is set back decides between two instants,
-- so the server looks a little further than it must and leaves the exact time to who sends.
CREATE INDEX sessions_to_remind ON sessions (starts_at) WHERE status = 'published' AND archived_at IS NULL;
GRANT SELECT (series_id, time_zone, starts_at, status, reminders) ON sessions TO ngopi_lookup;
GRANT SELECT (reminders) ON series TO ngopi_lookup;
GRANT SELECT (reminders) ON offices TO ngopi_lookup;
CREATE POLICY lookup ON reminder_steps FOR SELECT TO ngopi_lookup USING (true);
GRANT SELECT (office_id, session_id, step, paused, sent_for) ON reminder_steps TO ngopi_lookup;
CREATE FUNCTION sessions_to_remind(at timestamptz) RETURNS TABLE (office_id uuid, session_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  SELECT DISTINCT s.office_id, s.id
    FROM sessions s
    JOIN offices o ON o.id = s.office_id
    LEFT JOIN series r ON r.id = s.series_id AND r.office_id = s.office_id
   CROSS JOIN LATERAL (SELECT (s.starts_at AT TIME ZONE s.time_zone)::date AS day) d
   CROSS JOIN LATERAL jsonb_to_recordset(coalesce(s.reminders, r.reminders, o.reminders))
     AS step ("daysBefore" integer, "at" text)
   CROSS JOIN LATERAL (SELECT (d.day - step."daysBefore" + step."at"::time) AT TIME ZONE s.time_zone AS due) w
   WHERE s.status = 'published' AND s.archived_at IS NULL
     AND s.starts_at > sessions_to_remind.at AND s.starts_at < sessions_to_remind.at + interval '62 days'
     AND w.due BETWEEN sessions_to_remind.at - interval '32 hours' AND sessions_to_remind.at + interval '2 hours'
     AND NOT EXISTS (
       SELECT FROM reminder_steps t
        WHERE t.office_id = s.office_id AND t.session_id = s.id
          AND t.step = step."daysBefore" || '-' || replace(step."at", ':', '')
          AND (t.paused OR t.sent_for = d.day))
$$;
GRANT CREATE ON SCHEMA public TO ngopi_lookup;
ALTER FUNCTION sessions_to_remind(timestamptz) OWNER TO ngopi_lookup;
REVOKE CREATE ON SCHEMA public FROM ngopi_lookup;
GRANT EXECUTE ON FUNCTION sessions_to_remind(timestamptz) TO ngopi_app;
