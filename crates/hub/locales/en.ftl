# The hub's own pages. What a widget says lives in the widget.

hub-name = Swansfeet
hub-intro = Small tools for care and support workers. Use them here, or put them on your own website with one line.
hub-widgets = The tools
hub-put-on-site = To put this on your own website, paste this line where it should stand:
hub-gallery = See every part in every state
hub-home = All the tools
hub-language = Language
hub-needs-script = This page needs JavaScript to work, and it seems to be switched off. Switch it on in your browser's settings, then load the page again.

# One title and one line for each widget, found by its name.
widget-pay-title = Am I being paid right?
widget-pay-line = See whether you are paid for all the time you work. What you type stays on your device.
