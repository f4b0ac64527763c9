-- What each event has to give, as the last `huso serve` had it.
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    -- Seats of the whole event; NULL: no limit.
    capacity INTEGER,
    -- JSON object: seats by session id, of those that have a limit.
    session_capacities TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The address by which a person is known, normalized; NULL where the form asks for none.
ALTER TABLE registrations ADD COLUMN email TEXT;
-- JSON: what the person was told about their data, and agreed to.
ALTER TABLE registrations ADD COLUMN notice TEXT;
-- Why it may come from a machine, for a person to judge: no_token, forged_token, too_fast or old_token.
ALTER TABLE registrations ADD COLUMN suspect TEXT;
-- RFC 3339, UTC. Whoever cancelled holds no seat and may register again.
ALTER TABLE registrations ADD COLUMN cancelled_at TEXT;
-- The same, so that seats are counted in this table alone: a join counts in hundreds of milliseconds where
-- PostgreSQL planned it for empty tables.
ALTER TABLE registration_sessions ADD COLUMN cancelled_at TEXT;

CREATE UNIQUE INDEX registrations_by_email ON registrations (event, email) WHERE cancelled_at IS NULL;

-- Submissions that were answered like the others, but that no seat is given to; nothing in them is lost.
CREATE TABLE set_aside (
    id INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    submission TEXT NOT NULL,
    received_at TEXT NOT NULL,
    -- duplicate: the address is registered already; spam: the field that no person sees was filled
    reason TEXT NOT NULL,
    -- What it was answered, so that its repetition is answered alike.
    status TEXT NOT NULL,
    -- JSON list of {"id", "status"}.
    sessions TEXT NOT NULL,
    language TEXT,
    timezone TEXT,
    answers TEXT NOT NULL,
    consents TEXT NOT NULL,
    notice TEXT,
    suspect TEXT,
    UNIQUE (event, submission)
) STRICT;

-- Made by chance when the database was; never leave it.
CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    -- Hexadecimal.
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
