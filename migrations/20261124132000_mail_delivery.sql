ALTER TABLE mails
  ADD COLUMN unsubscribe_url text,
  ADD COLUMN attach_letter boolean NOT NULL DEFAULT false,
  ADD COLUMN attempts integer NOT NULL DEFAULT 0,
  ADD COLUMN bounced_at timestamptz,
  DROP CONSTRAINT mails_state_check,
  ADD CONSTRAINT mails_state_check CHECK (state IN ('kept', 'queued', 'sent', 'failed', 'bounced', 'withdrawn'));
COMMENT ON COLUMN mails.state IS 'failed: refused so far, tried again; bounced: refused for good, at once or by a later report; withdrawn: no longer true when its turn came';
COMMENT ON COLUMN mails.error IS 'What the mail server said, or why it was withdrawn';

-- A number or address known not to work is left alone until it is changed.
ALTER TABLE journalists
  ADD COLUMN phone_problem_at timestamptz,
  ADD COLUMN email_problem_at timestamptz;
CREATE FUNCTION forget_contact_problems() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.phone IS DISTINCT FROM OLD.phone THEN NEW.phone_problem_at := NULL; END IF;
  IF NEW.email IS DISTINCT FROM OLD.email THEN NEW.email_problem_at := NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_contact_problems BEFORE UPDATE OF phone, email ON journalists
  FOR EACH ROW EXECUTE FUNCTION forget_contact_problems();
