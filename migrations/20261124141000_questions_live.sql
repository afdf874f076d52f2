-- Questions in the room: whose turn it is, in an order set by hand, and who answered.
ALTER TABLE questions
  ADD COLUMN state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'live', 'answered', 'set_aside')),
  ADD COLUMN place double precision,
  ADD COLUMN asked_at timestamptz,
  ADD COLUMN answered_at timestamptz,
  ADD COLUMN asker_name text;
SELECT set_config('app.actor', 'system:', true);
ALTER TABLE questions NO FORCE ROW LEVEL SECURITY;
UPDATE questions SET state = 'answered', answered_at = updated_at WHERE answer_text IS NOT NULL;
ALTER TABLE questions FORCE ROW LEVEL SECURITY;
COMMENT ON COLUMN questions.place IS 'Order set by hand; null: by the time asked, after those placed';
COMMENT ON COLUMN questions.asker_name IS 'As called out in the room, where the asker is not known by record';
CREATE UNIQUE INDEX questions_live ON questions (office_id, session_id) WHERE state = 'live';
-- To be moved in the order is no change of the question: whoever writes its answer meanwhile keeps the version seen.
DROP TRIGGER touch ON questions;
CREATE TRIGGER touch BEFORE UPDATE ON questions FOR EACH ROW
  WHEN (OLD.place IS NOT DISTINCT FROM NEW.place OR OLD.state <> NEW.state) EXECUTE FUNCTION touch_row();
CREATE INDEX coverage_question ON coverage (office_id, question_id) WHERE question_id IS NOT NULL;

CREATE FUNCTION announce_questions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_session_events(t.office_id, t.session_id, 'question', t.ids)
    FROM (SELECT office_id, session_id, array_agg(id) AS ids FROM changed
           GROUP BY office_id, session_id ORDER BY session_id) t;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_new AFTER INSERT ON questions
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_questions();
CREATE TRIGGER announce_change AFTER UPDATE ON questions
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_questions();

-- Taken off the record: whoever may not see it any more reads the list again, and it is gone.
CREATE FUNCTION announce_withdrawn_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_session_events(NEW.office_id, NEW.session_id, 'session', ARRAY[NEW.session_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_withdrawn AFTER UPDATE ON questions
  FOR EACH ROW WHEN (NEW.off_record AND NOT OLD.off_record) EXECUTE FUNCTION announce_withdrawn_question();
