-- How an office sends: when automatic messages rest, when reminders go, how freed seats are passed on.
ALTER TABLE offices
  ADD COLUMN quiet_from time DEFAULT '20:00',
  ADD COLUMN quiet_until time DEFAULT '07:00',
  ADD COLUMN seat_policy text NOT NULL DEFAULT 'promote' CHECK (seat_policy IN ('promote', 'offer')),
  ADD COLUMN offer_minutes integer NOT NULL DEFAULT 720 CHECK (offer_minutes BETWEEN 15 AND 10080),
  ADD COLUMN reminders jsonb NOT NULL DEFAULT
    '[{"daysBefore": 3, "at": "09:00"}, {"daysBefore": 1, "at": "09:00"}, {"daysBefore": 0, "at": "07:00"}]',
  ADD CHECK ((quiet_from IS NULL) = (quiet_until IS NULL));
COMMENT ON COLUMN offices.quiet_from IS 'Automatic messages rest from here until quiet_until, in the zone of the office; null: never';
COMMENT ON COLUMN offices.seat_policy IS 'A freed seat is given to the first who waits at once, or offered with a time limit';

ALTER TABLE series
  ADD COLUMN reminders jsonb,
  ADD COLUMN seats_per_outlet integer CHECK (seats_per_outlet > 0);
ALTER TABLE sessions
  ADD COLUMN reminders jsonb,
  ADD COLUMN seats_per_outlet integer CHECK (seats_per_outlet > 0);
COMMENT ON COLUMN sessions.reminders IS 'Null: those of its series, else of its office';
COMMENT ON COLUMN sessions.seats_per_outlet IS 'How many to invite from one outlet; null: that of its series, else as many as one likes';
