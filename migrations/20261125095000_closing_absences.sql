-- What closing a session decides must not stand in the way of the door: an act that a desk sends later still says who
-- came, and what a person set by hand still wins.
ALTER TABLE attendances
  ADD COLUMN closed_status text CHECK (closed_status IN ('absent', 'excused')),
  ADD COLUMN closed_reason text,
  ADD CHECK (closed_reason IS NULL OR closed_status = 'excused');
COMMENT ON COLUMN attendances.closed_status IS 'What an invited guest counts as since the session was closed, while neither the door nor a hand says otherwise';
COMMENT ON COLUMN attendances.closed_reason IS 'Why closing the session excused the guest';
