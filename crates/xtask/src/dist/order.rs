//! The order of a module's functions by when the code first calls them.
//!
//! Then the first call of each is a call of the next, which `streams.rs` writes as a zero: 1 kB
//! of a widget. Only works the order out; binaryen, which sorts functions by their names,
//! brings them into it.

use super::module::{self, leb};
use anyhow::Result;
use std::collections::BTreeMap;

const CALL: u8 = 0x10;

/// The module with a name for each function that sorts it to its place.
pub(super) struct Named {
    pub(super) module: Vec<u8>,
    /// What was called by which name before.
    pub(super) before: BTreeMap<String, String>,
}

/// Names the functions of a module, which has names of another kind or none.
pub(super) fn named(bytes: &[u8]) -> Result<Named> {
    let sections = module::sections(bytes)?;
    let imports = module::imports(&sections)?;
    // What is imported goes by its own name, as the glue has it: i0, i1, … i10.
    let imported = imports
        .iter()
        .map(|name| format!("{:0>8}", String::from_utf8_lossy(name)));
    let own = places(bytes)?
        .into_iter()
        .map(|place| format!("own{place:06}"));
    let all: Vec<String> = imported.chain(own).collect();
    let before = module::names(&sections)?
        .into_iter()
        .filter_map(|(number, name)| Some((all.get(number)?.clone(), name)))
        .collect();
    let mut names = leb(all.len());
    for (number, name) in all.into_iter().enumerate() {
        names.extend(leb(number));
        names.extend(leb(name.len()));
        names.extend(name.into_bytes());
    }
    let mut section = vec![4];
    section.extend(*b"name");
    section.push(module::NAMES_OF_FUNCTIONS);
    section.extend(leb(names.len()));
    section.extend(names);
    let mut out = module::without_custom(bytes)?;
    out.push(module::CUSTOM);
    out.extend(leb(section.len()));
    out.extend(section);
    Ok(Named {
        module: out,
        before,
    })
}

/// For each function of the module's own, the place where it goes.
fn places(bytes: &[u8]) -> Result<Vec<usize>> {
    let sections = module::sections(bytes)?;
    let imports = module::imports(&sections)?.len();
    let functions = module::functions(&sections)?;
    let mut places = vec![None; functions.len()];
    let mut order = Vec::new();
    let mut add = |number: usize, order: &mut Vec<usize>| {
        if let Some(place @ None) = places.get_mut(number) {
            *place = Some(order.len());
            order.push(number);
        }
    };
    let mut done = 0;
    // Those that nothing calls, exports and the table's, come where the others have run out.
    for root in 0..functions.len() {
        if done == order.len() {
            add(root, &mut order);
        }
        while let Some(function) = order.get(done).and_then(|number| functions.get(*number)) {
            for call in function.code.iter().filter(|one| one.op == CALL) {
                for callee in call.numbers()? {
                    if let Some(own) = callee.checked_sub(imports) {
                        add(own, &mut order);
                    }
                }
            }
            done += 1;
        }
    }
    Ok(places.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn callees_follow_their_callers() {
        // Three functions of type () -> (): the first calls the third, the third itself.
        let module = [
            0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, // magic and version
            1, 4, 1, 0x60, 0, 0, // () -> ()
            3, 4, 3, 0, 0, 0, // three of that type
            10, 14, 3, 4, 0, 0x10, 2, 0x0b, 2, 0, 0x0b, 4, 0, 0x10, 2, 0x0b,
        ];
        assert_eq!(places(&module).expect("a module"), [0, 2, 1]);
    }
}
