-- One row a filled form, in the order in which they came.
CREATE TABLE registrations (
    id INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    -- The widget's id of the filled form: however often it arrives, it is stored once.
    submission TEXT NOT NULL,
    -- RFC 3339, UTC.
    received_at TEXT NOT NULL,
    -- confirmed or waitlisted
    status TEXT NOT NULL,
    language TEXT,
    timezone TEXT,
    -- JSON object by field id.
    answers TEXT NOT NULL,
    -- JSON list of ids.
    consents TEXT NOT NULL,
    UNIQUE (event, submission)
) STRICT;

CREATE INDEX registrations_by_status ON registrations (event, status);

-- The sessions that each registration chose.
CREATE TABLE registration_sessions (
    registration INTEGER NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    session TEXT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (registration, session)
) STRICT, WITHOUT ROWID;

CREATE INDEX registration_sessions_by_seat ON registration_sessions (event, session, status);
