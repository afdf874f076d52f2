-- Generated from the migrations by `npm run schema`.

CREATE TABLE password_tokens (
  id          uuid                     NOT NULL DEFAULT uuidv7(),
  office_id   uuid                     NOT NULL,
  user_id     uuid                     NOT NULL,
  kind        text                     NOT NULL,
  token_hash  bytea                    NOT NULL,
  expires_at  timestamp with time zone NOT NULL,
  CONSTRAINT password_tokens_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT password_tokens_office_id_user_id_kind_key UNIQUE (office_id, user_id, kind),
  CONSTRAINT password_tokens_user_id_office_id_fkey FOREIGN KEY (user_id, office_id) REFERENCES users(id, office_id),
  CONSTRAINT password_tokens_kind_check CHECK (kind = ANY (ARRAY['invitation'::text, 'reset'::text]))
);

COMMENT ON TABLE password_tokens IS 'Hashes of links that set a password; one of a kind for each user, deleted when used';

CREATE INDEX password_tokens_hash ON password_tokens (token_hash);

ALTER TABLE password_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE password_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON password_tokens FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON password_tokens FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON password_tokens FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON password_tokens FOR SELECT TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY updatable ON password_tokens FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT DELETE, INSERT, SELECT, UPDATE ON password_tokens TO ngopi_app;
GRANT SELECT (office_id, user_id, kind, token_hash, expires_at) ON password_tokens TO ngopi_lookup;
