//! The tallies of several desks as one report (nhiều tệp, on a stick): each file is only read.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::domain::catalogue::NameUsed;
use crate::domain::merge::{self, Joined, MergeFlaw, Part};
use crate::domain::tally::Tally;
use crate::domain::{Catalogue, Code, Day, Letterhead, Office, Remark, Report, Span, Stamp, Targets};
use crate::lang::Both;
use crate::store::apart::Apart;
use crate::store::{OpenError, StoreError};

/// Why the files cannot be joined. All of them stay as they are.
#[derive(Debug)]
pub enum MergeError {
    /// One of them cannot be opened.
    Open(OpenError),
    /// One of them cannot be read.
    Read(PathBuf, StoreError),
    /// Two of them are the same file, or one is a copy of the other.
    Same(PathBuf, PathBuf),
    /// What they say cannot be joined.
    Flaw(MergeFlaw),
}

/// One report over the files, for a span. The words of the papers and the targets are those of the first file that has
/// an office; the office itself is named as all of them are.
///
/// # Errors
/// [`MergeError`].
pub fn report(
    files: &[PathBuf],
    span: Span,
    at: Stamp,
    catalogue: &Catalogue,
) -> Result<Option<Report>, MergeError> {
    let mut opened: Vec<(&Path, Apart, String)> = Vec::new();
    for path in files {
        let file = Apart::open(path).map_err(MergeError::Open)?;
        let mark = file.store().file_mark().map_err(|error| MergeError::Read(path.clone(), error))?;
        let same = opened.iter().find(|(_, _, other)| !mark.is_empty() && *other == mark);
        if let Some((first, ..)) = same {
            return Err(MergeError::Same(first.to_path_buf(), path.clone()));
        }
        opened.push((path, file, mark));
    }
    let names = Names::of(&opened, span.until)?;
    let joined = |span: Span| -> Result<Option<Joined>, MergeError> {
        let read = |(number, (path, file, _)): (usize, &(&Path, Apart, String))| {
            let part =
                part(path, file, span, at).map_err(|error| MergeError::Read(path.to_path_buf(), error));
            part.map(|part| names.kept_apart(number, part))
        };
        let parts = opened.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        merge::join(parts).map_err(MergeError::Flaw)
    };
    let Some(all) = joined(span)? else { return Ok(None) };
    let before = if span.is_short() { None } else { joined(span.compared_on(at.day()))? };
    let catalogue = Rc::new(catalogue.as_used(&names.all).into_owned());
    let mut words = Words::default();
    for (path, file, _) in &opened {
        words.take(file, span).map_err(|error| MergeError::Read(path.to_path_buf(), error))?;
    }
    Ok(Some(Report {
        tally: Tally::count_joined(&all, &catalogue).with_people_by_name(&all.volunteers),
        before: before.map(|before| Tally::count_joined(&before, &catalogue)),
        catalogue,
        office: together(all.sources.iter().map(|source| &source.office)),
        letterhead: words.letterhead.unwrap_or_default(),
        targets: words.targets.unwrap_or_default(),
        hamlets: all.hamlets,
        reasons: all.reasons,
        volunteers: all.volunteers,
        shifts: all.facts.shifts,
        remark: words.remark,
        by: None,
        at,
        sources: all.sources,
        reprint: None,
    }))
}

/// The names that the files use: of a code that this desk has no entry for, and of one that was renamed since.
struct Names {
    /// One of a code, the oldest first. Where two files name a code of the program otherwise, the first one is followed.
    all: Vec<NameUsed>,
    /// The codes of desks' own under which several desks understand different things, by the number of the file: each is a
    /// code of its own among all.
    apart: HashMap<(usize, Code), Code>,
}

