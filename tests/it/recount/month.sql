-- A span of whole days counted by the sqlite3 shell alone: @first and @last are its days. Each line is a number's place
-- in the tally and the number. Times are seconds of the desk's wall clock.
CREATE TEMP TABLE bounds AS
    SELECT unixepoch(@first) AS start, unixepoch(@last, '+1 day') AS finish;
CREATE TEMP TABLE given AS SELECT * FROM visit WHERE day BETWEEN @first AND @last;
CREATE TEMP TABLE carried AS
    SELECT * FROM visit WHERE day < @first AND (ended_day IS NULL OR ended_day >= @first);
CREATE TEMP TABLE ended AS
    SELECT * FROM (SELECT * FROM given UNION ALL SELECT * FROM carried) WHERE ended_day <= @last;
CREATE TEMP TABLE helped AS
    SELECT assist.* FROM assist JOIN ended ON ended.id = assist.visit WHERE outcome <> 'open';

-- Numbers that were given by mistake stand for nobody.
CREATE TEMP TABLE party AS SELECT * FROM given WHERE left_why IS NOT 'mistake';

SELECT 'visits', count(*) FROM party;
SELECT 'persons', sum(persons) FROM party;
SELECT 'served_persons', sum(persons) FROM ended WHERE stage = 'done';
SELECT 'assists', count(*) FROM helped;

SELECT 'carried_in', count(*) FROM carried;
SELECT 'issued', sum(last) FROM counter WHERE day BETWEEN @first AND @last;
SELECT 'served', count(*) FROM ended WHERE stage = 'done';
SELECT 'no_show', count(*) FROM ended WHERE left_why = 'no-show';
SELECT 'mistaken', count(*) FROM ended WHERE left_why = 'mistake';
SELECT 'left', count(*) FROM ended WHERE left_why <> 'mistake';
SELECT 'open', (SELECT count(*) FROM given) + (SELECT count(*) FROM carried) - (SELECT count(*) FROM ended);

SELECT 'outcomes.' || outcome || '.assists', count(*) FROM helped GROUP BY outcome;
SELECT outcome || '.' || reason || '.assists', count(*) FROM helped WHERE reason IS NOT NULL GROUP BY outcome, reason;
SELECT 'channels.' || channel || '.assists', count(*) FROM helped WHERE outcome = 'done' AND channel IS NOT NULL GROUP BY channel;
SELECT 'how.' || coalesce(how, 'not-noted') || '.assists', count(*) FROM helped GROUP BY how;
SELECT 'filed', count(*) FROM helped WHERE channel <> 'none' AND outcome = 'done';
SELECT 'filed_whole', count(*) FROM helped WHERE channel = 'online-whole' AND outcome = 'done';
SELECT 'filed_online', count(*) FROM helped WHERE channel LIKE 'online-%' AND outcome = 'done';
SELECT 'channel_not_noted', count(*) FROM helped WHERE channel IS NULL AND outcome = 'done'
    AND procedure IN (SELECT code FROM name_used WHERE kind = 'procedure');
SELECT 'paid_online', count(*) FROM helped WHERE paid = 'online' AND outcome = 'done';
SELECT 'filed_paid_online', count(*) FROM helped WHERE paid = 'online' AND channel <> 'none' AND outcome = 'done';
SELECT 'level_two_tried', count(*) FROM helped WHERE procedure = 'KN01';
SELECT 'level_two_done', count(*) FROM helped WHERE procedure = 'KN01' AND outcome = 'done';
SELECT 'indicators.accounts.number', count(*) FROM helped
    WHERE procedure IN ('KN01', 'KN02', 'KN03', 'KN04', 'DV05') AND outcome = 'done';
SELECT 'indicators.health.number', count(*) FROM helped
    WHERE procedure IN ('KN08', 'KN09', 'KN10', 'DV12', 'DV17') AND outcome = 'done';
SELECT 'indicators.leaflets.number', coalesce(sum(quantity), 0) FROM helped WHERE procedure = 'DV20' AND outcome = 'done';
SELECT 'indicators.at-home.number', count(*) FROM helped WHERE procedure = 'DV22' AND outcome = 'done';

SELECT 'pieces.copies.pieces', coalesce(sum(quantity), 0) FROM helped
    WHERE procedure IN ('2.000815', '2.000908', '2.000942', '2.000635') AND outcome = 'done';
SELECT 'pieces.leaflets.pieces', coalesce(sum(quantity), 0) FROM helped WHERE procedure = 'DV20' AND outcome = 'done';

