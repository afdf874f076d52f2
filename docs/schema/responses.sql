-- Generated from the migrations by `npm run schema`.

CREATE TABLE responses (
  id              uuid                     NOT NULL DEFAULT uuidv7(),
  office_id       uuid                     NOT NULL,
  invitation_id   uuid                     NOT NULL,
  from_answer     text                     NOT NULL,
  to_answer       text                     NOT NULL,
  at              timestamp with time zone NOT NULL DEFAULT now(),
  by_kind         text                     NOT NULL,
  by_user_id      uuid,
  reason          text,
  note            text,
  moved_from      jsonb,
  after_deadline  boolean                  NOT NULL DEFAULT false,
  CONSTRAINT responses_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT responses_invitation_id_office_id_fkey FOREIGN KEY (invitation_id, office_id) REFERENCES invitations(id, office_id),
  CONSTRAINT responses_by_kind_check CHECK (by_kind = ANY (ARRAY['journalist'::text, 'officer'::text, 'system'::text]))
);

COMMENT ON TABLE responses IS 'Append-only history of every answer: from, to, by whom, why';
COMMENT ON COLUMN responses.moved_from IS 'On the entry that asks to confirm again: startsAt, endsAt, timeZone and venue as the guest knew them';
COMMENT ON COLUMN responses.after_deadline IS 'Recorded by an officer when answers were closed already';

CREATE INDEX responses_invitation ON responses (office_id, invitation_id, id);

ALTER TABLE responses ENABLE ROW LEVEL SECURITY;
ALTER TABLE responses FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON responses FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON responses FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY own ON responses FOR SELECT TO ngopi_lookup
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON responses FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON responses FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT ON responses TO ngopi_app;
GRANT SELECT (id, office_id, invitation_id, from_answer, to_answer, at, by_kind, by_user_id, moved_from, after_deadline) ON responses TO ngopi_app;
GRANT SELECT (id, office_id, reason, note) ON responses TO ngopi_lookup;
