//! The desk's own layer of the catalogue.

use rusqlite::params;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Store, StoreError, Write};
use crate::domain::catalogue::{Field, Layer, SeriesEntry};
use crate::domain::{Code, Procedure};

impl Store {
    /// How often the layer has changed, whichever console did it: the same number, the same layer.
    pub fn layer_turn(&self) -> Result<i64, StoreError> {
        turn(&self.connection)
    }

    /// The layer.
    ///
    /// # Errors
    /// When the file cannot be read, or holds a piece that is not written well.
    pub fn layer(&self) -> Result<Layer, StoreError> {
        let reading = self.connection.unchecked_transaction()?;
        let layer = read(&reading)?;
        reading.finish()?;
        Ok(layer)
    }
}

impl Write<'_> {
    /// The layer as it stands now, whatever a screen last showed.
    ///
    /// # Errors
    /// When the file cannot be read, or holds a piece that is not written well.
    pub fn layer(&self) -> Result<Layer, StoreError> {
        read(&self.transaction)
    }

    /// As [`Store::layer_turn`], with what this write has done by now.
    pub fn layer_turn(&self) -> Result<i64, StoreError> {
        turn(&self.transaction)
    }

    /// Makes the layer this one; what is in it already is not written again. Says whether anything has changed.
    pub fn keep_layer(&self, layer: &Layer) -> Result<bool, StoreError> {
        let before = turn(&self.transaction)?;
        let series = layer.series.iter().map(|one| (one.letter.letter().to_string(), one));
        self.keep_pieces("own_series", "letter", series)?;
        self.keep_pieces("own_field", "name", layer.fields.iter().map(|one| (one.id.clone(), one)))?;
        self.keep_pieces("own_entry", "code", layer.entries.iter().map(|one| (one.code.0.clone(), one)))?;
        self.keep_order(&layer.order)?;
        for code in &layer.turned_on {
            self.run("INSERT INTO turned_on (code) VALUES (?1) ON CONFLICT DO NOTHING", params![code])?;
        }
        let codes = json(&layer.turned_on)?;
        self.run(
            "DELETE FROM turned_on WHERE code NOT IN (SELECT value FROM json_each(?1))",
            params![codes],
        )?;
        Ok(turn(&self.transaction)? != before)
    }

    /// Makes the rows of a table these pieces, each with the name by which it is known.
    fn keep_pieces<'a, T: Serialize + 'a>(
        &self,
        table: &str,
        named: &str,
        pieces: impl Iterator<Item = (String, &'a T)>,
    ) -> Result<(), StoreError> {
        let add = format!("INSERT INTO {table} ({named}, body) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        let change = format!("UPDATE {table} SET body = ?2 WHERE {named} = ?1 AND body <> ?2");
        let mut kept = Vec::new();
        for (name, piece) in pieces {
            let body = toml::to_string(piece).map_err(StoreError::other)?;
            if self.run(&add, params![name, body])? == 0 {
                self.run(&change, params![name, body])?;
            }
            kept.push(name);
        }
        self.run(
            &format!("DELETE FROM {table} WHERE {named} NOT IN (SELECT value FROM json_each(?1))"),
            params![json(&kept)?],
        )?;
        Ok(())
    }

    fn keep_order(&self, order: &[Code]) -> Result<(), StoreError> {
        if order.is_empty() {
            self.run("DELETE FROM entry_order", [])?;
            return Ok(());
        }
        let codes = json(order)?;
        let add = "INSERT INTO entry_order (id, codes) VALUES (1, ?1) ON CONFLICT DO NOTHING";
        if self.run(add, params![codes])? == 0 {
            self.run("UPDATE entry_order SET codes = ?1 WHERE codes <> ?1", params![codes])?;
        }
        Ok(())
    }
}

fn turn(connection: &rusqlite::Connection) -> Result<i64, StoreError> {
    Ok(connection.prepare_cached("SELECT turn FROM layer_turn")?.query_row([], |row| row.get(0))?)
}

fn read(connection: &rusqlite::Connection) -> Result<Layer, StoreError> {
    let order: Vec<Vec<Code>> = rows(connection, "SELECT codes FROM entry_order", |text| {
        serde_json::from_str(text).map_err(|error| error.to_string())
    })?;
    Ok(Layer {
        series: rows(connection, "SELECT body FROM own_series ORDER BY id", piece::<SeriesEntry>)?,
        fields: rows(connection, "SELECT body FROM own_field ORDER BY id", piece::<Field>)?,
        entries: rows(connection, "SELECT body FROM own_entry ORDER BY id", piece::<Procedure>)?,
        order: order.into_iter().flatten().collect(),
        turned_on: rows(connection, "SELECT code FROM turned_on ORDER BY id", |code| Ok(Code::new(code)))?,
    })
}

fn piece<T: DeserializeOwned>(body: &str) -> Result<T, String> {
    toml::from_str(body).map_err(|error| error.message().to_owned())
}

fn rows<T>(
    connection: &rusqlite::Connection,
    sql: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let texts = statement.query_map([], |row| row.get::<_, String>(0))?;
    texts
        .map(|text| read(&text?).map_err(|reason| StoreError::other(format!("catalogue: {reason}"))))
        .collect()
}

fn json<T: Serialize + ?Sized>(of: &T) -> Result<String, StoreError> {
    serde_json::to_string(of).map_err(StoreError::other)
}
