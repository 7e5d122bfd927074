//! wasm-bindgen's glue with each import as an arrow in one list, in place of a function with a name:
//! 0.7 kB of a widget, since a name is read twice, and what most imports end with is written once.
//!
//! What does not look as expected stays as it is.

/// What some imports end with.
const HELPERS: &str = "\
function guarded(f) { return function () { return handleError(f, arguments); }; }
function addSome(value) { return isLikeNone(value) ? 0 : addHeapObject(value); }
";
/// A function that catches what the browser throws.
const GUARD: &str = "{ return handleError(function (";
const GUARD_END: &str = "}, arguments); }";

/// The glue without the imports, and these as the elements of a list, in the order of their names.
pub(super) fn with_list(glue: &str, imported: &[String]) -> (String, String) {
    let mut rest = glue.to_owned();
    let mut list = Vec::new();
    let mut put = None;
    for name in imported {
        let found = block(&rest, name)
            .filter(|block| !is_named_elsewhere(&rest, block, name))
            .and_then(|block| Some((block.to_owned(), arrow(block, name, &mut put)?)));
        if let Some((block, arrow)) = found {
            rest = rest.replacen(&block, "", 1);
            list.push(arrow);
        } else {
            list.push(name.clone());
        }
    }
    rest.push_str(HELPERS);
    if let Some(memory) = put {
        rest.push_str(&putting(&memory));
    }
    (rest, list.join(",\n"))
}

/// Writes a string into the program's memory, and where it is and how long to where it is expected.
fn putting(memory: &str) -> String {
    format!(
        "function putString(to, text) {{
    const at = isLikeNone(text) ? 0 : passStringToWasm0(text, {memory});
    const view = getDataViewMemory0();
    view.setInt32((to >>> 0) + 4, WASM_VECTOR_LEN, true);
    view.setInt32(to >>> 0, at, true);
}}
"
    )
}

/// The lines of the function of that name.
pub(super) fn block<'a>(glue: &'a str, name: &str) -> Option<&'a str> {
    let start = format!("function {name}(");
    let at = match glue.find(&format!("\n{start}")) {
        Some(at) => at + 1,
        None if glue.starts_with(&start) => 0,
        None => return None,
    };
    let from = glue.get(at..)?;
    let mut end = 0;
    for line in from.split_inclusive('\n') {
        end += line.len();
        if [GUARD_END, "}"].contains(&line.trim_end_matches('\n')) {
            return from.get(..end);
        }
    }
    None
}

fn is_named_elsewhere(glue: &str, block: &str, name: &str) -> bool {
    let count = |text: &str| {
        super::names::words(text)
            .filter(|word| *word == name)
            .count()
    };
    count(glue) > 1 || count(block) != 1
}

/// The function as an expression. `put` is what it needs to know of the program's memory.
fn arrow(block: &str, name: &str, put: &mut Option<String>) -> Option<String> {
    let (head, body) = block.split_once('\n')?;
    let head = head.strip_prefix(&format!("function {name}("))?;
    let (head, end, guard) = match head.split_once(GUARD) {
        Some((_, head)) => (head, GUARD_END, true),
        None => (head, "}", false),
    };
    let arguments = head.strip_suffix(") {")?;
    let body = body.trim_end().strip_suffix(end)?;
    // An arrow has neither of its own.
    if super::names::words(body).any(|word| ["this", "arguments"].contains(&word)) {
        return None;
    }
    let body = tidied(body, put);
    let arrow = format!("({arguments}) => {{\n{body}}}");
    Some(if guard {
        format!("guarded({arrow})")
    } else {
        arrow
    })
}

