### Signing demands, in English. Reading age 9 to 11: short sentences, everyday words.
### Say "care and support workers", "people who draw on support". Never "client" or "service user".
### What a campaign demands and asks consent for is in its own file, not here.

## Around every screen

widget-title = Sign the demands
loading = One moment…
count-none = Be the first to sign.
count-signed = { $count ->
    [one] One person has signed.
   *[other] { $count } people have signed.
}
count-goal = Our goal is { $goal }.
sign-now = Sign now
start-signing = Sign these demands
why = Why?
has-signed = Thank you. You have signed.
see-next = See what you can do now

## What stands against signing

bar-not-yet = You cannot sign yet.
bar-opens-on = You can sign from { $date }.
bar-closed = You can no longer sign.
bar-closed-on = You can no longer sign. This ended on { $date }.
bar-key = You cannot sign here just now.
bar-bad-pins = This page should say which key may lock your answers, and we cannot read it. So we stopped. Nothing was sent. Please tell the owner of this page.
bar-other-key = The key for locking your answers is not the one that this page trusts. So we stopped. Nothing was sent. Please tell the owner of this page.
bar-no-key = There is no key for locking your answers. So we stopped. Nothing was sent. Please try again later.

## The campaign has changed meanwhile

changed-title = This has changed while you were here. Please look again.
changed-demands = New, or in other words:
changed-shorter = A demand was taken out.
changed-consent = What you agree to is in other words now.
changed-kept = What you typed is still here.

## Who signs

about-title = Who are you?
ask-category = I am
ask-name = Your name
ask-email = Your email address
ask-email-hint = Use a private one, not one from work. We send you one message. Its subject line does not say what it is about.
have-code = I have a code from an organiser
ask-code = Your code
ask-code-hint = It is on the slip that an organiser gave you. It starts with swc1-.
have-email = I want to use my email
only-codes = To sign here, you need a code from an organiser.
use-this = Use { $email }
ask-postcode = Your postcode
ask-postcode-hint = It stays on this device. We only keep the first letters, to know your part of the country.
error-email-refused = The server cannot send to this email address. Check it, or use another.

## What may be left out

more-title = More, if you like
more-intro = You can leave all of this as it is.
ask-public = How may we show your name?
ask-public-hint = The organisers can always read it. This is about everybody else.
public-hidden = Not at all
public-first = My first name and who I am
public-full = My full name
ask-priorities = Which demands matter most to you?
ask-priorities-hint = Pick up to three.
ask-union = Your union
ask-workplace = Where you work
ask-workplace-hint = A kind of place is enough, like “care home”. Only the organisers can read it.
ask-comment = Anything you want to say

## What is agreed to

agree-title = What you agree to
agree-label = To sign, tick this box
agree-box = I agree
purposes-label = Only if you want
partners-label = Who else may have a copy, only if you want
partner-promise = What { $name } does with it
sealed-title = What keeps your name safe
sealed-mail = Your name and answers are locked on this device before they are sent. Only the organisers can open them. The server sees your email address while it sends you the message, then forgets it. We cannot help if somebody else reads your email, or if the people who run the server change this page.
sealed-code = Your name and answers are locked on this device before they are sent. Only the organisers can open them. We cannot help if the people who run the server change this page.
sign = Sign
sending = Sending…
solving = Many people are signing. One moment…

## When something fails

load-failed = We cannot show the demands just now.
load-no-network = You are offline, so we cannot show the demands.
fail-no-network = You are offline. What you typed is still here.
fail-broken = The server has a problem. What you typed is still here. Try again in a while.
fail-no-campaign = We cannot find these demands. The page may have the wrong name for them.
fail-too-many = Many people are signing just now. Wait a minute, then try again. What you typed is still here.
fail-too-large = This is too long to send. Go back and make your comment shorter.
fail-not-taken = The server did not take this. Nothing is lost. Try again later, or tell the organisers.
fail-no-random = This browser cannot lock your answers, so nothing was sent. Please use another browser.

## After signing

thanks-mail-title = Look in your inbox
thanks-mail-step = One more step
thanks-mail = We sent a message to { $email }.
thanks-mail-then = Open it, press the link, then press the button. Only then does your name count.
thanks-mail-none = Nothing there after five minutes? Look in your spam folder too.
send-again = Send it again
sent-again = We sent it again.
thanks-code-title = You have signed
thanks-code = Your name counts from now on.
withdraw-keep = Keep this link, and show it to nobody. With it you can take your name back at any time.
copy-link = Copy the link
copy-refused = Copying did not work. Press and hold the text to copy it.
thanks-next = What you can do now
share = Share
share-text = I have signed: { $campaign }. You can sign too: { $address }
share-whatsapp = Share on WhatsApp
share-email = Share by email
poster = Poster to print
poster-scan = Scan this to sign
letter-mp = Write to your MP
letter-council = Write to the leader of your council
letter-label = Your letter
letter-hint = Change what you like. It stays on this device until you send it.
copy-letter = Copy the letter
print-letter = Print the letter
letter-by-mail = Open it in your email
go-to-meetings = Find a meeting on this page
