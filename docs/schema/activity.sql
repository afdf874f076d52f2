-- Generated from the migrations by `npm run schema`.

CREATE TABLE activity (
  id          uuid                     NOT NULL DEFAULT uuidv7(),
  office_id   uuid                     NOT NULL,
  at          timestamp with time zone NOT NULL DEFAULT now(),
  actor_kind  text                     NOT NULL,
  actor_id    uuid,
  action      text                     NOT NULL,
  subject     text                     NOT NULL,
  subject_id  uuid                     NOT NULL,
  before      jsonb,
  after       jsonb,
  CONSTRAINT activity_pkey PRIMARY KEY (office_id, id),
  CONSTRAINT activity_action_check CHECK (action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])),
  CONSTRAINT activity_actor_kind_check CHECK (actor_kind = ANY (ARRAY['user'::text, 'invitation'::text, 'job'::text, 'system'::text]))
);

COMMENT ON TABLE activity IS 'Append-only: who changed what, with the changed columns before and after, in the same transaction';

CREATE INDEX activity_subject ON activity (office_id, subject_id, id);

ALTER TABLE activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON activity FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON activity FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON activity FOR SELECT TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY updatable ON activity FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT ON activity TO ngopi_app;
