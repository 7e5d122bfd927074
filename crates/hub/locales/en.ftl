# The hub's own pages. What a widget says lives in the widget.

hub-name = Swansfeet
hub-intro = Small tools for care and support workers. Use them here, or put them on your own website with one line.
hub-widgets = The tools
hub-put-on-site = To put this on your own website, paste this line where it should stand:
hub-put-key = Put in the name and the key of your campaign. Get both from its organisers, not from this page.
hub-gallery = See every part in every state
hub-home = All the tools
hub-language = Language
hub-leave = Leave this page
hub-leave-shift = Or press Shift three times.
hub-needs-script = This page needs JavaScript to work, and it seems to be switched off. Switch it on in your browser's settings, then load the page again.

# One title and one line for each widget, found by its name.
widget-pay-title = Am I being paid right?
widget-pay-line = See whether you are paid for all the time you work. What you type stays on your device.
widget-demands-title = Sign the demands
widget-demands-line = Read what care and support workers ask for, and put your name to it. What you write is sealed on your device.
widget-meetings-title = Find a meeting
widget-meetings-line = Find a meeting of care and support workers that you can make, online or near you. Your shifts and your place stay on your device.
widget-wellbeing-title = How are you?
widget-wellbeing-line = A few questions on how you are, and support at once. Nothing leaves your device unless you want to be counted.
widget-steward-title = The second key
widget-steward-line = For the person who holds a check-in’s second key: this week’s work. Your keys stay on your device.

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

# Meetings: the list, and one of them.
meetings-search = Search
meetings-how = How to be there
meetings-any-way = Any way
meetings-find = Find
meetings-none = There are no meetings that fit at the moment.
meetings-pages = More meetings
meetings-before = Earlier ones
meetings-more = Later ones
meetings-subscribe = Put these meetings in my calendar
meetings-subscribe-hint = Give this link to your calendar as a subscription. It then keeps itself up to date.
meetings-old = The meetings from { $source } could not be brought up to date. They are as they were on { $date }, { $hours ->
    [0] less than an hour ago
    [one] 1 hour ago
   *[other] { $hours } hours ago
}.
meetings-never = The meetings from { $source } could not be loaded yet.

meeting-day = { $weekday } { $date }
meeting-date = { $day }, { $from }
meeting-date-to = { $day }, { $from } to { $to }
meeting-date-in = { $date } ({ $place } time)
meeting-date-cancelled = { $date }: cancelled
meeting-date-moved = { $date } (instead of { $before })
meeting-date-note = { $date }. { $note }
meeting-cancelled = This meeting is cancelled.
meeting-tentative = It is not sure yet whether this meeting takes place.
meeting-dates = Next dates
meeting-over = There are no more dates.
meeting-calendar = Put it in my calendar
meeting-facts = About this meeting
meeting-join = How to join
meeting-just-come = Nothing needs to be known before. Just come along.
meeting-ask = Show how to join
meeting-ask-hint = The organisers show this only to people who ask for it. Nobody is told that you asked.
meeting-too-many = Too many people have asked at once. Please try again in a minute.
meeting-address = Where it is: { $address }
meeting-phone = By telephone:
meeting-page = More about this meeting
meeting-online = Online
meeting-in-person = In person
meeting-hybrid = Online or in person
meeting-in-person-at = In person: { $room }
meeting-hybrid-at = Online or in person: { $room }
meeting-organiser = Run by { $organiser }
meeting-union = For members of { $union }
meeting-roles = For: { $roles }
meeting-languages = Languages: { $languages }
meeting-women = For women only
meeting-nowhere-title = There is nothing here
meeting-nowhere = This meeting or this list is not here, or no longer. If somebody gave you the link, ask them for a new one.

weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday

role-home-care = home care workers
role-care-home = care home workers
role-support-worker = support workers
role-personal-assistant = personal assistants
role-day-community = day and community workers
role-draws-on-support = people who draw on support
role-family = family and friends

access-step-free = No steps
access-bsl = British Sign Language
access-captions = Captions
access-childcare = Childcare
access-quiet = Quiet

spoken-en = English
spoken-cy = Welsh
spoken-bsl = British Sign Language
spoken-pl = Polish
spoken-ro = Romanian
spoken-ar = Arabic
spoken-ur = Urdu
spoken-bn = Bengali
spoken-pa = Punjabi
spoken-gu = Gujarati
spoken-fr = French
spoken-es = Spanish
spoken-pt = Portuguese
spoken-so = Somali
spoken-tl = Tagalog
spoken-yo = Yoruba
spoken-sn = Shona
spoken-hi = Hindi

