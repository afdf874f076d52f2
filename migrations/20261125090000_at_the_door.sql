-- Somebody sent in place of a guest who did not come, and guests who report by themselves.
ALTER TABLE scans DROP CONSTRAINT scans_act_check;
ALTER TABLE scans ADD CONSTRAINT scans_act_check CHECK (act IN ('pass', 'list', 'walk_in', 'substitute', 'undo'));
ALTER TABLE attendances ADD COLUMN self_reported_at timestamptz;
COMMENT ON COLUMN attendances.self_reported_at IS 'When the guest typed the code shown in the room; counts once staff let them in';
