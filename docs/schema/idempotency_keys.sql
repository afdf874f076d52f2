-- Generated from the migrations by `npm run schema`.

CREATE TABLE idempotency_keys (
  office_id   uuid                     NOT NULL,
  user_id     uuid                     NOT NULL,
  operation   text                     NOT NULL,
  key         text                     NOT NULL,
  body_hash   bytea                    NOT NULL,
  status      integer                  NOT NULL,
  body        text                     NOT NULL,
  created_at  timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (office_id, user_id, operation, key)
);

COMMENT ON TABLE idempotency_keys IS 'The answer given to a write under a key of the caller, kept for 24 hours';
COMMENT ON COLUMN idempotency_keys.body IS 'JSON, sealed with the key for stored text';

CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY deletable ON idempotency_keys FOR DELETE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY expired ON idempotency_keys FOR ALL TO ngopi_lookup
  USING ((created_at < (now() - '24:00:00'::interval)));
CREATE POLICY insertable ON idempotency_keys FOR INSERT TO ngopi_app
  WITH CHECK ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY readable ON idempotency_keys FOR SELECT TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));
CREATE POLICY updatable ON idempotency_keys FOR UPDATE TO ngopi_app
  USING ((office_id = ((string_to_array(current_setting('app.offices'::text, true), ','::text))::uuid[])[1]));

GRANT INSERT, SELECT, UPDATE ON idempotency_keys TO ngopi_app;
GRANT DELETE ON idempotency_keys TO ngopi_lookup;
GRANT SELECT (created_at) ON idempotency_keys TO ngopi_lookup;
