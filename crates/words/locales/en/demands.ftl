### What can be wrong with a form that signs demands, and what to look out for.
### One or two short sentences each, for a tired reader on a phone: what it is, and how to mend it.
### The rules name these keys; see crates/demands and crates/places. The widget, the hub and the
### command line all say the same.

## The name

error-name-empty = Type your name.
error-name-too-long = This name is longer than { $most } letters. Type a shorter form of it.
error-name-hidden = There is a sign in this name that cannot be seen. Delete the name and type it again.
error-name-no-letter = There is no letter in this name. Type your name in letters of any alphabet.
error-name-web-address = This looks like a web address. Type your name here.
error-name-email-address = This looks like an email address. Type your name here, and the email address in its own box.
error-name-sign = A name cannot have "{ $character }" in it. Take it out.

## The email address

error-email-empty = Type your email address.
error-email-no-at = There is no @ in this email address. Type it like ada@example.org.
error-email-two-ats = There is more than one @ in this email address. Type one address, with one @.
error-email-space = There is a space in this email address. Take it out.
error-email-no-mailbox = There is nothing before the @. Type the whole email address, like ada@example.org.
error-email-mailbox-too-long = The part before the @ is too long. Check it.
error-email-too-long = This email address is too long. Type the address alone.
error-email-mailbox-dot = There is a full stop too many before the @. Check the full stops.
error-email-quoted = There are quote marks in this email address. Take them out.
error-email-mailbox-character = An email address cannot have "{ $character }" before the @. Take it out.
error-email-no-domain = There is nothing after the @. Type the whole email address, like ada@example.org.
error-email-no-ending = The end of this email address is missing. Add it: .com or .co.uk, for example.
error-email-domain-dot = There is a full stop too many after the @. Check the full stops.
error-email-domain-character = An email address cannot have "{ $character }" after the @. Take it out.
error-email-domain-hyphen = There is a hyphen in the wrong place after the @. Check it.
error-email-part-too-long = One part after the @ is too long. Check it.
error-email-ending = This email address has an end that does not exist. Check the letters after the last full stop.
error-email-network-address = This email address has numbers where a name should be. Type it like ada@example.org.

# Asked, never assumed: a well-known provider was mistyped.
hint-email-perhaps-meant = Do you mean { $email }?

## The postcode

error-postcode-empty = Type your postcode, like LS1 4DY.
error-postcode-character = A postcode has only letters and numbers. Take out "{ $character }".
error-postcode-too-short = This is too short. Type the whole postcode, like LS1 4DY.
error-postcode-too-long = This is too long. Type the postcode alone, like LS1 4DY.
error-postcode-only-numbers = A UK postcode has letters too. Type it like LS1 4DY.
error-postcode-starts-with-number = A UK postcode starts with a letter. Type it like LS1 4DY.
error-postcode-first-half-only = { $half } is the first half. Type the whole postcode, like { $half } 4DY.
error-postcode-second-half-only = This is the second half. Type the whole postcode, like LS1 4DY.
error-postcode-unknown-area = No UK postcode starts with { $half }. Check the first letters.
error-postcode-first-half = { $half } cannot be the first half of a postcode. Check it.
error-postcode-second-half = A postcode ends with a number and two letters, like 4DY. Check the end.
error-postcode-never-at-the-end = The last two letters of a postcode are never { $character }. Check the end.
error-postcode-bfpo = This is a BFPO number. Type the postcode that goes with it: it starts with BF1.
error-postcode-irish = This is an Irish Eircode. Type a UK postcode, like LS1 4DY.

# Something was mended: a letter O that was a nought.
hint-postcode-read-as = We read it as { $postcode }.

## The rest of the form

error-not-chosen = Choose one.
error-no-such-choice = This choice is not there any more. Choose again.
error-too-long = This is longer than { $most } letters. Make it shorter.
error-hidden-character = There is a sign in this that cannot be seen. Delete it and type it again.
error-too-many-priorities = You can mark { $most } demands at most. Take one mark off.
error-not-agreed = Tick this box if you agree. We may not keep your name if you do not.

## A code from an organiser

error-code-empty = Type the code on your slip of paper.
error-code-prefix = This is not a code from an organiser. A code starts with swc1-.
error-code-character = A code cannot have "{ $character }" in it. Look at the slip again.
error-code-length = A code has { $wanted } letters and numbers after swc1-, and here are { $got }. Look at the slip again.
error-code-mistyped = There is a slip in this code. Look at the paper again, letter by letter.
error-code-unknown = This campaign does not know this code. Ask the organiser for another.
error-code-used = This code has been used before. Ask the organiser for another.

## Keys and their fingerprints, for those who put a widget into a page and for organisers

error-key-empty = There is nothing here. Copy the whole text again.
error-key-prefix = This must start with { $wanted }. Copy the right text.
error-key-character = "{ $character }" does not belong here. Copy the whole text again.
error-key-length = There must be { $wanted } letters and numbers after the first hyphen, and there are { $got }. Copy the whole text again.
error-key-mistyped = There is a mistake in this, or a part of it is missing. Copy the whole text again.

## Addresses that an employer or colleagues may read. A warning, never a refusal.

caution-email-health = This is an address of the health service. People at work may see what comes there. Use a private one if you can.
caution-email-government = This is an address of a council or the government. People at work may see what comes there. Use a private one if you can.
caution-email-forces = This is an address of the police or the forces. People at work may see what comes there. Use a private one if you can.
caution-email-university = This is an address of a college or university. Its staff may see what comes there. Use a private one if you can.
caution-email-school = This is an address of a school. Its staff may see what comes there. Use a private one if you can.
caution-email-employer = This looks like an address of your employer. They may see what comes there. Use a private one if you can.
caution-email-care-provider = This looks like an address of a care or support provider. People at work may see what comes there. Use a private one if you can.
caution-email-shared = Other people may read what comes to this address. Use a private one if you can.
