// Reads the attributes with care: what makes sense is taken, and the site's owner is told of the
// rest. Stands ahead of shell.js, and of modes.js, which wants the options of a widget whose script
// is not there.

// What each attribute accepts: a list (the first is the default), "decimal", "url" or "text".
// A widget's own are in its Cargo.toml.
var COMMON = {
  lang: "text",
  theme: "auto|light|dark",
  mode: "inline|frame|dialog|button",
  loading: "lazy|eager",
  partner: "text",
  campaign: "text",
  src: "urls",
  key: "text",
  hub: "url",
  widget: "text"
};
var EXPECTED = { decimal: "a number such as 12.50", url: "a web address", urls: "a web address, or several with spaces between" };

function fits(rule, value) {
  return rule.indexOf("|") > 0 ? rule.split("|").indexOf(value) >= 0
    : rule == "decimal" ? /^\d+(\.\d+)?$/.test(value)
    : rule == "url" ? /^(https?:\/\/|\/)./.test(value)
    // Beside the page, too: all but another scheme.
    : rule == "urls" ? value && !/(^|\s)(?!https?:)[\w+.-]+:/i.test(value)
    : true;
}

// The attributes that make sense, by name without "data-"; the others are told to the owner.
function options(i) {
  // Told once for each start: a dialogue asks when it is made and again when it opens.
  if (i.options) return i.options;
  var own = i.w.options || {}, found = i.options = {}, all = i.el.attributes, n, full, name, rule, value;
  for (n = 0; n < all.length; n++) {
    full = all[n].name;
    name = full.replace(/^data-/, "");
    rule = COMMON[name] || own[name];
    value = all[n].value.trim();
    if (name == full) {
      if (rule && name != "lang") Swansfeet._core.tell(i.w.name, name + " must be written data-" + name + ".");
    } else if (!rule) {
      Swansfeet._core.tell(i.w.name, full + " is not known. Known are " + Object.keys(COMMON).concat(Object.keys(own)).join(", ") + ".");
    } else if (!fits(rule, value)) {
      Swansfeet._core.tell(i.w.name, full + '="' + value + '" is left out. Expected: ' + (EXPECTED[rule] || rule.replace(/\|/g, ", ")) + ".");
    } else {
      found[name] = value;
    }
  }
  return found;
}