impl Names {
    fn of(files: &[(&Path, Apart, String)], last: Day) -> Result<Self, MergeError> {
        let mut used: Vec<(usize, NameUsed)> = Vec::new();
        let mut desks: Vec<String> = Vec::new();
        for (number, (path, file, _)) in files.iter().enumerate() {
            let unread = |error| MergeError::Read(path.to_path_buf(), error);
            let names = file.store().names_used_until(last).map_err(unread)?;
            used.extend(names.into_iter().map(|name| (number, name)));
            let office = file.store().office().map_err(unread)?.unwrap_or_default().name;
            let is_known = office.is_empty() || desks.contains(&office);
            desks.push(if is_known { path.display().to_string() } else { office });
        }
        let built_in = Catalogue::built_in().ok();
        let mut names = Self { all: Vec::new(), apart: HashMap::new() };
        for (number, name) in &used {
            let is_own = built_in.as_ref().is_some_and(|all| all.get(&name.code).is_none());
            let differs = |other: &NameUsed| {
                other.code == name.code && (other.name.vi != name.name.vi || other.kind != name.kind)
            };
            if is_own && used.iter().any(|(_, other)| differs(other)) {
                let code = Code(format!("{}@{}", name.code, number + 1));
                let mut apart = NameUsed { code: code.clone(), ..name.clone() };
                let Both { vi, en } = &mut apart.name;
                for text in [vi, en, &mut apart.short.vi, &mut apart.short.en] {
                    *text = format!("{text} ({})", desks[*number]);
                }
                names.all.push(apart);
                names.apart.insert((*number, name.code.clone()), code);
            } else if !names.all.iter().any(|known| known.code == name.code) {
                names.all.push(name.clone());
            }
        }
        names.all.sort_by_key(|name| name.since);
        Ok(names)
    }

    /// What a file brings, with codes that no other desk's are taken for.
    fn kept_apart(&self, number: usize, mut part: Part) -> Part {
        let codes = part.facts.visits.iter_mut().filter_map(|fact| fact.need.as_mut());
        for code in codes.chain(part.facts.assists.iter_mut().map(|assist| &mut assist.procedure)) {
            if let Some(apart) = self.apart.get(&(number, code.clone())) {
                code.clone_from(apart);
            }
        }
        part
    }
}

fn part(path: &Path, file: &Apart, span: Span, at: Stamp) -> Result<Part, StoreError> {
    let store = file.store();
    Ok(Part {
        name: path.display().to_string(),
        office: store.office()?.unwrap_or_default(),
        volunteers: store.volunteers()?,
        hamlets: store.hamlets()?,
        reasons: store.own_reasons()?,
        facts: store.facts(span, at)?,
        may_lack_last: store.lacks_log(),
    })
}

/// The words beside the numbers.
#[derive(Default)]
struct Words {
    letterhead: Option<Letterhead>,
    targets: Option<Targets>,
    remark: Remark,
}

impl Words {
    fn take(&mut self, file: &Apart, span: Span) -> Result<(), StoreError> {
        let store = file.store();
        if store.office()?.is_none() {
            return Ok(());
        }
        if self.letterhead.is_none() {
            self.letterhead = Some(store.letterhead()?);
            self.targets = Some(store.targets()?);
        }
        let remark = store.remark(span)?;
        for (all, one) in [
            (&mut self.remark.difficulties, &remark.difficulties),
            (&mut self.remark.proposals, &remark.proposals),
        ] {
            if !all.is_empty() && !one.is_empty() {
                all.push('\n');
            }
            all.push_str(one);
        }
        Ok(())
    }
}

/// The offices as one: each name and team once, and the commune when all are of one.
fn together<'a>(offices: impl Iterator<Item = &'a Office>) -> Office {
    let offices: Vec<&Office> = offices.filter(|office| !office.name.is_empty()).collect();
    let each = |of: &dyn Fn(&'a Office) -> &'a str| {
        let mut names: Vec<&str> = Vec::new();
        for name in offices.iter().map(|office| of(office)).filter(|name| !name.is_empty()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    };
    let communes = each(&|office| &office.commune);
    Office {
        name: each(&|office| &office.name).join("; "),
        commune: if let [only] = communes.as_slice() { (*only).to_owned() } else { String::new() },
        team: each(&|office| &office.team).join("; "),
    }
}
