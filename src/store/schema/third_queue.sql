-- The order of the queue.
-- Of a citizen card: the year of birth and the commune of the address, and nothing else (the sex stands above).
ALTER TABLE visit ADD COLUMN birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2200);
ALTER TABLE visit ADD COLUMN commune TEXT CHECK (commune GLOB '[0-9][0-9][0-9][0-9][0-9]');
