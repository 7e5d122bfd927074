### The steward's page: this week's work of the person who holds the second key of a check-in.

widget-title = The second key

## Before a key file is open

begin-title = This week’s work with the second key
begin-lead = You hold the second key of a check-in. Once a week you help to add up the answers. Neither you nor the hub can read one alone.
begin-where = Use this page only on the hub’s own site. It needs your key file.
begin-pick = Choose your key file
begin-new = Make a new key file
begin-kept = Your keys stay on this device. This page forgets them when you close it.
elsewhere-title = Do not use your keys here
elsewhere = This is not the hub’s own site. Ask the hub’s operator for the address of this page there.
trouble-title = That did not work
fail-random = This browser cannot make safe keys. Use another one, or a newer one.

## A key file

new-title = Your new key
new-lead = Save the key file first. Then give your public key to the hub’s operator, who names you as the second holder.
open-title = Your key file is open
open-lead = You can do this week’s work now.
open-saved = This file was saved { $number ->
    [one] 1 time
   *[other] { $number } times
}. Use only the newest one.
key = Your public key
key-copy = Copy the public key
key-copied = Copied.
key-not-copied = The browser did not copy it. Mark it and copy it by hand.
campaign = Campaign
campaign-hint = Its short name at the hub, such as fifteen.
campaign-needed = Write the short name of the campaign: letters, numbers and hyphens.
work = Do this week’s work
work-again = Try again
close = Close the key file

## The work

working-title = At work
working-lead = Leave this page open until it says that it is done.
working = Working …
step-signed = Card of the week from { $week }: signed
step-counting = { $place }: { $done } of { $all } looked at
step-published = { $place }, week from { $week }: published
step-carried = { $place }: too few, so they wait
step-refused = { $place }: { $people ->
    [one] 1 check-in was not right and was left out
   *[other] { $people } check-ins were not right and were left out
}
step-destroyed = { $place }, week from { $week }: key destroyed
step-missing = { $place }, week from { $week }: the key is not in this file
step-lost = Card of the week from { $week }: its keys are not in this file
step-again = { $place }: the hub has to begin again

## Saving

save-title = Save the key file
save-new = Keep it where only you can get at it. Nobody can give it back to you.
save-why = It has changed. Nothing more goes out until the new file is saved. Without it, a week could be lost.
save-changed = It has changed: cards were signed, or keys were destroyed. Save the new file and delete the old one.
save = Save the key file
save-look = Look for it among your downloads. Move it to where you keep your keys.
save-done = It is saved, go on
save-stop = Stop here
save-not-written = The file could not be written in its place. Save it as a new file.

## The end

done-title = This week’s work is done
done-came = What came of it
done-published = Published: { $places }.
done-nothing = Nothing was published. No week has ended, or no place has enough people yet.
done-signed = { $count ->
    [one] 1 card was signed.
   *[other] { $count } cards were signed.
}
done-destroyed = { $count ->
    [one] 1 key was destroyed in the new file.
   *[other] { $count } keys were destroyed in the new file.
}
done-waiting = Places with too few people wait until { $last } at most. Then their answers are destroyed unread.
done-next = Come back on { $next } or soon after.
lost-title = Is this your newest key file?
lost = Cards were signed with keys that are not in it. Close it, and open the newest one. If that is lost, those weeks cannot be counted.
copies-title = Now delete older key files
copies = Keep the newest file and no other. Empty the bin of your device too.
copies-why = Old files still hold keys that should be gone. Who finds one could help to open old answers.
stopped-title = The work has stopped
stopped-lead = Nothing is lost. You can go on where it stopped.
stopped-why = Why it stopped
fail-silent = The hub does not answer. Is this device online? Try again later.
fail-no-campaign = The hub has no check-in of that campaign. Look at its short name.
fail-other-key = The hub names somebody else as second holder. Is this the right key file? Ask the hub’s operator.
fail-clock = The clock of this device is wrong by more than five minutes. Set it, then try again.
fail-refused = The hub says no: { $why }
fail-other = The hub gave an answer that makes no sense. Nothing was given to it. Tell its operator.
fail-not-saved = The new key file was not saved. Nothing went out that needs it.
