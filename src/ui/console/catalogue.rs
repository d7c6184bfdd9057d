//! The catalogue's files: one that is to be imported, and the one that is written.

use super::{Console, ScreenMut};
use crate::desk::catalogue::{ImportFault, read_file};
use crate::domain::Op;
use crate::domain::catalogue::Import;
use crate::ui::context::Effect;
use crate::ui::popups::{ImportPreview, Popup};

impl Console {
    /// Reads a file, and shows what it would change, or what is wrong with it.
    pub(super) fn look_at_import(&mut self, path: &str) {
        let looked = read_file(self.desk.folder(), path)
            .map_err(ImportFault::File)
            .and_then(|text| Import::parse(&text, &self.catalogue).map_err(ImportFault::Flaw));
        let (popup, found) = match looked {
            Ok(import) => {
                let preview = import.preview(&self.catalogue);
                if preview.is_empty() {
                    (None, Some(ImportFault::NothingNew))
                } else {
                    (Some((import, preview)), None)
                }
            }
            Err(fault) => (None, Some(fault)),
        };
        if let (Some(Popup::ImportFile(file)), Some(fault)) = (self.popups.last_mut(), found) {
            file.refuse(fault);
        }
        if let Some((import, preview)) = popup {
            // Enter imports, Esc goes back to the desk's catalogue, not to the name of the file.
            self.popups.pop();
            self.popups.push(Popup::ImportPreview(Box::new(ImportPreview::new(import, preview))));
        }
    }

    /// Puts the cursor on an entry that was just added or changed.
    pub(super) fn show_entry(&mut self, op: &Op) {
        if let Op::EntryAdded { procedure } | Op::EntryChanged { procedure } = op {
            self.with_screen(|screen, ctx| {
                if let ScreenMut::Catalogue(view) = screen {
                    view.show(procedure.clone(), ctx);
                }
            });
        }
    }

    /// Asks for the catalogue in use as a file.
    pub(super) fn export_catalogue(&mut self) {
        let name = format!("procedures-{}.toml", self.model.day);
        self.effects.push(Effect::KeepFiles(vec![(name, self.catalogue.to_toml().into_bytes())]));
    }
}
