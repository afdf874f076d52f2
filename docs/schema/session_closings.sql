-- Generated from the migrations by `npm run schema`.

CREATE TABLE session_closings (
  office_id   uuid                     NOT NULL,
  session_id  uuid                     NOT NULL,
  closed_at   timestamp with time zone NOT NULL DEFAULT now(),
  closed_by   uuid                     NOT NULL,
  counts      jsonb                    NOT NULL,
  CONSTRAINT session_closings_pkey PRIMARY KEY (session_id, office_id),
  CONSTRAINT session_closings_closed_by_office_id_fkey FOREIGN KEY (closed_by, office_id) REFERENCES users(id, office_id),
  CONSTRAINT session_closings_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id)
);

COMMENT ON TABLE session_closings IS 'The counts of a session when it was closed; they stay whatever is corrected or erased later';

ALTER TABLE session_closings ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_closings FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON session_closings FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON session_closings FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON session_closings FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON session_closings FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT ON session_closings TO ngopi_app;
