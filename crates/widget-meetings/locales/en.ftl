### Meetings, in English. Reading age 9 to 11: short sentences, everyday words.
### Say "visit", "shift", "sleep-in", "people you support". Never "client" or "service user".

# On the partner's button and in the title of the widget's own page.
widget-title = Meetings

ask-shift = How long is your shift?
ask-shift-hint = If you are 18 or over. For example 8, 7.5 or 7h30.
show-answer = Show my break

rest-given = You have a right to a break in this shift.
rest-least = At least
rest-given-note = In some jobs the break can come at another time. Source: { $source }.
rest-none = The law gives you no break in this shift.
rest-none-note = You have one when you work more than { $over }. Your contract may give you more. Source: { $source }.

error-shift-empty = Type how long your shift is.
error-shift-too-long = Type 24 hours or less.
