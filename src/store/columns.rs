//! How the domain's types stand in columns.

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::domain::assist::OutcomeKind;
use crate::domain::assist::{CheckList, CheckState};
use crate::domain::commune::CommuneCode;
use crate::domain::person::{AgeBand, Phone, Sex};
use crate::domain::procedure::Kind;
use crate::domain::queue::{Lane, OutOfTurn, Position};
use crate::domain::{
    Agreed, AssistId, Channel, Code, Counter, Day, EntryId, HamletId, HandedId, HandoverId, How, ItemEnd,
    ItemId, ItemKind, LeaveReason, NextDeed, OutageId, Payment, Priority, ReasonId, Series, ShiftId,
    ShiftPart, SlipState, StageKind, Stamp, StationNo, System, TeamRole, VisitId, VolunteerId,
};

macro_rules! integer {
    ($($name:ident),+) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.0))
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_i64().map(Self)
            }
        }
    )+};
}

integer!(
    VisitId,
    AssistId,
    VolunteerId,
    ShiftId,
    HandoverId,
    ItemId,
    HandedId,
    EntryId,
    HamletId,
    OutageId,
    ReasonId,
    Position
);

macro_rules! code {
    ($($name:ident),+) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.code()))
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Self::from_code(value.as_str()?).ok_or_else(|| unknown(stringify!($name), value))
            }
        }
    )+};
}

code!(
    AgeBand,
    Channel,
    CheckState,
    Counter,
    How,
    ItemEnd,
    ItemKind,
    Lane,
    Kind,
    LeaveReason,
    NextDeed,
    CheckList,
    OutOfTurn,
    Payment,
    Phone,
    Priority,
    Sex,
    ShiftPart,
    SlipState,
    StageKind,
    System,
    TeamRole,
    OutcomeKind
);

/// A code a newer program wrote, or a hand with another tool.
fn unknown(kind: &str, value: ValueRef<'_>) -> FromSqlError {
    FromSqlError::Other(format!("{kind}: {value:?}").into())
}

impl ToSql for Stamp {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.seconds()))
    }
}

impl FromSql for Stamp {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self::from_seconds)
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.to_string()))
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        // Every row of a year's report has one: the plain form is read without the general parser.
        Day::from_digits(text.as_bytes()).or_else(|| text.parse().ok()).ok_or_else(|| unknown("day", value))
    }
}

impl ToSql for Agreed {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.to_string()))
    }
}

impl FromSql for Agreed {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::from_text(value.as_str()?).ok_or_else(|| unknown("day", value))
    }
}

impl ToSql for Code {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.as_str()))
    }
}

impl FromSql for Code {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(Self::new)
    }
}

impl ToSql for CommuneCode {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.to_string()))
    }
}

impl FromSql for CommuneCode {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|()| unknown("commune", value))
    }
}

impl ToSql for StationNo {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.number()))
    }
}

impl FromSql for StationNo {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = u8::try_from(value.as_i64()?).map_err(|_| unknown("station", value))?;
        Self::new(number).ok_or_else(|| unknown("station", value))
    }
}

impl ToSql for Series {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.letter().to_string()))
    }
}

impl FromSql for Series {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let letter = value.as_str()?.chars().next();
        letter.and_then(Self::new).ok_or_else(|| unknown("series", value))
    }
}

/// A value that a CHECK makes impossible, unless a hand with another tool wrote it.
pub(super) fn impossible(row: &Row<'_>, what: &str) -> rusqlite::Error {
    let id: i64 = row.get(0).unwrap_or_default();
    rusqlite::Error::FromSqlConversionFailure(
        0,
        rusqlite::types::Type::Text,
        format!("{what} of row {id}").into(),
    )
}
