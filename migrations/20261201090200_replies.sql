ALTER TABLE offices
  ADD COLUMN contact_email text,
  ADD CONSTRAINT offices_contact_email_check CHECK (contact_email IS NULL OR contact_name IS NOT NULL);
COMMENT ON COLUMN offices.contact_email IS 'Where replies of the press go';

ALTER TABLE mails ADD COLUMN reply_to text;
COMMENT ON COLUMN mails.reply_to IS 'Where its reader answers to; absent: the press contact of the office';

-- Somebody reads a reply even where no address was set up: the officer who is there longest, else the admin.
CREATE FUNCTION office_reply_address(office uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT o.contact_email FROM offices o WHERE o.id = office),
    (SELECT u.email FROM users u
      WHERE u.office_id = office AND u.role IN ('officer', 'admin')
        AND u.disabled_at IS NULL AND u.archived_at IS NULL
      ORDER BY u.role DESC, u.created_at, u.id LIMIT 1))
$$;
GRANT EXECUTE ON FUNCTION office_reply_address(uuid) TO ngopi_app;
