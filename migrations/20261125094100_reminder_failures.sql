ALTER TABLE reminder_steps
  ADD COLUMN failed_at timestamptz,
  ADD CHECK (failed_at IS NULL OR sent_at IS NOT NULL);
COMMENT ON COLUMN reminder_steps.failed_at IS 'Since when guests of it could not be written to, though tried; null once all were, or while nothing went wrong';
