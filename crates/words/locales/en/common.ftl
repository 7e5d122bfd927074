### Words that every widget says. Plain English: short words, short sentences.
### Values come with their type: an amount shows as £12.71, a date as 6 April 2026.

## Lengths of time. Every catalog needs these three.

unit-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
unit-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
unit-hours-minutes = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

## Short units, beside a field or an axis

unit-hours-short = hours
unit-minutes-short = minutes
unit-pounds = pounds
unit-an-hour = { $amount } an hour

## Buttons and moving about

button-back = Back
button-continue = Continue
button-start = Start
button-start-again = Start again
button-change = Change
# Read out by a screen reader after "Change": which answer would change.
button-change-what = Change: { $what }
button-skip = Skip this
button-add = Add another
button-remove = Remove
button-remove-what = Remove: { $what }
button-save = Save
button-copy = Copy
button-copied = Copied
button-print = Print
button-close = Close
button-try-again = Try again
button-show-more = Show more
button-show-less = Show less
leave-page = Leave this page
leave-page-hint = Takes you to a weather page at once. It does not clear your browser's history.
progress-step = Step { $step } of { $steps }
opens-new-tab = opens in a new tab

## Answers

answer-yes = Yes
answer-no = No
answer-not-sure = I am not sure
answer-none = None
answer-not-given = Not given
field-optional = { $label } (you can leave this empty)

## When something is wrong with what was typed

problem-heading = There is a problem
problem-prefix = Problem:
input-empty = Type an answer, or skip this.
input-too-long = That is too long. Type a number, like 12.50.
input-not-a-number = Type a number, like 12.50.
input-negative = Type a number above 0, without a minus.
input-too-large = That number is too big. Check it and type it again.
input-not-whole = Type a whole number, like 3.
input-minutes-over-an-hour = Type less than 60 minutes after the hours, like 7:30.
input-ambiguous = We can read that in two ways. Type it with two numbers after the dot, like 12.50.
input-not-a-date = Type a day, a month and a year, like 6 4 2026.
input-no-such-day = There is no such day. Check the day and the month.
# The two readings of "7.30".
input-which-hours = Did you mean { $decimal } or { $minutes }?

## Dates

date-day = Day
date-month = Month
date-year = Year
date-range = { $from } to { $to }

## How sure we are of a rate

rate-checked = Checked
rate-not-checked = Not yet checked
rate-changed = May have changed
rate-source = Source: { $source }

## Nations

nation-england = England
nation-scotland = Scotland
nation-wales = Wales
nation-northern-ireland = Northern Ireland

## When something fails

fail-start = This did not start.
fail-start-link = Open it on its own page
fail-hub = We cannot reach the server just now. What you typed is still here.
fail-offline = You are offline. This goes on working.
# Some words come after the first screen. While they are on their way, and where they did not come.
words-coming = One moment. There is more to come.
words-missing = The rest of this page did not come. Nothing is lost. Check that you are online, then try again.

## Charts and details

chart-table = Show as a table
details-how = How we worked this out
details-sources = Where the rules come from
not-legal-advice = This is information, not legal advice.
stays-on-device = What you type stays on this device.
