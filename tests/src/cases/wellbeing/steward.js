(settings) => {
  const now = window.Date.now;
  window.Date.now = () => now() + settings.by;
  if (settings.files === "written") {
    if (!window.showSaveFilePicker) return;
    // What its person would pick: a file of the browser's own, which is read and written as any other.
    const lent = window.navigator.storage
      .getDirectory()
      .then((folder) => folder.getFileHandle("keys.txt", { create: true }));
    window.lent = lent;
    window.showSaveFilePicker = () => lent;
    window.showOpenFilePicker = () => lent.then((file) => [file]);
    return;
  }
  delete window.showOpenFilePicker;
  delete window.showSaveFilePicker;
  window.handed = [];
  let blob = null;
  const make = window.URL.createObjectURL;
  window.URL.createObjectURL = (one) => {
    blob = one;
    return make.call(window.URL, one);
  };
  const press = window.HTMLAnchorElement.prototype.click;
  window.HTMLAnchorElement.prototype.click = function () {
    if (this.download) window.handed.push({ name: this.download, blob });
    if (!this.download || settings.downloads) press.call(this);
  };
}
