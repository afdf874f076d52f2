-- Somebody sent in place of a guest who did not come, and guests who report by themselves.
ALTER TABLE scans DROP CONSTRAINT scans_act_check;
ALTER TABLE scans ADD CONSTRAINT scans_act_check CHECK (act IN ('pass', 'list', 'walk_in', 'substitute', 'undo'));
ALTER TABLE attendances ADD COLUMN self_reported_at timestamptz;
COMMENT ON COLUMN attendances.self_reported_at IS 'When the guest typed the code shown in the room; counts once staff let them in';
CREATE INDEX scans_substitutes ON scans (office_id, session_id) WHERE act = 'substitute';

-- Only a swap made at the door is taken back by itself, when the guest comes after all or the act is undone.
ALTER TABLE invitations ADD COLUMN swapped_at_door boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN invitations.swapped_at_door IS 'Of a substituted guest: the desk let the substitute in, nobody had been named before';
