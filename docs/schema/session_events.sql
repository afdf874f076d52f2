-- Generated from the migrations by `npm run schema`.

CREATE TABLE session_events (
  office_id   uuid                     NOT NULL,
  session_id  uuid                     NOT NULL,
  event       bigint                   NOT NULL,
  subject     text                     NOT NULL,
  subject_id  uuid                     NOT NULL,
  at          timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT session_events_pkey PRIMARY KEY (session_id, event, office_id),
  CONSTRAINT session_events_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id)
);

COMMENT ON TABLE session_events IS 'What changed in a session, by name alone; kept for two days so that whoever was cut off catches up';

CREATE INDEX session_events_age ON session_events (at);

ALTER TABLE session_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_events FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON session_events FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY expired ON session_events FOR ALL TO ngopi_lookup
  USING ((at < (now() - '2 days'::interval)));
CREATE POLICY insertable ON session_events FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON session_events FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON session_events FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT ON session_events TO ngopi_app;
GRANT DELETE ON session_events TO ngopi_lookup;
GRANT SELECT (at) ON session_events TO ngopi_lookup;
