//! The stations (quầy) of the office: what each is called and calls, whether it is open, and who may be sent there.

use super::deed::{DeskError, Done};
use crate::domain::queue::Destination;
use crate::domain::{Op, Refusal, StageKind, Station, StationNo, input};
use crate::store::Write;

pub(super) fn set(write: &Write<'_>, station: &Station) -> Result<Done, DeskError> {
    let line = |text: &str| input::line(text, input::NAME_LENGTH);
    let mut series = station.series.clone();
    series.sort_unstable();
    series.dedup();
    let station = Station { name: line(&station.name), room: line(&station.room), series, ..*station };
    write.keep_station(&station)?;
    Ok((Op::StationSet { station: station.number }, None))
}

pub(super) fn open(write: &Write<'_>, station: StationNo) -> Result<Done, DeskError> {
    turn(write, station, true)?;
    Ok((Op::StationOpened { station }, None))
}

pub(super) fn close(write: &Write<'_>, station: StationNo) -> Result<Done, DeskError> {
    turn(write, station, false)?;
    let open = write.open_visits()?;
    let waits = |visit: &&crate::domain::Visit| {
        visit.stage.kind() == StageKind::Waiting && visit.standing.station == Some(station)
    };
    Ok((Op::StationClosed { station, waiting: open.iter().filter(waits).count() }, None))
}

fn turn(write: &Write<'_>, station: StationNo, is_open: bool) -> Result<(), DeskError> {
    there(write, station)?;
    Ok(write.turn_station(station, is_open)?)
}

/// Refuses a station that is not there. The one that asks is, whatever the file says.
fn there(write: &Write<'_>, station: StationNo) -> Result<(), DeskError> {
    let stations = write.stations()?.with(write.sign.station);
    match stations.get(station) {
        Some(_) => Ok(()),
        None => Err(Refusal::NoSuchStation { station }.into()),
    }
}

/// Refuses to send somebody to a station that is not there, or is closed and nobody insists.
pub(super) fn may_be_sent(write: &Write<'_>, to: Destination, insists: bool) -> Result<(), DeskError> {
    let Destination::Station(station) = to else { return Ok(()) };
    there(write, station)?;
    if write.stations()?.is_closed(station) && !insists {
        return Err(Refusal::StationClosed { station }.into());
    }
    Ok(())
}
