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

## Checks of people, for those who look after a list

people-person = Person { $id }
people-right = Everything is right.
error-empty-people = There is nothing to check in { $source }. Give one person in JSON on each line.
error-people-not-json = This line is not JSON (see column { $column }). Put one person in curly brackets on each line.
error-people-not-object = This must be in curly brackets, such as {"{"}"id": 1, "name": "Ana Mensah", "email": "ana@example.org", "postcode": "LS1 4DY"{"}"}.
error-people-unknown-field = There is no field of this name. The fields are id, name, email and postcode.
error-not-text = Write text in quotation marks here.

## What organisers do

error-file = { $file } cannot be used: { $why }.
error-there = { $file } is there already, and is never overwritten. Name another file.
error-secret = { $why }.
error-settings = { $why }
error-no-hub = There is no hub's data in the folder "{ $folder }", and none was made. Name the hub's folder with --data, or its settings with --config. A new hub begins with "swansfeet campaign new" or "swansfeet serve".
error-no-hub-database = There is no hub's data in that database. Name the hub's database with --database, or its settings with --config. A new hub begins with "swansfeet campaign new" or "swansfeet serve".
error-campaign-no-url = Say where signers reach the hub: --public-url https://hub.example, or public_url in its settings.
error-campaign-not-a-recovery-file = This is somebody's own key file. Give the recovery file that was made with the campaign or with its newest key.
error-campaign-no-change = Name an organiser to add or to remove.
error-campaign-sheet = The sheet cannot be made: { $why }.
error-campaign-withdraw-yes = Nobody is there to be asked. Add --yes if you are sure.
error-campaign-end-open = The campaign "{ $campaign }" is open. Close it first: { $close }
error-campaign-end-yes = Nobody is there to be asked. Add --yes { $campaign } if you are sure.
error-campaign-no-such-wording = The campaign "{ $campaign }" has had no version { $version } of the consent since this hub keeps them.
campaign-made = The campaign "{ $campaign }" is made. It is a draft: nobody outside hears of it yet. These files were written:
campaign-made-files = The recovery file and the key files open every signature. Keep them on two memory sticks or on paper, locked and apart, never on the hub.
campaign-fingerprint = Fingerprint of the key: { $fingerprint }
campaign-tag = The tag that partners paste, with the fingerprint that it pins:
campaign-next = Next: check your copy of the recovery file, and open the campaign with it:
campaign-opened = The campaign "{ $campaign }" is open. The test decryption with the recovery file has worked for its newest key.
campaign-closed = The campaign "{ $campaign }" is closed. Links to confirm and to withdraw still work.
campaign-updated = The campaign "{ $campaign }" has its new words. Signatures stay bound to the words that were signed.
campaign-none = There is no campaign yet. "swansfeet campaign new" makes one.
campaign-name = Name
campaign-stage = Stage
campaign-stage-draft = draft
campaign-stage-open = open
campaign-stage-closed = closed
campaign-counted = Counted
campaign-goal = Goal
campaign-pending = Waiting for their email to be answered
campaign-held = Held as too fast
campaign-quarantined-label = Set aside
campaign-codes = One-time codes
campaign-codes-used = { $codes }, { $used } of them used
campaign-consent = Version of the consent
campaign-key = Fingerprint of the key
campaign-key-proved = in use
campaign-key-earlier = opens earlier records only
campaign-key-passed-over = was never in use
campaign-key-unproved = not tried yet with its recovery file
campaign-organiser-made = The key file is { $file }. Keep it where only you can get at it. Give this line to whoever adds you:
campaign-organiser-added = "{ $organiser }" can now read the signatures of key epochs { $epochs }.
campaign-organiser-lacks = Your key does not open epochs { $epochs }, so "{ $organiser }" cannot read those. Somebody who has their recovery files can export them.
campaign-organiser-removed = "{ $organiser }" has no key to this campaign any more. They may have kept the old key: what was signed before, they may still be able to read. A new key is made, and its recovery file is { $file }.
campaign-pin-first = Signers go on with the old key until you have tried that file. Before you do, every partner must add the new fingerprint to data-key, after a comma: { $fingerprint }. A page that pins the old key alone takes no signatures after the change. Then:
campaign-codes-made = { $count ->
    [one] One code is on the sheet { $file }. Print it, then delete the file: whoever has the code can sign with it.
   *[other] { $count } codes are on the sheet { $file }. Print it, then delete the file: whoever has a code can sign with it.
}
campaign-totals = { $counted } counted, { $pending } waiting for their email, { $held } held as too fast, { $quarantined } set aside.
campaign-hidden-note = A dash hides a number under five, or one that would give such a number away.
campaign-none-of-them = (none)
campaign-withdraw-found = { $count ->
    [0] There is no signature from this address.
    [one] There is one signature from this address.
   *[other] There are { $count } signatures from this address.
}
campaign-withdraw-found-id = { $count ->
    [0] There is no signature with this id in this campaign. It may be gone already: nothing was deleted.
    [one] There is one signature by the person with this id.
   *[other] There are { $count } signatures by the person with this id.
}
campaign-withdraw-ask = Delete them for good? (yes or no)
campaign-withdraw-not = Nothing was deleted.
campaign-withdrawn = Deleted, with every copy on this hub: { $count }. Partners who have exported their copies must be told.
campaign-quarantined = Set aside under batch { $batch }: { $count }. To undo it: { $undo }
campaign-quarantine-undone = { $count } count again.
campaign-released = { $count } that were held now count.
campaign-records = { $count } sealed records are in { $file }. Open them where the key is: swansfeet export --records.
campaign-end-goes = This deletes the campaign "{ $campaign }" for good: signatures, copies for partners, codes, keys and words.
campaign-end-exported = Signatures were last handed out on { $day } ({ $what }).
campaign-end-never-exported = Signatures were never exported. After this nobody can read them again, not even with the recovery file.
campaign-end-ask = Type the campaign's id to end it ({ $campaign }):
campaign-ended = The campaign "{ $campaign }" has ended. Its signatures, its keys and its secret are gone from this hub; a line in the log stays. Now delete its back-ups and exports. On every other hub of the same database, run this command too: each has the secret in a folder of its own.
campaign-end-later = Somebody was reading from the database, so deleted bytes are left in its log of writes. The hub clears them within a day.
campaign-end-secret = The campaign "{ $campaign }" had ended already. Now its secret is gone from this hub too.
campaign-wording-hash = Hash of the wording
campaign-demands-hash = Hash of the demands
campaign-wording-of = The words of version { $version }:

