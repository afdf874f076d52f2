-- Questions in the room: whose turn it is, in an order set by hand, and who answered.
ALTER TABLE questions
  ADD COLUMN state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'live', 'answered', 'set_aside')),
  ADD COLUMN place double precision,
  ADD COLUMN asked_at timestamptz,
  ADD COLUMN answered_at timestamptz,
  ADD COLUMN asker_name text;
UPDATE questions SET state = 'answered', answered_at = updated_at WHERE answer_text IS NOT NULL;
COMMENT ON COLUMN questions.place IS 'Order set by hand; null: by the time asked, after those placed';
COMMENT ON COLUMN questions.asker_name IS 'As called out in the room, where the asker is not known by record';
CREATE UNIQUE INDEX questions_live ON questions (office_id, session_id) WHERE state = 'live';
-- To be moved in the order is no change of the question: whoever writes its answer meanwhile keeps the version seen.
DROP TRIGGER touch ON questions;
CREATE TRIGGER touch BEFORE UPDATE ON questions FOR EACH ROW
  WHEN (OLD.place IS NOT DISTINCT FROM NEW.place OR OLD.state <> NEW.state) EXECUTE FUNCTION touch_row();
CREATE INDEX coverage_question ON coverage (office_id, question_id) WHERE question_id IS NOT NULL;
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON questions FOR EACH ROW EXECUTE FUNCTION announce_session_event();
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON attendances FOR EACH ROW EXECUTE FUNCTION announce_session_event();
