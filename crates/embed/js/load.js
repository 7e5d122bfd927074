// How a script of ours brings another to the page, and what the site's owner is told where it does
// not come. Stands ahead of core.js in one scope with it, in every script: what it declares here,
// core.js uses.
//
// Classic scripts only: they are allowed where fetch and modules are not. Knows no widget.

var violations = {};
var tag = currentTag();
var base = tag ? tag.src.replace(/[^/]*([?#].*)?$/, "") : "";
// The hub, where the tag came from it.
var root = base.replace(/v1\/$/, "");
var policy;

function tell(name, what) {
  console.warn("Swansfeet, " + name + ": " + what);
}

function currentTag() {
  var all = document.scripts, n = all.length, at = document.currentScript;
  // None where a module or a delaying plug-in runs us: then the last that looks like ours.
  while (!at && n--) if (/\/v1\/[^/]+\.js/.test(all[n].src)) at = all[n];
  return at;
}

// Trusted Types: an address in our own folder may become a script, nothing else.
function trusted(url) {
  var types = window.trustedTypes;
  policy = policy || types && types.createPolicy("swansfeet", {
    createScriptURL: function (url) {
      if (url.indexOf(base)) throw url;
      return url;
    }
  });
  return policy ? policy.createScriptURL(url) : url;
}

// A classic script: allowed where fetch is not. Its hash is checked if the partner's tag has one.
function load(name, file, done) {
  var script = document.createElement("script"), url = base + file.url;
  var hash = tag && tag.integrity && file.integrity, cors = tag && tag.crossOrigin;
  function end(bad) {
    script.remove();
    if (bad) explain(name, url, hash);
    done(bad && (violations[url] ? "policy" : "load"));
  }
  // What a script puts into a page is async of itself.
  script.swan = 1;
  script.referrerPolicy = "no-referrer";
  script.nonce = tag && tag.nonce || "";
  if (hash) script.integrity = hash;
  if (hash || cors != null) script.crossOrigin = cors || "anonymous";
  script.onload = function () { end(); };
  // The browser says which policy it was a moment after the failure.
  script.onerror = function () { setTimeout(end, 50, 1); };
  try {
    script.src = trusted(url);
    document.documentElement.appendChild(script);
  } catch (_) {
    violations[url] = "trusted-types";
    end(1);
  }
}

// Why a script did not run, for the site's owner. Asks again, as only fetch is told.
function explain(name, url, hash) {
  var rule = violations[url];
  function because(why) {
    tell(name, url + " " + why);
  }
  if (rule) return because("is against this page's policy. Add " + (/^t/.test(rule) ? "swansfeet" : base) + " to " + rule + ".");
  fetch(url, { referrer: "" }).then(function (answer) {
    var type = answer.headers.get("content-type");
    because(
      !answer.ok ? "answers " + answer.status + ". Copy the tag anew."
      : !/javascript/.test(type) ? "comes as " + type + ", not as text/javascript. Its server must say so."
      : hash ? "is not what its integrity hash says. Copy the tag anew."
      : "did not run: this browser may be too old."
    );
  })["catch"](function () {
    because("cannot be read: no network, a blocker, or no CORS headers. Open it in a tab to see which.");
  });
}
