### Finding a meeting, in English. Reading age 9 to 11: short sentences, everyday words.
### Say "care and support workers", "people who draw on support". Never "client" or "service user".
### What a meeting is called and what it is about is in its feed, not here.

## Around the list

widget-title = Find a meeting
heading = Find a meeting that you can make
loading = One moment…
failed = We cannot get the meetings just now.
failed-offline = You are offline, so we cannot get the meetings.
failed-some = We cannot get all the meetings just now.
failed-note = Please try again in a little while.
empty = There are no meetings here yet.
from-copy = This is the list from { $date }. We cannot get a newer one just now.
source-old = We could not reach “{ $name }”. Its meetings are from { $date }.
source-none = We could not reach “{ $name }”.

# Exact numbers, not [one]: a browser takes as long to tell a plural as we take to find the meetings.
# English and Welsh have no other forms here; a language that has needs a number in place of the text.
found = { $few ->
    [0] No meetings found.
    [1] One meeting found.
   *[other] { $count } meetings found.
}
found-fit = { $few ->
    [0] None of them fits your shifts.
    [1] One of them fits your shifts.
   *[other] { $fit } of them fit your shifts.
}
none-found = Try fewer filters, or another word.
clear = Clear all filters
show-more = Show more meetings
view-name = How the meetings are shown
view-list = List
view-week = Week

## Search and place

search-label = Search
search-hint = A name, a town or a language.
near-label = Your postcode or town
near-hint = It stays on this device.
near-unknown = We do not know this place. Try a postcode, such as LS1 4AP, or the nearest large town.
near-rough = Miles are from { $place }, and right to about { $miles } miles.
near-from = Miles are from { $place }.

## Shifts

shifts-add = Add my shifts
shifts-change = Change my shifts
shifts-heading = When do you work?
shifts-lead = Then we can show which meetings you can make. Your shifts stay on this device. We do not send them, and they are gone when you close this page.
shifts-label = Your shifts
shifts-hint = One day on each line, like “Mon 7am-3pm” or “Fri 10pm-8am”. You can paste a rota. For a rota of more weeks, write “week 1:” above its days.
shifts-file = Or open a calendar file (.ics)
shifts-file-read = { $count ->
    [one] One shift was read from the file.
   *[other] { $count } shifts were read from the file.
}
shifts-file-opened = We are reading the file.
shifts-file-bad = We could not read this file. It should be a calendar file that ends in .ics. If it is, check your signal and open it again.
shifts-next = Your next shifts, as we read them
shifts-bad = We cannot read any shift in this. Write a day and its times, like “Mon 7am-3pm”.
shifts-line = Line { $line }: { $what }
shifts-note-bad = we left out “{ $text }”. Write it like “Mon 7am-3pm”.
shifts-note-code = we do not know what “{ $text }” stands for. Write the times, like “Mon 7am-3pm”.
shifts-note-times = times are missing in “{ $text }”, so we left it out. Write them, or “off”.
shifts-note-date = there is no such day as “{ $text }”.
shifts-note-half = we guessed am or pm for “{ $text }”. Write them if the times below are wrong.
shifts-note-long = “{ $text }” is longer than 16 hours. Is that right?
shifts-note-year = we took the nearest year for “{ $text }”.
shifts-note-weekday = “{ $text }” is another day of the week. We took the date.
shifts-note-first = we took this week as week 1, or today as day 1. Write “from” and a date if that is wrong.
shifts-note-limits = we do not use the date on which “{ $text }” begins or ends.
shifts-note-whole = “{ $text }” has no times in the file, so we left it out.
shifts-more = More notes, not shown: { $count }
shifts-left-out = { $count ->
    [one] We could not read one line of your shifts, so it is left out.
   *[other] We could not read { $count } lines of your shifts, so they are left out.
}
journey-label = How long is your way to a meeting?
journey-none = No time, or only online
journey-minutes = { $minutes } minutes
rest-label = How long do you sleep after a night shift?
rest-hours = { $hours } hours
shifts-use = Show meetings that fit
shifts-forget = Forget my shifts

## Filters


no-matter = It does not matter
filters = Filters
filters-on = Filters ({ $count } on)
filter-how = Where
how-online = Online
how-in-person = In person
how-hybrid = Both at once
filter-day = Day
filter-part = Time of day
part-morning = Morning
part-afternoon = Afternoon
part-evening = Evening
part-night = Night
filter-role = Who it is for
role-home-care = Home care workers
role-care-home = Care home workers
role-support-worker = Support workers
role-personal-assistant = Personal assistants
role-day-community = Day and community workers
role-draws-on-support = People who draw on support
role-family = Family and friends
filter-open = Who may come
open-all = Anybody
open-union-name = Members of { $union }
filter-language = Language
filter-access = What I need
access-step-free = No steps
access-bsl = British Sign Language
access-captions = Captions
access-childcare = Childcare
access-quiet = A quiet room
filter-women = Women’s meetings
women-only = For women only
women-hide = Leave out meetings for women only
filter-often = How often
often-weekly = Every week
often-once = Only once
filter-miles = How far
miles-any = Any distance
miles-most = Up to { $miles } miles
filter-fits = Only meetings that fit my shifts

