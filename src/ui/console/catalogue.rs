//! The catalogue's files: one that is to be imported, and the one that is written.

use super::{Console, ScreenMut};
use crate::desk::catalogue::{ImportFault, read_file};
use crate::domain::catalogue::Import;
use crate::domain::{Code, Op};
use crate::papers::handbook::Guide;
use crate::ui::context::Effect;
use crate::ui::paper;
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

    /// Prints the one-page guide of an entry.
    pub(super) fn print_entry(&mut self, code: &Code) {
        self.read_forms();
        let Some(entry) = self.catalogue.get(code) else { return };
        let office = self.model.office.clone().unwrap_or_default();
        let field = self.catalogue.field_of(code).map_or("", |field| self.lang.pick(&field.name).as_str());
        let guide = Guide {
            office: &office,
            procedure: entry,
            field,
            printed: self.clock.now(),
            version: concat!("motcua ", env!("CARGO_PKG_VERSION")),
        };
        let form = self.forms.handbook();
        match paper::handbook(&guide, form, self.lang, form.paper()) {
            Ok(page) => self.send(page),
            Err(error) => self.cannot_draw(&error),
        }
    }

    /// Asks for the catalogue in use as a file.
    pub(super) fn export_catalogue(&mut self) {
        let name = format!("procedures-{}.toml", self.model.day);
        self.effects.push(Effect::KeepFiles(vec![(name, self.catalogue.to_toml().into_bytes())]));
    }
}