## The sheet of one-time codes

sheet-title = One-time codes
sheet-note = Print this page and cut along the lines. Give each slip to one person. A code works once. Do not send this file to anybody, and delete it after printing.
sheet-how = Point your phone's camera here, or open the page below and type the code.

## Exports

export-written = { $count } signatures are in { $file }. The file holds names: keep it locked, and delete it when it is done with.
export-closed = { $count } records did not open; they are named above. The rest was exported.
export-does-not-open = { $id }: { $why }
export-print = Open that page in a browser and print it, or save it as PDF from the print window.
export-progress = { $done } of { $total }
export-progress-open = { $done }
error-export-no-source = Name the records' file, or a hub.
error-export-not-records = { $file } is no file of records. "swansfeet campaign records" writes one.
error-export-other-records = { $file } holds the records of: { $holds }. Ask for those.
error-export-not-the-partners-key = This is not the key of the partner "{ $partner }" that the campaign names.
error-export-fell-over = A part of the program has fallen over. Please tell us; nothing was written.

## The page that is handed over

handover-count = { $count } people stand behind these demands.
handover-demands = What we demand
handover-regions = Where they live
handover-elsewhere = Not known, or elsewhere
handover-small = A dash stands for a small number, or one that would give a small number away: nobody is to be found by it.
handover-names = Who signed
handover-hidden = { $count } of them did not want their name to be shown here. The others:

## Back-up

backup-written = { $count } rows are in { $file }. Keep it with a copy of the secrets folder, apart from it and locked: only the two together make a whole hub.
backup-restored = { $count } rows were restored. Put the secrets folder back too, before the hub starts.

## swansfeet meetings feed

feed-made = The feed “{ $feed }” is made. It is handed out at:
feed-removed = The feed “{ $feed }” is deleted.
feed-source-added = { $minutes ->
    [one] “{ $feed }” now gathers from this address, every minute.
   *[other] “{ $feed }” now gathers from this address, every { $minutes } minutes.
}
feed-source-removed = This address is no longer fetched, and what was fetched from it is deleted.
feed-source-never = Nothing good has come from here yet.
feed-source-good = { $minutes ->
    [one] The last good copy was the newest 1 minute ago.
   *[other] The last good copy was the newest { $minutes } minutes ago.
}
feed-source-wrong = { $count ->
    [one] 1 thing is wrong in it. See it with: swansfeet meetings feed import
   *[other] { $count } things are wrong in it. See them with: swansfeet meetings feed import
}
feed-at-hub = { $path } at your hub
feed-import-same = Nothing is new.
feed-import-fresh = { $count ->
    [one] 1 meeting, { $gone } no longer there.
   *[other] { $count } meetings, { $gone } no longer there.
}
feed-no-sources = This feed has no sources.
gather-line = line { $line }
gather-left-out = left out
feed-changed = An organiser has changed “{ $id }” since it was last taken from a file. It is left as it is. With --replace, the file’s takes its place.
feed-taken = { $new } new, { $replaced } replaced.
feed-link = Whoever has this link can add and change meetings of this feed. Send it to one person, by a way that only they read:
feed-link-once = It is not kept, so it cannot be shown again.
feed-link-ended = The link leads nowhere now. The meetings stay.