## One meeting

reason-fits = Fits your shifts
reason-fits-online = Fits if you join online
reason-late = You miss the first { $minutes }
reason-early = You must leave { $minutes } early
reason-missed-shift = You are at work then
reason-missed-journey = There is no time for the journey
reason-missed-sleep = You need to sleep then
reason-part-online = If you join online
reason-fits-later = Fits on { $day }
reason-alike = Spelt in a similar way
reason-now = It is on now
reason-miles = { $miles ->
    [0] Less than 1 mile away
    [1] 1 mile away
   *[other] { $miles } miles away
}
reason-miles-rough = { $miles ->
    [1] About 1 mile away
   *[other] About { $miles } miles away
}
reason-miles-within = Within about { $miles } miles
reason-language = In { $language }
when = { $day }, { $time }
when-also = { $time } in the UK
every-day = Every day
every-week = Every week on { $days }
every-other-week = Every other week on { $days }
every-n-weeks = Every { $n } weeks on { $days }
every-month = On { $days } of each month
month-nth = the { $nth } { $day }
month-day = day { $day }
month-last-day = the last day
every-other = On more dates
nth-1 = first
nth-2 = second
nth-3 = third
nth-4 = fourth
nth-5 = fifth
nth--1 = last
nth--2 = last but one
cancelled = Called off
cancelled-all = Called off for good
moved = Moved
tentative = Not sure yet
twin = This may be the same as “{ $title }”.
details = More about it
details-full = More about it: { $title }
about-who = Run by { $name }
about-page = Its own page
about-address = Where
about-languages = Spoken
about-access = What there is
about-roles = For
about-next = Next dates
join-heading = How to join
join-link = Join online
join-phone = Ring { $phone }
join-none = The organiser has not said how. Look at its own page, or ask them.
join-ask = Show how to join
join-ask-note = You do not have to say who you are.
join-asking = One moment…
join-failed = We cannot get this just now. Please try again.
new-tab = opens in a new tab

## Calendar

calendar-heading = Put it in my calendar
calendar-date = This date
calendar-series = All its dates
calendar-google = Google
calendar-outlook = Outlook
calendar-failed = This browser does not hand out files here. Try the link to Google or Outlook.
subscribe = Follow this list in my calendar
subscribe-hint = Your calendar asks our server for new dates. It learns your filters, not who you are.

## The list as a whole

share = Copy a link to this list
share-done = The link is copied. It holds your filters, not your place and not your shifts.
share-failed = This browser does not copy. The address of this page is the link.
print = Print this list
print-title = Meetings
print-failed = This browser does not open a page to print here.
keep-label = Without a signal
keep = Keep this list on this device
keep-hint = Then you can look at it without a signal. Only tick this on a phone of your own.
keep-failed = This browser does not let us keep it here.

## Week

week-of = Week from { $date }
week-before = Week before
week-after = Week after
week-nothing = Nothing on this day.
week-more = { $count ->
    [one] One more on this day.
   *[other] { $count } more on this day. Filters show fewer.
}

## Days and times

day-1 = Monday
day-2 = Tuesday
day-3 = Wednesday
day-4 = Thursday
day-5 = Friday
day-6 = Saturday
day-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
day-of-month = { $weekday } { $day } { $month }
time-to = { $from } to { $to }
time-am = { $hour }.{ $minute }am
time-pm = { $hour }.{ $minute }pm
time-am-sharp = { $hour }am
time-pm-sharp = { $hour }pm
time-noon = 12 noon
time-midnight = midnight
list-and = { $first } and { $last }

## Languages

language-en = English
language-cy = Welsh
language-pl = Polish
language-ro = Romanian
language-pt = Portuguese
language-es = Spanish
language-pa = Punjabi
language-ur = Urdu
language-bn = Bengali
language-gu = Gujarati
language-ta = Tamil
language-hi = Hindi
language-ml = Malayalam
language-ar = Arabic
language-so = Somali
language-yo = Yoruba
language-sn = Shona
language-tl = Filipino
language-fr = French
language-de = German
language-it = Italian
language-lt = Lithuanian
language-lv = Latvian
language-sk = Slovak
language-uk = Ukrainian
language-ru = Russian
language-bg = Bulgarian
language-gd = Scottish Gaelic
language-ga = Irish
language-bfi = British Sign Language
