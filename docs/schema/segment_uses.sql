-- Generated from the migrations by `npm run schema`.

CREATE TABLE segment_uses (
  id          uuid                     NOT NULL DEFAULT uuidv7(),
  office_id   uuid                     NOT NULL,
  segment_id  uuid                     NOT NULL,
  session_id  uuid                     NOT NULL,
  used_at     timestamp with time zone NOT NULL DEFAULT now(),
  by_user_id  uuid,
  members     uuid[]                   NOT NULL,
  CONSTRAINT segment_uses_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT segment_uses_segment_id_office_id_fkey FOREIGN KEY (segment_id, office_id) REFERENCES segments(id, office_id),
  CONSTRAINT segment_uses_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id)
);

COMMENT ON TABLE segment_uses IS 'Whom a segment held each time it was used to invite, to show what changed since';

CREATE INDEX segment_uses_segment ON segment_uses (office_id, segment_id, id);

ALTER TABLE segment_uses ENABLE ROW LEVEL SECURITY;
ALTER TABLE segment_uses FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON segment_uses FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON segment_uses FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON segment_uses FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON segment_uses FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT ON segment_uses TO ngopi_app;