## Recurrence rules, for those who look after a feed

error-empty-rules = There is no rule in { $source }. Give one rule in JSON on each line.
error-rules-not-json = This line is not JSON (see column { $column }). Put one rule in curly brackets on each line.
error-rules-not-object = This must be in curly brackets, such as {"{"}"id": 1, "rule": "FREQ=WEEKLY", "start": "2026-03-03T19:30:00", "zone": "Europe/London"{"}"}.
error-rules-not-id = Write text in quotation marks, a number, true or false.
error-rules-not-whole = Write a whole number from 0 to 10000 here, such as 20.
error-rules-unknown-field = There is no field of this name. The fields are id, rule, start, zone, exdates, rdates, limit and until.
error-rule-not-a-time = This is no time. Write it as "2026-03-03T19:30:00", or "2026-03-03" for the day.
error-rule-too-many = Ask for at most { $most } dates.
error-zone = There is no time zone called "{ $zone }". Write a name such as "Europe/London", or null.
error-zone-nearest = There is no time zone called "{ $zone }". Did you mean "{ $nearest }"?
error-rule-empty = The rule is empty. Write one such as FREQ=WEEKLY;BYDAY=TU.
error-rule-no-freq = The rule does not say how often. Add a part such as FREQ=WEEKLY.
error-rule-no-value = "{ $part }" has no value. Write NAME=VALUE.
error-rule-unknown-part = There is no part of a rule called { $part }. Leave it out.
error-rule-unsupported = { $part } is not supported here. Meetings recur by day, week, month or year, at one time of day.
error-rule-unsupported-value = { $part }={ $value } is not supported here. Meetings recur by day, week, month or year, at one time of day.
error-rule-twice = { $part } is there twice. Keep one.
error-rule-value = { $part } cannot be "{ $value }".
error-rule-not-with = { $part } must not stand with { $value }. Leave one out.
error-rule-alone = { $part } chooses among days. Add a part such as BYDAY that gives some.
error-rule-not-the-start = { $part } says another time than the start. Make them the same.

## Feeds of meetings

feed-line = Line { $line }
feed-entry = entry { $entry }
feed-whole = The feed as a whole
feed-sum = { $meetings ->
    [one] 1 meeting read
   *[other] { $meetings } meetings read
}, { $problems ->
    [0] nothing wrong
    [one] 1 thing wrong
   *[other] { $problems } things wrong
}, { $out ->
    [0] nothing left out.
    [one] 1 left out.
   *[other] { $out } left out.
}
feed-left-out = { $left_out ->
    [one] 1 part of the feed was left out.
   *[other] { $left_out } parts of the feed were left out.
} "swansfeet meetings check" says which.
feed-bounded = A rule in the feed has more dates, or fewer, than anybody would look for. Its later dates are not here.
feed-no-days = The last day is before the first. Give --from and --to the other way round.
feed-more-dates = There are more than { $most } dates. The later ones are not here. Ask for fewer days, or for more dates with --most.

## Scores of wellbeing check-ins

score-check-in = Check-in { $id }
score-total = Score { $score } of 100: { $band }
score-nothing-said = Nothing was said.
score-satisfied = Satisfied with life
score-worthwhile = Things worthwhile
score-happy = Happy yesterday
score-anxious = Anxious yesterday
score-demands = What work asks for
score-control = A say in the work
score-support = Help and encouragement
score-relationships = How people treat each other
score-role = Knowing what the job is
score-change = Being told of changes
score-band-very_low = very low
score-band-low = low
score-band-medium = medium
score-band-high = high
score-band-very_high = very high
score-band-not_low = not low
score-band-seldom = seldom
score-band-sometimes = sometimes
score-band-often = often
error-empty-score = There is nothing to score in { $source }. Give one check-in in JSON on each line.
error-score-not-json = This line is not JSON (see column { $column }). Put one check-in in curly brackets on each line.
error-score-not-object = This must be in curly brackets, such as {"{"}"id": 1, "pack": "ons4", "answers": {"{"}"satisfied": 7, "worthwhile": 8, "happy": 6, "anxious": 4{"}"}{"}"}.
error-score-not-answers = Put the answers in curly brackets by their names, or all of them in a list in square brackets.
error-score-unknown-field = There is no field of this name. The fields are id, pack and answers.
error-score-unknown-question = This pack has no question of this name.
error-score-count = This pack has { $wanted } questions. Give one answer to each, in their order.
error-score-range = Write a whole number from { $lowest } to { $highest } here.
error-score-needed = The score is a sum, so this answer is needed. Write a whole number from { $lowest } to { $highest }.
wellbeing-opened = The check-in of { $campaign } is open. Its hub signs with { $key }. Check-ins are taken once the second holder has signed a card: run “swansfeet wellbeing tally”, or have the steward do this week’s work.

