-- Generated from the migrations by `npm run schema`.

CREATE TABLE session_feeds (
  office_id   uuid   NOT NULL,
  session_id  uuid   NOT NULL,
  last_event  bigint NOT NULL DEFAULT 0,
  CONSTRAINT session_feeds_pkey PRIMARY KEY (session_id, office_id),
  CONSTRAINT session_feeds_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id)
);

COMMENT ON TABLE session_feeds IS 'The number of the last event of a session; taking it orders events as they are committed';

ALTER TABLE session_feeds ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_feeds FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON session_feeds FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON session_feeds FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON session_feeds FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON session_feeds FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT, UPDATE ON session_feeds TO ngopi_app;
