-- Generated from the migrations by `npm run schema`.

CREATE TABLE reminder_steps (
  id          uuid                     NOT NULL DEFAULT uuidv7(),
  office_id   uuid                     NOT NULL,
  session_id  uuid                     NOT NULL,
  step        text                     NOT NULL,
  paused      boolean                  NOT NULL DEFAULT false,
  sent_at     timestamp with time zone,
  sent_for    date,
  silent      integer                  NOT NULL DEFAULT 0,
  maybe       integer                  NOT NULL DEFAULT 0,
  attending   integer                  NOT NULL DEFAULT 0,
  mailed      integer                  NOT NULL DEFAULT 0,
  queued      integer                  NOT NULL DEFAULT 0,
  unreached   integer                  NOT NULL DEFAULT 0,
  version     integer                  NOT NULL DEFAULT 1,
  created_at  timestamp with time zone NOT NULL DEFAULT now(),
  updated_at  timestamp with time zone NOT NULL DEFAULT now(),
  failed_at   timestamp with time zone,
  CONSTRAINT reminder_steps_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT reminder_steps_once UNIQUE (office_id, session_id, step),
  CONSTRAINT reminder_steps_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id),
  CONSTRAINT reminder_steps_check CHECK ((sent_at IS NULL) = (sent_for IS NULL)),
  CONSTRAINT reminder_steps_check1 CHECK (failed_at IS NULL OR sent_at IS NOT NULL),
  CONSTRAINT reminder_steps_step_check CHECK (step ~ '^\d{1,2}-\d{4}$'::text)
);

COMMENT ON TABLE reminder_steps IS 'What became of a step of the reminders of a session; a step without a row goes out when its time comes';
COMMENT ON COLUMN reminder_steps.sent_for IS 'The day of the session it was sent for: a session moved to another day is reminded of anew';
COMMENT ON COLUMN reminder_steps.failed_at IS 'Since when guests of it could not be written to, though tried; null once all were, or while nothing went wrong';

ALTER TABLE reminder_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminder_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON reminder_steps FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON reminder_steps FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON reminder_steps FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON reminder_steps FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON reminder_steps FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

CREATE TRIGGER log AFTER INSERT OR DELETE OR UPDATE ON reminder_steps FOR EACH ROW EXECUTE FUNCTION record_activity();
CREATE TRIGGER touch BEFORE UPDATE ON reminder_steps FOR EACH ROW EXECUTE FUNCTION touch_row();

GRANT INSERT, SELECT, UPDATE ON reminder_steps TO ngopi_app;
GRANT SELECT (office_id, session_id, step, paused, sent_for) ON reminder_steps TO ngopi_lookup;
