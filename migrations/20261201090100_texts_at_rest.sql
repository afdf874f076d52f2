-- What a mail says and what a caller was answered hold personal links and phone numbers: stored sealed by the server
-- from now on, so that a dump tells neither. What is stored already loses its links here.
ALTER TABLE idempotency_keys
  ALTER COLUMN body TYPE text USING coalesce(body::text, 'null'),
  ALTER COLUMN body SET NOT NULL;
COMMENT ON COLUMN idempotency_keys.body IS 'JSON, sealed with the key for stored text';

-- The owner is under the policies too, unless it is a superuser.
ALTER TABLE mails NO FORCE ROW LEVEL SECURITY;
UPDATE mails SET
  body_text = regexp_replace(body_text, '/u/[A-Za-z0-9_-]{43}', '/u/…', 'g'),
  body_html = regexp_replace(body_html, '/u/[A-Za-z0-9_-]{43}', '/u/…', 'g'),
  calendar_method = NULL,
  calendar_body = NULL,
  unsubscribe_url = NULL;
ALTER TABLE mails FORCE ROW LEVEL SECURITY;
COMMENT ON COLUMN mails.body_text IS 'Sealed with the key for stored text, as are body_html, calendar_body and unsubscribe_url';

-- Mails and answers hold contact data: the own office alone reads them.
DROP POLICY readable ON mails;
CREATE POLICY readable ON mails FOR SELECT TO ngopi_app
  USING (office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]);
DROP POLICY readable ON idempotency_keys;
CREATE POLICY readable ON idempotency_keys FOR SELECT TO ngopi_app
  USING (office_id = (string_to_array(current_setting('app.offices', true), ',')::uuid[])[1]);
