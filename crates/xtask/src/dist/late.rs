//! What of a plain JavaScript program comes late: the code behind a few functions, the gates, that the
//! widget calls only once all of its program is there (`Page::is_whole`). `late = ["result::screen"]`
//! in a widget's Cargo.toml names them.
//!
//! As wasm a program is one: half of it would be no sooner there, since what counts is the round trip.
//! As JavaScript it is a third longer, and a browser reads all of it before the first question.
//!
//! Late is what nothing but a gate leads to, so that nothing else can miss it. The walk is made
//! through the very text that is cut. Nobody sees who calls what stands in the table: of that, only
//! functions of a gate's module may be late, and only where the walk comes to no function of it.

use super::Bundle;
use super::names::{replaced, words};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walrus::{ConstExpr, ElementItems, ElementKind, Module, ir::Value};

/// Where the cut goes.
pub(super) struct Cut {
    /// The gates, by their names of `order.rs`.
    gates: Vec<String>,
    modules: Vec<Part>,
}

/// The module of a gate.
struct Part {
    /// Its functions, by the same names.
    functions: BTreeSet<String>,
    /// Places in the table with functions of it.
    slots: BTreeSet<usize>,
}

impl Cut {
    /// What keeps wasm-opt from putting the gates into their callers.
    pub(super) fn not_inlined(&self) -> Vec<String> {
        let kept = |gate: &String| format!("--no-inline={gate}");
        self.gates.iter().map(kept).collect()
    }
}

/// The two scripts: `asmFunc` without what comes late, and `more`, which makes that of what the first
/// hands over.
pub(super) struct Halves {
    pub(super) first: String,
    pub(super) more: String,
}

/// Finds the gates; none where the widget has named none. `before` tells what each function was called
/// before `order.rs`; `bound` is the module before it was optimised, when no two functions of the table
/// were one yet.
pub(super) fn cut(
    bundle: &Bundle,
    before: &BTreeMap<String, String>,
    bound: &Path,
) -> Result<Option<Cut>> {
    if bundle.settings.late.is_empty() {
        return Ok(None);
    }
    let krate = bundle.package.replace('-', "_");
    let before: BTreeMap<&String, String> = before
        .iter()
        .map(|(name, before)| (name, without_hashes(before)))
        .collect();
    let table = table(bound)?;
    let (mut gates, mut modules) = (Vec::new(), Vec::new());
    for gate in &bundle.settings.late {
        let path = format!("{krate}::{gate}");
        let (module, _) = path.rsplit_once("::").unwrap_or_default();
        let own = format!("{module}::");
        let functions = before.iter().filter(|(_, before)| before.contains(&own));
        let slots = table.iter().filter(|(_, before)| before.contains(&own));
        modules.push(Part {
            functions: functions.map(|(name, _)| (*name).clone()).collect(),
            slots: slots.map(|(slot, _)| *slot).collect(),
        });
        let mut found = before.iter().filter(|(_, before)| **before == path);
        match (found.next(), found.next()) {
            (Some((name, _)), None) => gates.push((*name).clone()),
            (None, _) => bail!("no function is {path}: is it `#[inline(never)]`?"),
            _ => bail!("several functions are {path}"),
        }
    }
    Ok(Some(Cut { gates, modules }))
}

/// `one[0f3a]::two` without what stands in brackets after a crate's name.
fn without_hashes(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        match after.split_once(']') {
            Some((hash, after)) if hash.chars().all(|one| one.is_ascii_hexdigit()) => rest = after,
            _ => {
                out.push('[');
                rest = after;
            }
        }
    }
    out + rest
}

/// What stands where in the table, by name without hashes.
fn table(module: &Path) -> Result<BTreeMap<usize, String>> {
    let module = Module::from_file(module).context("the module could not be read")?;
    let mut table = BTreeMap::new();
    for element in module.elements.iter() {
        let (
            ElementKind::Active {
                offset: ConstExpr::Value(Value::I32(start)),
                ..
            },
            ElementItems::Functions(functions),
        ) = (&element.kind, &element.items)
        else {
            bail!("the table is filled in a way that late.rs does not know");
        };
        let start = usize::try_from(*start)?;
        for (number, function) in functions.iter().enumerate() {
            let name = module.funcs.get(*function).name.as_deref();
            table.insert(start + number, without_hashes(name.unwrap_or_default()));
        }
    }
    Ok(table)
}

const OPENING: &str = "function asmFunc(imports) {\n";
const TABLE: &str = " var FUNCTION_TABLE = [";
const END: &str = "\n }\n";
const GROWN: &str = "   bufferView = HEAPU8;\n";