## The second holder of a check-in

holder-made = A new identity was made in { $keys }. Whoever has that folder can do your part: keep it to yourself, and keep it safe. Give the hub’s operator this key:
holder-there = { $keys } has this key. The hub’s operator needs it:
keys-exposed = Others on this machine can read { $file }. Make it yours alone: chmod -R go= on it.
error-keys-none = There are no keys in { $file }. Make them: swansfeet wellbeing holder --keys FOLDER.
error-keys-damaged = { $file } is damaged, or no key at all. Nothing was done.
error-keys-in-use = The keys in { $file } are in use by another process. Let it end first: two at once could give two sums.
error-hub-address = “{ $hub }” is not the address of a hub. It begins with https://.
error-hub-not-https = “{ $hub }” does not begin with https://. Without it, others on the way could listen. Only a hub on this very machine is spoken to by http.
error-hub-no-host = There is no hub of that name, or names cannot be looked up at the moment.
error-hub-down = The hub does not answer. Nothing is lost: it can be done later.
error-hub-certificate = The hub cannot prove who it is: its certificate is wrong or too old. Nothing was sent.
error-hub-slow = The hub is too slow to answer. Nothing is lost: it can be done later.
error-hub-cut-off = The hub stopped in the middle of its answer. Nothing is lost: it can be done later.
error-hub-too-large = The hub’s answer is larger than any that it should give.
error-hub-no-campaign = The hub has no check-in of the campaign “{ $campaign }”. Its operator opens one: swansfeet wellbeing open.
error-hub-other-key = The hub knows another second holder of “{ $campaign }”. Is this the right folder of keys? Its operator has to name your public key.
error-hub-clock = The clock of this machine and the hub’s differ by more than five minutes. Set the clock that is wrong.
error-hub-refused = The hub refuses: { $why }
error-hub-other = What answers there is no hub with check-ins (status { $status }). Look at the address.
error-hub-nonsense = The hub answers what was not asked: { $why }. Nothing was given. Tell its operator.
step-signed = Card of the week from { $week }: signed.
step-counting = { $place }: { $done } of { $all } looked at.
step-published = { $place }, week from { $week }: published, { $weeks ->
    [one] one week
   *[other] { $weeks } weeks together
}.
step-carried = { $place }, week from { $week }: too few, carried over.
step-refused = { $place }: { $people ->
    [one] one check-in was not right, and was left out unread
   *[other] { $people } check-ins were not right, and were left out unread
}.
step-destroyed = { $place }, week from { $week }: key destroyed.
step-missing = { $place }, week from { $week }: cannot be counted, its key is not here.
step-lost = Card of the week from { $week }: it was signed with keys that are not here, so that week cannot be counted. Is this an older copy of your keys?
step-again = { $place }, week from { $week }: the hub lost its place and has to begin again.
tally-goes-on = The hub is there again.
tally-ended = Ended. The next start goes on from here.
steward-signed = { $count ->
    [one] One card was signed
   *[other] { $count } cards were signed
}: check-ins can be taken until { $last }.
steward-published = Published: { $places }.
steward-nothing-published = Nothing was published: no place has enough check-ins, or no week has ended.
steward-carried = Too few, so carried over: { $places }.
steward-destroyed = { $count ->
    [one] One key was destroyed
   *[other] { $count } keys were destroyed
}.
steward-waiting = Keys of the week from { $week } are kept until { $last }, for places with too few people so far. After that day its answers are destroyed unread.
steward-come-back = Come back on { $next } or soon after.
card-layout = This is no card, or it was cut off or changed.
card-pack = The card asks questions that this program does not know.
card-too-few = The card would publish groups of fewer than ten. Nobody should take it.
card-places = The card names no place, an unknown one, or one twice. Nobody should take it.
card-one-holder = One holder has both keys of the card. Nobody should take it.
card-unsigned = The card is not signed by both holders. Nobody should take it.
error-card-none = There is no card this week: the second holder has not signed one.
error-card-other-campaign = This is a card of the campaign “{ $campaign }”.
error-card-other-holders = The hub shows other holders than the card names. Nobody should check in there.
card-head = Card of “{ $campaign }”, { $from } to { $to }
card-asked = It asks { $pack }, and publishes groups of { $minimum } or more, from: { $places }.
card-signed = Signed by { $name }: { $key }
card-destroyed = Answers that are not read by { $last } are destroyed.
