### What the command line says of its own. Its readers check many people's pay at once.

## The result of one check, for people

text-meets = The pay that counts is at least the legal minimum.
text-short = { $shortfall } below the legal minimum. Owed today: { $arrears }.
text-short-settled = { $shortfall } below the legal minimum. It has been paid since.
text-unknown = There is not enough to tell. See what is not known.
text-average = That is { $average } for each hour that counts; the minimum is { $rate }.
text-steps = How it was worked out
text-gaps = What is not known, and what it could change
text-readings = Other ways to read it
text-references = To hold it against
text-tax-relief = You may be able to claim tax relief on { $difference } of mileage. That comes from HMRC and is no part of your wages.
text-newer-due = a newer one is due
text-not-known = not known
text-status = { $status ->
    [secondary] not read on an official page
    [single_secondary] read in one place only, not an official page
    [not_found] no source found
   *[verified] verified
}
text-case = Case { $id }
text-error = { $field }: { $message }

## Rates, for people

rates-on = Rates in force on { $date }
rates-none = There are no rates here for { $date }.
rates-no-minimum = The legal minimum for { $date } is not known here.
rate-minimum-wage = Legal minimum
rate-apprentice = Legal minimum, apprentices
rate-accommodation-offset = Accommodation offset
rate-living-wage-uk = Real Living Wage, UK
rate-living-wage-london = Real Living Wage, London
rate-care-minimum-scotland = Social care minimum, Scotland
rate-care-minimum-wales = Social care minimum, Wales
rate-hmrc-mileage-first-10000 = HMRC mileage, first 10,000 miles
rate-hmrc-mileage-over-10000 = HMRC mileage, after that
rates-age-from = age { $age } and over
rates-age-between = age { $age } to { $to }
rates-age-under = under { $age }
rates-per = { $per ->
    [day] a day
    [mile] a mile
   *[hour] an hour
}
rates-since = since { $date }

## What can be wrong with the input

error-empty = There is nothing to check in { $source }. Give one case in JSON on each line.
error-cannot-read = { $source } cannot be read: { $why }.
error-cannot-write = The answers cannot be written: { $why }.
error-line-too-long = This line has more than { $most } bytes. Put one case on each line.
error-not-utf8 = This line is not UTF-8 text (from byte { $byte }). Save the file as UTF-8.
error-not-json = This line is not JSON (see column { $column }). Put one case in curly brackets on each line.
error-unknown-field = There is no field of this name. See "swansfeet pay schema".
error-unknown-field-nearest = There is no field of this name. Did you mean "{ $nearest }"?
error-missing = This is needed. Add it.
error-given-twice = This is there twice. Keep one.
error-given-both = This and "{ $other }" say the same thing. Keep one of them.
error-not-object = This must be in curly brackets, such as {"{"}"from": "2026-10-01"{"}"}.
error-not-list = This must be a list in square brackets.
error-not-number = This is not a number. Write it as 12.50 or "12.50", without signs or commas.
error-not-whole = This is not a whole number. Write it as 35.
error-not-date = This is not a date. Write it as "2026-10-01": year, month, day.
error-not-time = This is not a time. Write it as "07:30".
error-not-yes-no = Write true or false here.
error-not-id = Write text in quotation marks, or a number.
error-not-a-choice = This is not known here. Write one of: { $choices }.
error-outside-period = This day is not in the period. Check it, and check the period.
error-no-length = This ends when it starts. Check both times.

## Checks of people, for those who look after a list

people-person = Person { $id }
people-right = Everything is right.
error-empty-people = There is nothing to check in { $source }. Give one person in JSON on each line.
error-people-not-json = This line is not JSON (see column { $column }). Put one person in curly brackets on each line.
error-people-not-object = This must be in curly brackets, such as {"{"}"id": 1, "name": "Ana Mensah", "email": "ana@example.org", "postcode": "LS1 4DY"{"}"}.
error-people-unknown-field = There is no field of this name. The fields are id, name, email and postcode.
error-not-text = Write text in quotation marks here.
