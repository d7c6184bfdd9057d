//! What is told of the settings of this PC when a console starts.

use std::path::Path;

use crate::config::{Config, Found};
use crate::domain::Stamp;
use crate::lang::Lang;

/// The sentences for what is wrong with the settings, if anything is. A file that is damaged is kept aside under a name
/// with its date, and what could be read of it is saved anew.
pub(super) fn told(folder: &Path, found: &Found, now: Stamp, lang: Lang) -> Option<String> {
    let mut kept_aside = None;
    if found.is_damaged() {
        match Config::keep_aside(folder, now) {
            Ok(name) => {
                kept_aside = Some(name);
                if let Err(error) = found.config.write(folder, now) {
                    tracing::warn!(%error, "the settings of this PC could not be saved anew");
                }
            }
            Err(error) => tracing::warn!(%error, "the damaged settings could not be kept aside"),
        }
    }
    lang.settings_told(found, kept_aside.as_deref())
}
