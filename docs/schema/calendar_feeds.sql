-- Generated from the migrations by `npm run schema`.

CREATE TABLE calendar_feeds (
  id            uuid                     NOT NULL DEFAULT uuidv7(),
  office_id     uuid                     NOT NULL,
  user_id       uuid                     NOT NULL,
  token_hash    bytea                    NOT NULL,
  created_at    timestamp with time zone NOT NULL DEFAULT now(),
  last_read_at  timestamp with time zone,
  revoked_at    timestamp with time zone,
  CONSTRAINT calendar_feeds_pkey PRIMARY KEY (id, office_id),
  CONSTRAINT calendar_feeds_user_id_office_id_fkey FOREIGN KEY (user_id, office_id) REFERENCES users(id, office_id)
);

COMMENT ON TABLE calendar_feeds IS 'An address under which a user subscribes to the sessions of the office; only the hash of its secret is kept';

CREATE UNIQUE INDEX calendar_feeds_token ON calendar_feeds (token_hash);
CREATE INDEX calendar_feeds_user ON calendar_feeds (office_id, user_id);

ALTER TABLE calendar_feeds ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feeds FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON calendar_feeds FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY insertable ON calendar_feeds FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY lookup ON calendar_feeds FOR SELECT TO ngopi_lookup
  USING (true);
CREATE POLICY readable ON calendar_feeds FOR SELECT TO ngopi_app
  USING ((office_id = ANY ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])));
CREATE POLICY updatable ON calendar_feeds FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT, UPDATE ON calendar_feeds TO ngopi_app;
GRANT SELECT (id, office_id, user_id, token_hash, revoked_at) ON calendar_feeds TO ngopi_lookup;
