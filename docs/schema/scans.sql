-- Generated from the migrations by `npm run schema`.

CREATE TABLE scans (
  office_id        uuid                     NOT NULL,
  session_id       uuid                     NOT NULL,
  device_id        uuid                     NOT NULL,
  nonce            uuid                     NOT NULL,
  scanned_at       timestamp with time zone NOT NULL,
  sent_at          timestamp with time zone,
  received_at      timestamp with time zone NOT NULL DEFAULT now(),
  by_user_id       uuid                     NOT NULL,
  act              text                     NOT NULL,
  invitation_id    uuid,
  journalist_id    uuid,
  outlet_id        uuid,
  undoes           uuid,
  press_card_seen  boolean,
  outcome          text                     NOT NULL,
  corrected_at     timestamp with time zone NOT NULL,
  clock_skewed     boolean                  NOT NULL DEFAULT false,
  CONSTRAINT scans_pkey PRIMARY KEY (device_id, nonce, office_id),
  CONSTRAINT scans_invitation_id_office_id_fkey FOREIGN KEY (invitation_id, office_id) REFERENCES invitations(id, office_id),
  CONSTRAINT scans_journalist_id_office_id_fkey FOREIGN KEY (journalist_id, office_id) REFERENCES journalists(id, office_id),
  CONSTRAINT scans_session_id_office_id_fkey FOREIGN KEY (session_id, office_id) REFERENCES sessions(id, office_id),
  CONSTRAINT scans_act_check CHECK (act = ANY (ARRAY['pass'::text, 'list'::text, 'walk_in'::text, 'substitute'::text, 'undo'::text])),
  CONSTRAINT scans_outcome_check CHECK (outcome = ANY (ARRAY['admitted'::text, 'already'::text, 'undone'::text, 'unknown'::text, 'revoked'::text, 'wrong_session'::text]))
);

COMMENT ON TABLE scans IS 'Append-only: every act at the door as its device sent it, with the answer first given; attendance follows from these';
COMMENT ON COLUMN scans.corrected_at IS 'scanned_at moved by what the clock of the device lagged when it sent the act';
COMMENT ON COLUMN scans.clock_skewed IS 'That lag was so large that somebody should look at the times';

CREATE INDEX scans_guest ON scans (office_id, session_id, journalist_id);
CREATE INDEX scans_nonce ON scans (office_id, nonce);
CREATE INDEX scans_substitutes ON scans (office_id, session_id) WHERE (act = 'substitute'::text);
CREATE INDEX scans_undo ON scans (office_id, session_id, undoes) WHERE (undoes IS NOT NULL);

ALTER TABLE scans ENABLE ROW LEVEL SECURITY;
ALTER TABLE scans FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON scans FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON scans FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON scans FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON scans FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT ON scans TO ngopi_app;
