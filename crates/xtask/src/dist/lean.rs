//! wasm-bindgen's glue without what a widget has no use for: 0.4 kB of each.
//!
//! What is not there, in a program that does not need it, is passed over; what is there in another
//! shape fails the build, for then wasm-bindgen has changed and this must be looked at again.

use super::glue::block;
use anyhow::{Context, Result, ensure};

/// A string is copied into the program's memory as the browser encodes it. The glue goes through it
/// letter by letter first, and has ways for browsers without `encodeInto`.
const PASS: &str = "function passStringToWasm0(arg, malloc) {
    const buf = cachedTextEncoder.encode(arg);
    const ptr = malloc(buf.length, 1) >>> 0;
    getUint8ArrayMemory0().set(buf, ptr);
    WASM_VECTOR_LEN = buf.length;
    return ptr;
}
";
/// A decoder for as long as the page is open. The glue takes a new one after two gigabytes, which no
/// widget reads.
const DECODE: &str = "function decodeText(bytes) {
    return cachedTextDecoder.decode(bytes);
}
";
/// One kind of closure, for those that may be called while they run and those that may not.
const CLOSURE: &str = "function makeMutClosure(a, b, f, again) {
    const state = { a, b, cnt: 1 };
    const real = (...args) => {
        state.cnt++;
        const own = state.a;
        if (!again) state.a = 0;
        try {
            return f(own, b, ...args);
        } finally {
            state.a = own;
            real._wbg_cb_unref();
        }
    };
    real._wbg_cb_unref = () => {
        if (--state.cnt === 0) {
            wasm.__wbindgen_destroy_closure(state.a, b);
            state.a = 0;
            CLOSURE_DTORS.unregister(state);
        }
    };
    CLOSURE_DTORS.register(real, state, state);
    return real;
}
";
/// The handle ends its instance when it is told to. The loader keeps it until then, so nothing need
/// watch for one that was lost.
const HANDLE: &str = "let ptr = ret;
    return {
        unmount() {
            const own = ptr;
            ptr = 0;
            if (own) wasm.handle_unmount(own);
        }
    };";

/// The same glue with less in it.
pub(super) fn glue(text: &str) -> Result<String> {
    let mut text = text.to_owned();
    if let Some((before, rest)) = text.split_once("export class Handle {") {
        let (class, rest) = rest
            .split_once("Handle.prototype.free;\n")
            .context("the end of the handle's class was not found")?;
        // A part hands out none, and its class can wrap none.
        let is_handed_out = class.contains("__wrap(");
        text = format!("{before}{rest}");
        if is_handed_out {
            text = swapped(&text, "return Handle.__wrap(ret);", HANDLE)?;
        }
        text = without(
            &text,
            "const HandleFinalization = ",
            "new FinalizationRegistry(ptr => wasm.__wbg_handle_free(ptr, 1));\n",
        )?;
    }
    if text.contains("function passStringToWasm0(") {
        text = with_block(&text, "passStringToWasm0", PASS)?;
        text = text.replace(
            ", wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)",
            ", wasm.__wbindgen_malloc)",
        );
        text = without(&text, "if (!('encodeInto' in", "\n}\n")?;
    }
    if text.contains("function decodeText(") {
        text = with_block(&text, "decodeText", DECODE)?;
        text = without(
            &text,
            "cachedTextDecoder.decode();\nconst MAX_SAFARI",
            "let numBytesDecoded = 0;\n",
        )?;
    }
    if text.contains("function makeMutClosure(") {
        let destroys = "wasm.__wbindgen_destroy_closure(state.a, state.b)";
        ensure!(text.contains(destroys), "closures are freed in another way");
        text = with_block(&text, "makeMutClosure", CLOSURE)?;
        if text.contains("function makeClosure(") {
            text = with_block(&text, "makeClosure", "")?;
            text = again(&text);
        }
    }
    Ok(text)
}

/// Those that may be called while they run, made by the function that makes both.
fn again(text: &str) -> String {
    let line = |line: &str| match line.split_once("makeClosure(") {
        Some((before, after)) => {
            let after = after.strip_suffix(");").unwrap_or(after);
            format!("{before}makeMutClosure({after}, 1);\n")
        }
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

/// The text with another function of that name.
fn with_block(text: &str, name: &str, new: &str) -> Result<String> {
    let old = block(text, name).with_context(|| format!("{name} was not found in the glue"))?;
    swapped(text, old, new)
}

/// The text without what stands from the one to the end of the other.
fn without(text: &str, from: &str, to: &str) -> Result<String> {
    let start = text
        .find(from)
        .with_context(|| format!("the glue has no {from}"))?;
    let (before, rest) = text.split_at(start);
    let (_, after) = rest
        .split_once(to)
        .with_context(|| format!("the glue has no {to} after {from}"))?;
    Ok(format!("{before}{after}"))
}

fn swapped(text: &str, old: &str, new: &str) -> Result<String> {
    ensure!(
        text.matches(old).count() == 1,
        "this does not stand once in the glue: {old}"
    );
    Ok(text.replacen(old, new, 1))
}

#[cfg(test)]
mod tests {
    use super::glue;

    const GLUE: &str = "export class Handle {
    static __wrap(ptr) {
    }
}
if (Symbol.dispose) Handle.prototype[Symbol.dispose] = Handle.prototype.free;

export function mount(root) {
    const ret = wasm.mount(root);
    return Handle.__wrap(ret);
}
export function one(arg0) {
    const ptr1 = passStringToWasm0(arg0, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    return makeClosure(arg0, ptr1, two);
}
const HandleFinalization = (typeof FinalizationRegistry === 'undefined')
    ? {}
    : new FinalizationRegistry(ptr => wasm.__wbg_handle_free(ptr, 1));
function makeClosure(arg0, arg1, f) {
    return 1;
}
function makeMutClosure(arg0, arg1, f) {
    wasm.__wbindgen_destroy_closure(state.a, state.b)
}
function passStringToWasm0(arg, malloc, realloc) {
    return realloc;
}
let cachedTextDecoder = new TextDecoder('utf-8');
cachedTextDecoder.decode();
const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
function decodeText(bytes) {
    numBytesDecoded += bytes.length;
}
if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = 1;
}
let wasm;
";

    #[test]
    fn what_no_widget_needs_is_gone_and_the_rest_is_there() {
        let lean = glue(GLUE).expect("the shape is known");
        for gone in [
            "Finalization",
            "Symbol",
            "realloc",
            "encodeInto",
            "numBytes",
            "makeClosure",
        ] {
            assert!(!lean.contains(gone), "{gone}: {lean}");
        }
        for kept in [
            "wasm.handle_unmount(own)",
            "passStringToWasm0(arg0, wasm.__wbindgen_malloc);",
            "return makeMutClosure(arg0, ptr1, two, 1);",
            "let cachedTextDecoder = new TextDecoder('utf-8');\nfunction decodeText",
            "let wasm;\n",
        ] {
            assert!(lean.contains(kept), "{kept}: {lean}");
        }
    }

    #[test]
    fn another_shape_fails_the_build() {
        let other = GLUE.replace("Handle.__wrap(ret)", "new Handle(ret)");
        assert!(glue(&other).is_err());
        let part = GLUE
            .replace("    static __wrap(ptr) {\n    }\n", "")
            .replace("Handle.__wrap(ret)", "ret");
        assert!(!glue(&part).expect("no handle").contains("Handle"));
        assert_eq!(glue("let wasm;\n").expect("nothing to do"), "let wasm;\n");
    }
}
