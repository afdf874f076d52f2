-- A guest whose answer was set back by a new date or place is told what changed since that answer.
ALTER TABLE responses ADD COLUMN moved_from jsonb;
COMMENT ON COLUMN responses.moved_from IS 'On the entry that asks to confirm again: startsAt, endsAt, timeZone and venue as the guest knew them';

-- Lists in the order invited, and the counts of answers.
CREATE INDEX invitations_session ON invitations (office_id, session_id, id);
