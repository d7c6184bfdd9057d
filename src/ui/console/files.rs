//! The files of the office that the console reads and writes: its own forms of papers, and its catalogue.

use std::rc::Rc;

use super::Console;
use crate::desk::catalogue::{ImportFault, read_file};
use crate::domain::catalogue::Import;
use crate::domain::trouble::Trouble;
use crate::domain::{Calendar, Code, Op, Span};
use crate::papers::forms;
use crate::papers::forms::{Exported, Forms};
use crate::papers::handbook::Guide;
use crate::papers::life;
use crate::ui::context::Effect;
use crate::ui::keymap::Place;
use crate::ui::notice::Notice;
use crate::ui::paper;
use crate::ui::popups::{ImportPreview, Popup};
use crate::ui::screens::Screen;
use crate::ui::screens::settings::FormFolder;

impl Console {
    /// Reads the office's own forms, and says what was found.
    pub(super) fn form_folder(&mut self) -> FormFolder {
        let (read, folder) = FormFolder::read(self.desk.folder());
        self.world.forms = read;
        folder
    }

    /// The same for the page of forms.
    fn refresh_forms(&mut self) -> usize {
        let folder = self.form_folder();
        let wrong = folder.wrong();
        if let Screen::Settings(form) = self.stack.screen_mut() {
            form.take_forms(folder);
        }
        wrong
    }

    /// The same when somebody asks for it: what is wrong is told.
    pub(super) fn read_forms_again(&mut self) {
        let wrong = self.refresh_forms();
        let own = Forms::names().filter(|name| self.world.forms.is_own(name)).count();
        self.notice = Some(Notice::FormsRead { own, wrong });
    }

    /// Shows a form with this desk's figures of today, or of the month for a report. Nothing is saved of it.
    pub(super) fn preview_form(&mut self, name: &'static str) {
        let Some(kind) = forms::span_of(name) else { return };
        // The file may have been edited since the page was opened.
        self.refresh_forms();
        match self.desk.report(Span::of(kind, Calendar::Civil, self.world.model.day)) {
            Ok(report) => {
                let ctx = self.world.context(Place::Settings);
                if let Screen::Settings(form) = self.stack.screen_mut() {
                    form.show_form(name, Rc::new(report), &ctx);
                }
            }
            Err(error) => self.fault(&error),
        }
    }

    /// Takes what has become of a form that was to be written out.
    pub(super) fn form_exported(&mut self, file: String, exported: Result<Exported, Trouble>) {
        self.refresh_forms();
        self.notice = Some(Notice::FormExported(file, exported));
    }
}

impl Console {
    /// Reads a file, and shows what it would change; says whether it did. What is wrong with the file is told where it was named.
    pub(super) fn look_at_import(&mut self, path: &str) -> bool {
        let looked = read_file(self.desk.folder(), path)
            .map_err(ImportFault::File)
            .and_then(|text| Import::parse(&text, &self.world.catalogue).map_err(ImportFault::Flaw))
            .map(|import| (import.preview(&self.world.catalogue), import));
        let fault = match looked {
            Ok((preview, _)) if preview.is_empty() => ImportFault::NothingNew,
            Ok((preview, import)) => {
                self.stack.push(ImportPreview::new(import, preview));
                return true;
            }
            Err(fault) => fault,
        };
        if let Some(Popup::ImportFile(file)) = self.stack.top_popup_mut() {
            file.refuse(fault);
        }
        false
    }

    /// Puts the cursor on an entry that was just added or changed.
    pub(super) fn show_entry(&mut self, op: &Op) {
        if let Op::EntryAdded { procedure } | Op::EntryChanged { procedure } = op {
            let ctx = self.world.context(Place::Catalogue);
            if let Screen::Catalogue(view) = self.stack.screen_mut() {
                view.show(procedure.clone(), &ctx);
            }
        }
        if let (Op::StationSet { station }, Screen::Stations(view)) = (op, self.stack.screen_mut()) {
            view.show(*station);
        }
        if let (
            Op::VolunteerAdded { volunteer }
            | Op::VolunteerChanged { volunteer }
            | Op::VolunteersMerged { into: volunteer, .. },
            Screen::Roster(view),
        ) = (op, self.stack.screen_mut())
        {
            view.show(*volunteer);
        }
    }

    /// Prints the one-page guide of an entry.
    pub(super) fn print_entry(&mut self, code: &Code) {
        self.read_forms();
        let Some(entry) = self.world.catalogue.get(code) else { return };
        let office = self.world.model.office.clone().unwrap_or_default();
        let field = self
            .world
            .catalogue
            .field_of(code)
            .map_or("", |field| self.world.lang.pick(&field.name).as_str());
        let guide = Guide {
            office: &office,
            procedure: entry,
            field,
            printed: self.world.clock.now(),
            version: concat!("motcua ", env!("CARGO_PKG_VERSION")),
        };
        let form = self.world.forms.handbook();
        match paper::handbook(&guide, form, self.world.lang, form.paper()) {
            Ok(page) => self.send(page),
            Err(error) => self.cannot_draw(&error),
        }
    }

    /// Prints what happened to a number.
    pub(super) fn print_life(&mut self, of: &str, title: &str, lines: &[String]) {
        let office = self.world.model.office.clone().unwrap_or_default();
        match paper::life(&life::sheet(&office, title, lines, self.world.lang), of) {
            Ok(page) => self.send(page),
            Err(error) => self.cannot_draw(&error),
        }
    }

    /// Asks for the catalogue in use as a file.
    pub(super) fn export_catalogue(&mut self) {
        let name = format!("danh-muc-{}.toml", self.world.model.day);
        self.effects.push(Effect::KeepFiles(vec![(name, self.world.catalogue.to_toml().into_bytes())]));
    }
}