# An organiser's own pages, behind a secret link.
organise-title = Your meetings
organise-secret = Whoever has the address of this page can change these meetings. Keep it to yourself.
organise-add = Add a meeting
organise-edit = Change a meeting
organise-own = Meetings that you can change
organise-none = There are none yet.
organise-look = See the list as others see it
organise-back = Back to your meetings
organise-saved = Saved.
organise-date-done = The date is changed.
organise-cancelled = The meeting is cancelled. It stays in the list, marked as cancelled, so that people hear of it.
organise-revived = The meeting takes place again.
organise-removed = The meeting is removed. Calendars are told for 30 days that it is cancelled.
organise-meanwhile = Somebody else has changed this meeting in the meantime. Look at it in another window. If you save now, yours takes its place.
organise-error-prefix = Error:
organise-too-long = This is too long. Say it in fewer words.
organise-not-kept = We cannot keep this as it is. Write it in another way.
organise-errors = Please look at these again
organise-what = What it is
organise-name = Name of the meeting
organise-name-missing = Give the meeting a name.
organise-about = What it is about
organise-times = When it is
organise-when = When, in your own words
organise-when-hint = For example: every Tuesday at 7.30pm. Or: first Tuesday of the month at 7.30pm. Or: 14 March 2027 at 2pm.
organise-when-missing = Say when the meeting is. For example: every Tuesday at 7.30pm.
organise-when-no-time = Say at what time, too. For example: every Tuesday at 7.30pm.
organise-when-over = No date of this is still to come. Write another day, or the year with it: 14 March 2027 at 2pm.
organise-rule-wrong = This rule could not be read at “{ $part }”. Write it in words: first Tuesday of the month at 7.30pm.
organise-first = First day
organise-first-hint = The dates begin on this day or after it. If you leave it empty, they begin today.
organise-first-wrong = Write the first day as year, month, day: 2026-11-30.
organise-year-wrong = Write the year with all four figures: 2026. We know the years from 1900 to 2200.
organise-minutes = How many minutes it lasts
organise-minutes-hint = For example: 60. You can leave this empty.
organise-minutes-wrong = Write the length in minutes, as a number: 60.
organise-zone = Clock of
organise-zone-hint = Leave it at Europe/London unless the meeting goes by another clock.
organise-zone-wrong = There is no clock of that name. Most meetings want Europe/London.
organise-show = Show dates
organise-next = The next dates would be
organise-next-none = No dates are left.
organise-look-first = Nothing is saved yet. Look at these dates first.
organise-lost = You changed these dates. The changes would be gone
organise-idle = There is no meeting on these days, so there is nothing to leave out. If you mean other days, change the words
organise-save-dates = Save these dates
organise-where = Where it is
organise-link = Link to join
organise-link-hint = It begins with https://
organise-link-wrong = This is no link. It begins with https:// and can be copied from the address bar.
organise-phone = Telephone number to join
organise-phone-wrong = This is no telephone number. Write it like this: 0113 496 0000.
organise-note = What people need to know to join
organise-note-hint = For example a code, or which bell to ring.
organise-withhold = Show link, number and note only to people who ask
organise-venue = Name of the place
organise-address = Street and town
organise-postcode = Postcode
organise-postcode-hint = For example: LS1 4AP. With it, people can see how far it is.
organise-postcode-wrong = This is no postcode. Write it like this: LS1 4AP.
organise-withhold-venue = Show the address only to people who ask
organise-who = Who it is for
organise-organiser = Who runs it
organise-page = A page about it
organise-roles = It is for (leave all empty if it is for everybody)
organise-union = Only for members of this union
organise-union-hint = Leave it empty if everybody may come.
organise-languages = Languages spoken
organise-languages-hint = Two letters each: en, cy, pl.
organise-languages-wrong = Write languages with two letters each: en, cy, pl.
organise-access = What there is
organise-save = Save
organise-single = Single dates
organise-single-hint = Here you change one date and leave the others as they are.
organise-change-date = Change this date
organise-date-note = A short note for people, if you like
organise-cancel-date = Cancel this date
organise-skip-date = Leave this date out
organise-move-day = New day
organise-move-time = New time
organise-move-date = Move this date
organise-move-wrong = Give the new day and the new time.
organise-move-over = This time is over. Give a day and a time that are still to come.
organise-date-meanwhile = Somebody else has changed this meeting in the meantime. Look at this date again. Then press the button that you want once more.
organise-undo = Undo
organise-skipped = { $date }: left out
organise-all = The whole meeting
organise-cancel-all = Cancel the whole meeting
organise-cancel-all-hint = It stays in the list, marked as cancelled, so that people hear of it.
organise-revive = It takes place again
organise-remove = Remove it from the list
organise-remove-hint = Calendars are told for 30 days that it is cancelled. This cannot be undone.

# What was not understood of "when, in your own words".
phrase-unknown = We did not understand “{ $what }”. Write it like this: { $example }.
phrase-am-or-pm = Is “{ $what }” in the morning or in the evening? Write it like this: { $example }.
phrase-no-day = On which day is it? Write it like this: { $example }.
phrase-never = There is no such date: “{ $what }”. Write it like this: { $example }.
phrase-twice = “{ $what }” is said twice. Write it like this: { $example }.
phrase-no-time = There is no such time: “{ $what }”. Write it like this: { $example }.
phrase-which-date = Which date is “{ $what }”? Write it like this: { $example }.
phrase-weekday = The day and the date do not fit. It is { $what }. Write it like this: { $example }.
phrase-once-or-often = Is it once, or again and again: “{ $what }”? Write it like this: { $example }.
phrase-backwards = The last date, { $what }, is before the first. Write it like this: { $example }.
phrase-two-things = This is more than one meeting: “{ $what }”. Add one for each, like this: { $example }.
