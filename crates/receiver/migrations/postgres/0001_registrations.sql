-- The same tables as in SQLite (../sqlite), where their columns are explained.
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    capacity BIGINT,
    session_capacities TEXT NOT NULL
);

CREATE TABLE registrations (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event TEXT NOT NULL,
    submission TEXT NOT NULL,
    received_at TEXT NOT NULL,
    status TEXT NOT NULL,
    language TEXT,
    timezone TEXT,
    answers TEXT NOT NULL,
    consents TEXT NOT NULL,
    email TEXT,
    notice TEXT,
    suspect TEXT,
    cancelled_at TEXT,
    UNIQUE (event, submission)
);

CREATE INDEX registrations_by_status ON registrations (event, status);
CREATE UNIQUE INDEX registrations_by_email ON registrations (event, email) WHERE cancelled_at IS NULL;

CREATE TABLE registration_sessions (
    registration BIGINT NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    session TEXT NOT NULL,
    status TEXT NOT NULL,
    cancelled_at TEXT,
    PRIMARY KEY (registration, session)
);

CREATE INDEX registration_sessions_by_seat ON registration_sessions (event, session, status);

CREATE TABLE set_aside (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event TEXT NOT NULL,
    submission TEXT NOT NULL,
    received_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    status TEXT NOT NULL,
    sessions TEXT NOT NULL,
    language TEXT,
    timezone TEXT,
    answers TEXT NOT NULL,
    consents TEXT NOT NULL,
    notice TEXT,
    suspect TEXT,
    UNIQUE (event, submission)
);

CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