/// The body with what is given back at once not given a name before.
fn tidied(body: &str, put: &mut Option<String>) -> String {
    let lines: Vec<&str> = body.lines().map(str::trim).collect();
    let mut out = String::new();
    let mut rest = &lines[..];
    while let [line, after @ ..] = rest {
        rest = after;
        let value = line
            .strip_prefix("const ret = ")
            .and_then(|value| value.strip_suffix(';'));
        let ending = value.and_then(|value| ended(value, after, put));
        if let Some((ending, taken)) = ending {
            rest = after.get(taken..).unwrap_or_default();
            out.push_str(&ending);
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

/// What stands for a value and the lines after it, and how many lines those are.
fn ended(value: &str, after: &[&str], put: &mut Option<String>) -> Option<(String, usize)> {
    match after {
        ["return ret;", ..] => return Some((format!("return {value};"), 1)),
        ["return addHeapObject(ret);", ..] => {
            return Some((format!("return addHeapObject({value});"), 1));
        }
        ["return isLikeNone(ret) ? 0 : addHeapObject(ret);", ..] => {
            return Some((format!("return addSome({value});"), 1));
        }
        _ => {}
    }
    let [pass, length, first, second, ..] = after else {
        return None;
    };
    let pass = declared(pass)?.strip_prefix("ptr1 = ")?;
    let pass = pass.strip_prefix("isLikeNone(ret) ? 0 : ").unwrap_or(pass);
    let memory = pass
        .strip_prefix("passStringToWasm0(ret, ")?
        .strip_suffix(");")?;
    let is_as_expected = declared(length)? == "len1 = WASM_VECTOR_LEN;"
        && *first == "getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);"
        && *second == "getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);"
        && put.as_ref().is_none_or(|known| known == memory);
    is_as_expected.then(|| {
        *put = Some(memory.to_owned());
        (format!("putString(arg0, {value});"), 4)
    })
}

/// What is declared on that line.
fn declared(line: &str) -> Option<&str> {
    let constant = line.strip_prefix("const ");
    constant.or_else(|| line.strip_prefix("var "))
}

#[cfg(test)]
mod tests {
    use super::with_list;

    const GLUE: &str = "function mount(a) {
    i3(a);
}
function i0(arg0) {
    const ret = getObject(arg0).document;
    return isLikeNone(ret) ? 0 : addHeapObject(ret);
}
function i1() { return handleError(function (arg0, arg1) {
    const ret = getObject(arg0).appendChild(getObject(arg1));
    return addHeapObject(ret);
}, arguments); }
function i2(arg0, arg1) {
    const ret = getObject(arg1).key;
    const ptr1 = passStringToWasm0(ret, wasm.e10, wasm.e11);
    const len1 = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
    getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
}
function i3(arg0) {
    const ret = arguments.length;
    return ret;
}
";

    #[test]
    fn imports_become_a_list_and_what_is_not_known_stays() {
        let names: Vec<String> = (0..4).map(|number| format!("i{number}")).collect();
        let (rest, list) = with_list(GLUE, &names);
        assert_eq!(
            list,
            "(arg0) => {\nreturn addSome(getObject(arg0).document);\n},\n\
             guarded((arg0, arg1) => {\nreturn addHeapObject(getObject(arg0).appendChild(getObject(arg1)));\n}),\n\
             (arg0, arg1) => {\nputString(arg0, getObject(arg1).key);\n},\ni3"
        );
        assert!(rest.contains("function mount(a) {\n    i3(a);\n}\nfunction i3(arg0) {\n"));
        assert!(!rest.contains("function i0") && !rest.contains("function i2"));
        assert!(rest.contains("passStringToWasm0(text, wasm.e10, wasm.e11)"));
    }

    #[test]
    fn an_import_that_another_calls_keeps_its_name() {
        let glue = "function i0(a) {\n    return a;\n}\nfunction i1(a) {\n    return i0(a);\n}\n";
        let (rest, list) = with_list(glue, &["i0".to_owned(), "i1".to_owned()]);
        assert!(list.starts_with("i0,\n(a) => {"), "{list}");
        assert!(rest.starts_with("function i0(a)"));
    }
}