/// Cuts `script`, which `plain.rs` has made of a module with names. `home` is where the second script
/// leaves `more`, as an expression.
pub(super) fn split(script: &str, cut: &Cut, home: &str) -> Result<Halves> {
    let (data, code) = script
        .split_once(OPENING)
        .context("wasm2js has changed: asmFunc was not found")?;
    let code = Code::read(data, code)?;
    let late = code.late(cut)?;
    let (hot, cold): (Vec<_>, Vec<_>) = code
        .functions
        .iter()
        .partition(|function| !late.contains(function.name));
    ensure!(!cold.is_empty(), "nothing comes late");
    // What the first script calls, or has in its table.
    let called: BTreeSet<&str> = hot
        .iter()
        .flat_map(|function| words(function.text))
        .chain(code.table.iter().copied())
        .collect();
    let entries: Vec<&str> = cold
        .iter()
        .map(|function| function.name)
        .filter(|name| called.contains(name))
        .collect();
    let (given, second) = second(&code, &cold, &entries)?;
    Ok(Halves {
        first: format!(
            "{data}{OPENING}{}",
            first(&code, &hot, &entries, &given, home)?
        ),
        more: second,
    })
}

fn first(
    code: &Code<'_>,
    hot: &[&Function<'_>],
    entries: &[&str],
    given: &Given<'_>,
    home: &str,
) -> Result<String> {
    let mut out: String = code.before.concat();
    for name in &given.state {
        out.push_str(&format!(
            " function {name}$at(value) {{ if (value != null) {name} = value; return {name}; }}\n"
        ));
    }
    out.push_str(&format!(
        " var far;\n function away(place) {{ return function () {{\n  \
         if (!far) {{ far = {home}([{}]); far[0](buffer); }}\n  \
         return far[place].apply(null, arguments);\n }}; }}\n",
        given.list()
    ));
    for (place, name) in entries.iter().enumerate() {
        out.push_str(&format!(" var {name} = away({});\n", place + 1));
    }
    for function in hot {
        out.push_str(function.text);
    }
    let after = code.after.concat();
    ensure!(
        after.matches(GROWN).count() == 1,
        "wasm2js has changed: the growth of memory was not found"
    );
    let grows = format!("{GROWN}   if (far) far[0](buffer);\n");
    Ok(out + &after.replace(GROWN, &grows))
}

/// What the second script is handed of the first.
#[derive(Default)]
struct Given<'a> {
    /// Numbers that change: through a function.
    state: BTreeSet<&'a str>,
    /// Functions and the table, as they are.
    rest: BTreeSet<&'a str>,
}

impl Given<'_> {
    fn list(&self) -> String {
        let state = self.state.iter().map(|name| format!("{name}$at"));
        let rest = self.rest.iter().map(|name| (*name).to_owned());
        state.chain(rest).collect::<Vec<_>>().join(", ")
    }
}

fn second<'a>(
    code: &Code<'a>,
    cold: &[&Function<'_>],
    entries: &[&str],
) -> Result<(Given<'a>, String)> {
    let own: BTreeSet<&str> = cold.iter().map(|function| function.name).collect();
    let used: BTreeSet<&str> = cold
        .iter()
        .flat_map(|function| words(function.text))
        .collect();
    let mut given = Given::default();
    let (mut views, mut constants) = (String::new(), String::new());
    let mut names = Vec::new();
    for (name, value, line) in code.variables() {
        if !used.contains(name) {
            continue;
        }
        if name.starts_with("HEAP") {
            names.push(name);
            views.push_str(&format!("  {name} = {value};\n"));
        } else if value.starts_with("Math.") || ["NaN", "Infinity"].contains(&value) {
            constants.push_str(line);
        } else if value.parse::<f64>().is_ok() {
            given.state.insert(name);
        } else {
            given.rest.insert(name);
        }
    }
    ensure!(!names.is_empty(), "code that comes late uses no memory");
    // Another one stands there after memory has grown.
    ensure!(
        !used.contains("buffer"),
        "code that comes late keeps the buffer"
    );
    if used.contains("FUNCTION_TABLE") {
        given.rest.insert("FUNCTION_TABLE");
    }
    let functions = code.functions.iter().map(|function| function.name);
    let shared = code.helpers().chain(code.outside.iter().copied());
    for name in functions.chain(shared) {
        if used.contains(name) && !own.contains(name) {
            given.rest.insert(name);
        }
    }
    let mut text = String::new();
    for function in cold {
        text.push_str(&through_functions(function.text, &given.state)?);
    }
    let more = format!(
        "function more(given) {{\n var [{}] = given;\n var {};\n function views(buffer) {{\n{views} }}\n\
         {constants}{text} return [views, {}];\n}}\n",
        given.list(),
        names.join(", "),
        entries.join(", "),
    );
    Ok((given, more))
}

