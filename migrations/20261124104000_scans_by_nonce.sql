-- An undo names the act it takes back by its nonce, whatever device sent either.
CREATE INDEX scans_nonce ON scans (office_id, nonce);

-- Corrected when received, so that the rules of the correction may change without rewriting the past.
ALTER TABLE scans ADD COLUMN corrected_at timestamptz;
ALTER TABLE scans ADD COLUMN clock_skewed boolean NOT NULL DEFAULT false;
UPDATE scans SET corrected_at = scanned_at;
ALTER TABLE scans ALTER COLUMN corrected_at SET NOT NULL;
COMMENT ON COLUMN scans.corrected_at IS 'scanned_at moved by what the clock of the device lagged when it sent the act';
COMMENT ON COLUMN scans.clock_skewed IS 'That lag was so large that somebody should look at the times';