SELECT 'priority.' || priority || '.visits', count(*) FROM party WHERE priority IS NOT NULL GROUP BY priority;
SELECT 'ages.' || age || '.visits', count(*) FROM party WHERE age IS NOT NULL GROUP BY age;
SELECT 'ages.not-noted.visits', count(*) FROM party WHERE age IS NULL;
SELECT 'sexes.' || sex || '.visits', count(*) FROM party WHERE sex IS NOT NULL GROUP BY sex;
SELECT 'sexes.not-noted.visits', count(*) FROM party WHERE sex IS NULL;
SELECT 'hamlets.' || hamlet || '.visits', count(*) FROM party WHERE hamlet IS NOT NULL GROUP BY hamlet;
SELECT 'hamlets.not-noted.visits', count(*) FROM party WHERE hamlet IS NULL;
SELECT 'phones.smart.visits', count(*) FROM party WHERE phone = 'smart';
SELECT 'phones.not-smart.visits', count(*) FROM party WHERE phone = 'not-smart';

SELECT 'left.' || left_why || '.visits', count(*) FROM ended WHERE left_why <> 'mistake' GROUP BY left_why;
SELECT 'left_stages.' || left_why || ':' || left_from || '.visits', count(*) FROM ended WHERE left_why <> 'mistake' GROUP BY left_why, left_from;
SELECT 'hours.' || (arrived % 86400 / 3600) || '.visits', count(*) FROM party GROUP BY arrived % 86400 / 3600;
SELECT 'hours.' || (since % 86400 / 3600) || '.served', count(*) FROM ended WHERE stage = 'done'
    GROUP BY since % 86400 / 3600;
SELECT 'weekdays.' || ((strftime('%w', day) + 6) % 7) || 'h' || (arrived % 86400 / 3600) || '.visits', count(*) FROM party
    GROUP BY strftime('%w', day), arrived % 86400 / 3600;
SELECT 'quick_questions', count(*) FROM counted, bounds WHERE at >= start AND at < finish;
SELECT 'hours.' || (at % 86400 / 3600) || '.quick_questions', count(*) FROM counted, bounds
    WHERE at >= start AND at < finish GROUP BY at % 86400 / 3600;
SELECT 'course.' || date(at, 'unixepoch') || '.quick_questions', count(*) FROM counted, bounds
    WHERE at >= start AND at < finish GROUP BY date(at, 'unixepoch');
SELECT 'course.' || day || '.visits', count(*) FROM party GROUP BY day;
SELECT 'course.' || ended_day || '.served', count(*) FROM ended WHERE stage = 'done' GROUP BY ended_day;

SELECT 'stations.' || station || '.served', count(*) FROM ended WHERE stage = 'done' GROUP BY station;
SELECT 'stations.' || station || '.assists', count(*) FROM helped GROUP BY station;
SELECT 'volunteers.' || volunteer || '.served', count(*) FROM ended WHERE stage = 'done' GROUP BY volunteer;
SELECT 'volunteers.' || volunteer || '.assists', count(*) FROM helped GROUP BY volunteer;
SELECT 'volunteers.' || volunteer || '.shifts', count(*) FROM duty JOIN shift ON shift.id = duty.shift
    WHERE day BETWEEN @first AND @last GROUP BY volunteer;
SELECT 'shifts', count(*) FROM shift WHERE day BETWEEN @first AND @last;

-- Waits whose serving began in the span: the open time from the arrival or the later booked time on, without the time away.
-- Those in the dark are left out.
CREATE TEMP TABLE came AS
    SELECT id, max(arrived, coalesce(booked, arrived)) AS came, (
        SELECT min(from_at) FROM period WHERE period.visit = one.id AND period.kind = 'serving'
    ) AS began
    FROM (SELECT * FROM given UNION ALL SELECT * FROM carried) AS one;
CREATE TEMP TABLE wait AS
    SELECT id, began,
        (SELECT coalesce(sum(max(0, min(began, coalesce(closed, began)) - max(came, opened))), 0) FROM shift)
        - (SELECT coalesce(sum(max(0, min(began, at, coalesce(closed, began)) - max(came, ended_at, opened))), 0)
            FROM shift, visit_return WHERE visit_return.visit = came.id) AS seconds,
        NOT EXISTS (
            SELECT 1 FROM outage WHERE system = 'power' AND from_at < began AND coalesce(until_at, began + 1) > came
        ) AS watched
    FROM came, bounds WHERE began >= start AND began < finish;
SELECT 'times.wait.count', count(*) FROM wait WHERE watched;
SELECT 'times.wait.left_out', count(*) FROM wait WHERE NOT watched;
SELECT 'times.wait.longest', max(seconds) FROM wait WHERE watched;
SELECT 'times.wait.median', sum(seconds) / count(*) FROM (
    SELECT seconds, row_number() OVER (ORDER BY seconds) AS nth, count(*) OVER () AS total FROM wait WHERE watched
) WHERE nth IN ((total + 1) / 2, total / 2 + 1);
SELECT 'times.wait.ninety', min(seconds) FROM (
    SELECT seconds, row_number() OVER (ORDER BY seconds) AS nth, count(*) OVER () AS total FROM wait WHERE watched
) WHERE nth * 10 >= total * 9;
