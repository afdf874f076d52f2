-- Generated from the migrations by `npm run schema`.

CREATE TABLE minutes_versions (
  id          uuid                     NOT NULL DEFAULT uuidv7(),
  office_id   uuid                     NOT NULL,
  minutes_id  uuid                     NOT NULL,
  number      integer                  NOT NULL,
  body        jsonb                    NOT NULL,
  at          timestamp with time zone NOT NULL DEFAULT now(),
  by_user_id  uuid,
  CONSTRAINT minutes_versions_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT minutes_versions_once UNIQUE (office_id, minutes_id, number),
  CONSTRAINT minutes_versions_by_user_id_office_id_fkey FOREIGN KEY (by_user_id, office_id) REFERENCES users(id, office_id),
  CONSTRAINT minutes_versions_minutes_id_office_id_fkey FOREIGN KEY (minutes_id, office_id) REFERENCES minutes(id, office_id)
);

COMMENT ON TABLE minutes_versions IS 'What the minutes said at each save, append-only';

ALTER TABLE minutes_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutes_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON minutes_versions FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON minutes_versions FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON minutes_versions FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON minutes_versions FOR SELECT TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY updatable ON minutes_versions FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT ON minutes_versions TO ngopi_app;
GRANT SELECT (office_id, minutes_id, at) ON minutes_versions TO ngopi_lookup;
