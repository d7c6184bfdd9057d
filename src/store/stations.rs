//! The stations of the office.

use rusqlite::{Connection, Row, params};

use super::columns::impossible;
use super::{Store, StoreError, Write};
use crate::domain::{Station, StationNo, Stations, VolunteerId, station};

fn read(row: &Row<'_>) -> rusqlite::Result<Station> {
    let series = station::series_of(row.get_ref(3)?.as_str()?).ok_or_else(|| impossible(row, "series"))?;
    Ok(Station {
        number: row.get(0)?,
        name: row.get(1)?,
        room: row.get(2)?,
        series,
        is_open: row.get(4)?,
        seats_two: row.get(5)?,
    })
}

/// Those that were entered, and who sits where in the open shift.
fn stations(connection: &Connection) -> Result<Stations, StoreError> {
    let mut entered =
        connection.prepare_cached("SELECT id, name, room, series, open, two FROM station ORDER BY id")?;
    let entered = entered.query_map([], read)?.collect::<rusqlite::Result<Vec<Station>>>()?;
    let mut seats = connection.prepare_cached(
        "SELECT station, volunteer FROM seat
         WHERE shift = (SELECT id FROM shift WHERE closed IS NULL) AND until_at IS NULL",
    )?;
    let seats = seats.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let seats = seats.collect::<rusqlite::Result<Vec<(StationNo, VolunteerId)>>>()?;
    Ok(Stations::new(entered, seats))
}

impl Write<'_> {
    /// Those that were entered, and who sits where in the open shift.
    pub fn stations(&self) -> Result<Stations, StoreError> {
        stations(&self.transaction)
    }

    /// Keeps what a station is called, where it is and what it calls; one that is new is open.
    pub fn keep_station(&self, one: &Station) -> Result<(), StoreError> {
        let series: String = one.series.iter().map(|series| series.letter()).collect();
        let said = params![one.number, one.name, one.room, series, one.seats_two];
        if self.run("UPDATE station SET name = ?2, room = ?3, series = ?4, two = ?5 WHERE id = ?1", said)?
            == 0
        {
            self.run(
                "INSERT INTO station (id, name, room, series, two, open) VALUES (?1, ?2, ?3, ?4, ?5, 1)",
                said,
            )?;
        }
        Ok(())
    }

    /// Opens or closes a station, also one of which nothing else was said.
    pub fn turn_station(&self, number: StationNo, is_open: bool) -> Result<(), StoreError> {
        let said = params![number, is_open];
        if self.run("UPDATE station SET open = ?2 WHERE id = ?1", said)? == 0 {
            self.run(
                "INSERT INTO station (id, name, room, series, two, open) VALUES (?1, '', '', '', 0, ?2)",
                said,
            )?;
        }
        Ok(())
    }
}

impl Store {
    /// Those that were entered, and who sits where in the open shift.
    pub fn stations(&self) -> Result<Stations, StoreError> {
        stations(&self.connection)
    }
}
