// Makes a widget's program start: the same for WebAssembly and for the plain JavaScript build.
//
// glueOf   a function that makes a fresh copy of wasm-bindgen's glue ("bundler" output), so that a
//          program that fell over can be started again with nothing left of the first
// program  the wasm as text, or wasm2js's function of the imports
// from     the module name that the wasm imports the glue by

function payload(glueOf, program, from) {
  return function (ok, fail, crash) {
    var dead, glue, memory, imports = {};

    // Nothing that goes wrong inside reaches the page around it. Once it has, the program is not
    // called again: its memory can no longer be trusted.
    function guard(f) {
      return function () {
        if (dead) return;
        try {
          return f.apply(null, arguments);
        } catch (error) {
          dead = 1;
          // The glue may still read a result where the program left none: zeros are "no error".
          if (memory) new Uint8Array(memory.buffer).fill(0);
          crash(error);
        }
      };
    }

    function run(raw) {
      var exports = {}, name;
      // Memory and tables go as they are: the glue compares their buffers.
      for (name in raw) exports[name] = typeof raw[name] == "function" ? guard(raw[name]) : raw[name];
      memory = raw.memory;
      glue.__wbg_set_wasm(exports);
      if (exports.__wbindgen_start) exports.__wbindgen_start();
      if (!dead) ok(glue.mount);
    }

    // In a task of its own, so that the page can answer in between.
    function soon(f, what) {
      setTimeout(function () {
        try {
          f(what);
        } catch (error) {
          fail(error);
        }
      });
    }

    try {
      if (typeof program != "function") {
        // Eight bytes tell whether wasm may run here, before the text is made a module for nothing.
        new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      }
      imports[from] = glue = glueOf();
      if (typeof program == "function") return soon(run, program(imports));
      WebAssembly.instantiate(decode(program), imports).then(function (made) {
        run(made.instance.exports);
      })["catch"](fail);
    } catch (error) {
      fail(error);
    }
  };
}