/// Numbers that the first script keeps, read and set through functions.
fn through_functions(text: &str, state: &BTreeSet<&str>) -> Result<String> {
    let asked: BTreeMap<String, String> = state
        .iter()
        .map(|name| ((*name).to_owned(), format!("{name}$at()")))
        .collect();
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let set = line
            .trim()
            .strip_suffix(';')
            .and_then(|line| line.split_once(" = "))
            .filter(|(name, _)| state.contains(name));
        match set {
            Some((name, value)) => {
                out.push_str(&format!("  {name}$at({});\n", replaced(value, &asked)));
            }
            None => out.push_str(&replaced(line, &asked)),
        }
    }
    for asked in asked.values() {
        ensure!(
            !out.contains(&format!("{asked} = ")),
            "a number of the first script is set in a way that late.rs does not know"
        );
    }
    Ok(out)
}

struct Function<'a> {
    name: &'a str,
    text: &'a str,
}

/// The inside of `asmFunc`.
struct Code<'a> {
    /// Lines before the first function.
    before: Vec<&'a str>,
    functions: Vec<Function<'a>>,
    /// Lines after the last function: the table, and what grows memory.
    after: Vec<&'a str>,
    /// Which function stands where in it.
    table: Vec<&'a str>,
    /// Functions before `asmFunc`.
    outside: Vec<&'a str>,
}

impl<'a> Code<'a> {
    fn read(data: &'a str, text: &'a str) -> Result<Self> {
        let place = text.find(TABLE).context("the script has no table")?;
        let (mut rest, table) = text.split_at(place);
        let mut code = Code {
            before: Vec::new(),
            functions: Vec::new(),
            after: Vec::new(),
            table: Vec::new(),
            outside: data
                .lines()
                .filter_map(|line| function_named(line.trim_start()))
                .collect(),
        };
        while let Some(line) = rest.split_inclusive('\n').next() {
            let mut length = line.len();
            if let Some(name) = line.strip_prefix(' ').and_then(function_named) {
                length = rest.find(END).context("a function has no end")? + END.len();
                let text = rest.get(..length).unwrap_or_default();
                code.functions.push(Function { name, text });
            } else if code.functions.is_empty() {
                code.before.push(line);
            } else {
                code.after.push(line);
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        let (inside, _) = table.split_once(']').context("the table has no end")?;
        let inside = inside.strip_prefix(TABLE).unwrap_or_default();
        code.table = inside.split(',').map(str::trim).collect();
        code.after.extend(table.split_inclusive('\n'));
        Ok(code)
    }

    /// `(name, value, line)` of each variable.
    fn variables(&self) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
        self.before.iter().filter_map(|line| {
            let (name, value) = line
                .trim()
                .strip_prefix("var ")?
                .strip_suffix(';')?
                .split_once(" = ")?;
            Some((name, value, *line))
        })
    }

    /// Functions below the table.
    fn helpers(&self) -> impl Iterator<Item = &'a str> {
        let lines = self.after.iter().filter_map(|line| line.strip_prefix(' '));
        lines.filter_map(function_named)
    }

    /// What nothing but a gate leads to.
    fn late(&self, cut: &Cut) -> Result<BTreeSet<&'a str>> {
        let texts: BTreeMap<&str, &str> = self
            .functions
            .iter()
            .map(|function| (function.name, function.text))
            .collect();
        for gate in &cut.gates {
            ensure!(
                texts.contains_key(gate.as_str()),
                "{gate} is not in the script: was it put into its caller?"
            );
        }
        let is_gate = |name: &str| cut.gates.iter().any(|gate| gate == name);
        // What is in the table is called if its module is not late as a whole.
        let mut late: Vec<&Part> = cut.modules.iter().collect();
        loop {
            let after = self.after.iter().filter(|line| !line.starts_with(TABLE));
            let slots = self.table.iter().enumerate();
            let slots =
                slots.filter(|(slot, _)| !late.iter().any(|part| part.slots.contains(slot)));
            let mut to_do: Vec<&str> = after
                .flat_map(|line| words(line))
                .chain(slots.map(|(_, name)| *name))
                .collect();
            ensure!(
                !to_do.iter().any(|name| is_gate(name)),
                "a gate stands in the table"
            );
            let mut hot = BTreeSet::new();
            while let Some(name) = to_do.pop() {
                let Some((name, text)) = texts.get_key_value(name) else {
                    continue;
                };
                if !is_gate(name) && hot.insert(*name) {
                    to_do.extend(words(text));
                }
            }
            let before = late.len();
            late.retain(|part| !hot.iter().any(|name| part.functions.contains(*name)));
            if late.len() == before {
                let names = texts.into_keys();
                return Ok(names.filter(|name| !hot.contains(name)).collect());
            }
        }
    }
}

/// The name of the function that begins on that line.
fn function_named(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix("function ")?.split_once('(')?;
    Some(name)
}

#[cfg(test)]
mod tests;
