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
widget-demands-title = Sign the demands
widget-demands-line = Read what care and support workers ask for, and put your name to it. What you write is sealed on your device.
widget-meetings-title = Find a meeting
widget-meetings-line = Find a meeting of care and support workers that you can make, online or near you. Your shifts and your place stay on your device.

# Shown without script on the page of the demands.
page-signing-needs-script = Signing needs JavaScript. Your name and address are sealed on your own device before they are sent, so that only the organisers can read them. That cannot be done without it.
page-demands-why = Why: { $why }
page-demands-soon = This cannot be signed yet.
page-demands-closed = This cannot be signed any more.

# The pages behind the mailed link.
page-link-title = Your signature
page-link-pending = Your signature is not counted yet. Press the button to confirm that it is yours.
page-link-counted = Your signature is confirmed. You can take it back at any time.
page-link-confirm = Yes, count my signature
page-link-withdraw = Take my signature back
page-link-withdraw-hint = Everything that was kept of it will be deleted.
page-link-stranger = Was it not you? Then do nothing, or take it back here. What is not confirmed is deleted after 7 days.
page-confirmed-title = Thank you
page-confirmed-now = Your signature is confirmed.
page-confirmed-already = Your signature was confirmed before. You need do nothing more.
page-confirmed-full = This signature cannot be counted: as many people as may use one email address have signed already. You can take it back below.
page-withdrawn-title = Your signature is gone
page-withdrawn = { $count ->
    [one] We deleted 1 signature and all that was kept with it.
   *[other] We deleted { $count } signatures and all that was kept with them.
}
page-withdrawn-proof = We have looked again: nothing is left under this link. If you open it again, it leads nowhere.
page-withdrawn-copies = If you let a partner have a copy and it has fetched it already, ask that partner to delete it too.
page-nowhere-title = This link leads nowhere
page-nowhere = The signature may have been taken back, or it was not confirmed within 7 days. If you want to sign, fill in the form again and you get a new link.
page-failed-title = That did not work
page-failed = Nothing has changed. Please try again in a minute.

# The mail. It may be seen by others: no campaign, no demand, no union, nothing that was typed.
mail-subject = Please confirm your email address
mail-asked = Somebody, most likely you, gave this email address on a website.
mail-press = To confirm that it was you, open this page and press the button:
mail-take-back = Keep this message. On the same page you can take everything back later.
mail-not-you = Was it not you? Then do nothing. Everything is deleted after 7 days.
