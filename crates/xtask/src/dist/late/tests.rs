//! The cut through a script as wasm2js writes it, and both halves run in Node.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use super::*;
use std::process::Command;

/// `own000002` is the gate. It calls one that only it needs and one that the export needs too, goes
/// through the table, moves the stack and gives a number of 64 bits. What stands at 3 in the table is
/// its own.
const SCRIPT: &str = r#"function wasm2js_trap() { throw new Error('abort'); }
  function dataAt(place, text) {
  }
function initActiveSegments(imports) {
  dataAt(16, "hi");
}
function asmFunc(imports) {
 var buffer = new ArrayBuffer(65536);
 var HEAP8 = new Int8Array(buffer);
 var HEAP32 = new Int32Array(buffer);
 var HEAPU8 = new Uint8Array(buffer);
 var Math_imul = Math.imul;
 var Math_abs = Math.abs;
 var nan = NaN;
 var g = imports.g;
 var i0 = g.i0;
 var global$0 = 65536;
 var i64toi32_i32$HIGH_BITS = 0;
 function own000000($0) {
  $0 = $0 | 0;
  if (($0 | 0) < 0) {
   return own000002($0) + i64toi32_i32$HIGH_BITS | 0
  }
  return own000001($0) | 0;
 }
 
 function own000001($0) {
  $0 = $0 | 0;
  i64toi32_i32$HIGH_BITS = 1000;
  HEAP32[4] = $0;
  return $0 + 1 | 0;
 }
 
 function own000002($0) {
  $0 = $0 | 0;
  var $1 = 0;
  global$0 = global$0 - 16 | 0;
  $1 = FUNCTION_TABLE[3]($0) | 0;
  i0(HEAP32[4] | 0);
  __wasm_memory_grow(1);
  i0(HEAP32[4] + global$0 | 0);
  if (($0 | 0) == -9) {
   wasm2js_trap()
  }
  HEAP32[5] = nan;
  $1 = own000003($1) + i64toi32_i32$HIGH_BITS | 0;
  global$0 = global$0 + 16 | 0;
  i64toi32_i32$HIGH_BITS = 500;
  return $1 | 0;
 }
 
 function own000003($0) {
  $0 = $0 | 0;
  return own000001(Math_imul($0, 2)) | 0;
 }
 
 function own000004($0) {
  $0 = $0 | 0;
  return $0 - 100 | 0;
 }
 
 bufferView = HEAPU8;
 initActiveSegments(imports);
 var FUNCTION_TABLE = [null, own000001, own000001, own000004];
 function __wasm_memory_size() {
  return buffer.byteLength >> 16;
 }
 
 function __wasm_memory_grow(pagesToAdd) {
  var newBuffer = new ArrayBuffer(buffer.byteLength + 65536);
  var newHEAP8 = new Int8Array(newBuffer);
  newHEAP8.set(HEAP8);
  HEAP8 = new Int8Array(newBuffer);
  HEAP32 = new Int32Array(newBuffer);
  HEAPU8 = new Uint8Array(newBuffer);
  buffer = newBuffer;
   bufferView = HEAPU8;
 }
 
 return {
  "mount": own000000
 };
}
"#;

fn at(gate: &str) -> Cut {
    Cut {
        gates: vec![gate.to_owned()],
        modules: vec![Part {
            functions: BTreeSet::from(["own000002", "own000004"].map(str::to_owned)),
            slots: BTreeSet::from([3]),
        }],
    }
}

/// What Node says that a script comes to: its last expression, or why it fell over.
fn node(script: &str) -> String {
    let script = format!("var bufferView, home = {{}};\n{script}");
    let out = Command::new("node").args(["-p", &script]).output().unwrap();
    String::from_utf8(out.stdout).unwrap() + &String::from_utf8(out.stderr).unwrap()
}

/// The same of a script that calls `mount` with four numbers.
fn run(script: &str) -> String {
    let calls = "const seen = [];\n\
                 const made = asmFunc({ g: { i0: (number) => { seen.push(number); } } });\n\
                 [5, -7, 5, -8].map(made.mount).join() + ' ' + seen.join();";
    node(&format!("{script}\n{calls}"))
}

#[test]
fn both_halves_do_what_the_whole_did() {
    let halves = split(SCRIPT, &at("own000002"), "home.more").unwrap();
    let late = ["own000003($0) {", "- 100"];
    for text in late {
        assert!(!halves.first.contains(text), "{}", halves.first);
        assert!(halves.more.contains(text), "{}", halves.more);
    }
    assert!(
        !halves.more.contains("function own000001"),
        "{}",
        halves.more
    );
    assert!(!halves.more.contains("Math.abs"), "{}", halves.more);
    assert!(halves.more.contains("var nan = NaN;"), "{}", halves.more);
    let there = format!("{}\n{}\nhome.more = more;", halves.first, halves.more);
    assert_eq!(run(&there), run(SCRIPT));
    assert_eq!(run(SCRIPT), "6,1287,6,1285 5,65525,5,65525\n");
}

#[test]
fn a_module_with_one_function_that_is_needed_keeps_its_places_in_the_table() {
    let mut cut = at("own000002");
    for part in &mut cut.modules {
        part.functions.insert("own000001".to_owned());
    }
    let halves = split(SCRIPT, &cut, "home.more").unwrap();
    assert!(halves.first.contains("- 100"), "{}", halves.first);
    assert!(!halves.more.contains("- 100"), "{}", halves.more);
}

#[test]
fn what_falls_over_does_so_as_before() {
    let halves = split(SCRIPT, &at("own000002"), "home.more").unwrap();
    for script in [
        SCRIPT.to_owned(),
        format!("{}{}home.more = more;", halves.first, halves.more),
    ] {
        let call = "try { asmFunc({ g: { i0() {} } }).mount(-9) } catch (e) { e.message }";
        assert_eq!(node(&format!("{script}\n{call}")), "abort\n");
    }
}

#[test]
fn what_comes_late_is_missed_where_it_is_called_and_nowhere_else() {
    let halves = split(SCRIPT, &at("own000002"), "home.more").unwrap();
    let missed = run(&halves.first);
    assert!(missed.contains("home.more is not a function"), "{missed}");
    let early = node(&format!(
        "{}\nasmFunc({{ g: {{}} }}).mount(5)",
        halves.first
    ));
    assert_eq!(early, "6\n");
}

#[test]
fn a_gate_that_is_not_there_or_stands_in_the_table_stops_the_build() {
    for (gate, why) in [
        ("own000009", "was it put into its caller?"),
        ("own000001", "stands in the table"),
        ("own000000", "stands in the table"),
    ] {
        let Err(problem) = split(SCRIPT, &at(gate), "home.more") else {
            panic!("{gate} is no gate");
        };
        assert!(problem.to_string().contains(why), "{gate}: {problem}");
    }
}

#[test]
fn a_number_that_is_set_within_a_sum_stops_the_build() {
    let script = SCRIPT.replace(
        "  global$0 = global$0 - 16 | 0;\n",
        "  $1 = (global$0 = global$0 - 16 | 0, 1);\n",
    );
    assert!(split(&script, &at("own000002"), "home.more").is_err());
}

#[test]
fn hashes_of_crates_are_left_out_and_slices_are_not() {
    let name = "<swansfeet_widget_pay[0f3a]::result::next as core[1b]::X<[u8]>>::y";
    let plain = "<swansfeet_widget_pay::result::next as core::X<[u8]>>::y";
    assert_eq!(without_hashes(name), plain);
}
