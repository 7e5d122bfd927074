### The wellbeing check-in, in English. Reading age 9 to 11: short sentences, everyday words.
### Say "visit", "shift", "care and support workers". Never "screening", "diagnosis", "service user".

# On the partner's button and in the title of the widget's own page.
widget-title = How are you?

## Before any question

start-title = How are you, and how are we?
start-lead = A few short questions. Then support, and the group picture if you like. It takes two minutes.
start-cannot-hide = What this page cannot hide
start-cannot-network = That you opened it, if the phone or the network belongs to your employer.
start-cannot-shoulder = What you see here, if somebody looks over your shoulder.
start-cannot-history = The visit in your browser’s history.
start-leave = If somebody comes
start-leave-how = Press “Leave this page” at the top, or the Shift key three times. You are on another page at once.
start-nothing-leaves = What you answer stays here
start-nothing-leaves-how = Nothing leaves this device until you press “Add mine”. You can stop before that.
support-now = Support now
picture-see = See the group picture

## The questions. The four of ons4 are the Office for National Statistics' own words.

ask-satisfied = Overall, how satisfied are you with your life nowadays?
ask-satisfied-ends = 0 is not at all satisfied, 10 is completely satisfied.
ask-worthwhile = Overall, to what extent do you feel that the things you do in your life are worthwhile?
ask-worthwhile-ends = 0 is not at all worthwhile, 10 is completely worthwhile.
ask-happy = Overall, how happy did you feel yesterday?
ask-happy-ends = 0 is not at all happy, 10 is completely happy.
ask-anxious = Overall, how anxious did you feel yesterday?
ask-anxious-ends = 0 is not at all anxious, 10 is completely anxious.
ask-demands = I can get done what is asked of me in my hours.
ask-control = I have a say in how I do my work.
ask-support = I get help at work when I need it.
ask-relationships = People treat me with respect at work.
ask-role = I know what is expected of me.
ask-change = I hear of changes in good time.
ask-work-ends = Think of the last four weeks. How often is this so?
often-0 = Never
often-1 = Seldom
often-2 = Sometimes
often-3 = Often
often-4 = Always
not-said = Prefer not to say
ask-calm = You can go back and change it.
ask-needed = Choose one, or “Prefer not to say”.
to-result = Show what this suggests

## What the answers suggest: one line for each question and band

result-title = What your answers suggest
result-lead = A guide, never a verdict. You know best how you are.
name-satisfied = Your life nowadays
name-worthwhile = What you do
name-happy = Yesterday
name-anxious = Worry yesterday
name-demands = What is asked of you
name-control = Your say at work
name-support = Help at work
name-relationships = How people treat you
name-role = Knowing your job
name-change = Hearing of changes
means-not-said = You chose not to say. That is fine.
means-satisfied-low = Life is hard for you just now. You do not have to carry it alone.
means-satisfied-medium = You are in the middle here. Some things may be right for you, and some not.
means-satisfied-high = You are fairly content with your life just now.
means-satisfied-very_high = You are very content with your life just now.
means-worthwhile-low = What you do does not feel worth much just now. Being worn out can do that.
means-worthwhile-medium = Some of what you do feels worth it to you, and some does not.
means-worthwhile-high = Much of what you do feels worth it to you.
means-worthwhile-very_high = What you do feels well worth it to you.
means-happy-low = Yesterday was a hard day. If many days are like it, tell somebody you trust.
means-happy-medium = Yesterday was neither a good day nor a bad one.
means-happy-high = Yesterday was a good day on the whole.
means-happy-very_high = Yesterday was a very good day.
means-anxious-very_low = You felt calm yesterday.
means-anxious-low = You had a little worry yesterday.
means-anxious-medium = You had some worry yesterday.
means-anxious-high = You had a lot of worry yesterday. If many days are like it, tell somebody you trust.
means-demands-seldom = More is asked of you than your hours allow. That is not a failing of yours.
means-demands-sometimes = Now and then more is asked of you than you can do.
means-demands-often = You can mostly do what is asked of you.
means-control-seldom = You have little say in your work. People often get more of a say when they ask together.
means-control-sometimes = You have some say in your work.
means-control-often = You have a good say in your work.
means-support-seldom = You are mostly left alone with things. Below is who can help.
means-support-sometimes = You get help now and then.
means-support-often = You mostly get the help that you need.
means-relationships-seldom = You are not treated well. Nobody should have to put up with that.
means-relationships-sometimes = You are treated well some of the time.
means-relationships-often = You are mostly treated with respect.
means-role-seldom = It is often not clear what you should do. You can ask for it in writing.
means-role-sometimes = It is not always clear what you should do.
means-role-often = You mostly know what is expected of you.
means-change-seldom = You hear of changes too late. You can ask to hear sooner.
means-change-sometimes = You hear of some changes in time.
means-change-often = You mostly hear of changes in time.

## Support

support-title = Support
support-lead = It is there for you however you are.
support-for-all = Support for everybody
support-where = Where you live
support-call = Call { $number }
support-text = Text { $word } to { $number }
support-web = Open its page
support-meetings = Find a call
support-trace = A call or a text stays in your phone’s own list. You can take it out there.
support-checked = We checked these numbers and pages on { $date }.
support-not-checked = We could not check how to reach them.
hours-always = Day and night, every day.
hours-daily = Every day. The times are on its page.
hours-evenings = Monday to Thursday from 6pm to 2am, and from Friday 6pm to Monday 6am.
support-emergency = In danger now
support-emergency-for = When a life is at risk: yours or somebody else’s.
support-emergency-private = They may pass on what you say, so that help can come.
support-samaritans = Samaritans
support-samaritans-for = They listen. Nothing is too small to call about. Free.
support-samaritans-private = They do not see your number. They tell others only in rare cases, as when a life is at risk.
support-shout = Shout
support-shout-for = Help by text when you cannot talk. Free with most phones.
support-shout-private = You need not say your name.
support-nhs-england = NHS 111
support-nhs-england-for = Choose the mental health option. For when you need help soon. Free.
support-nhs-england-private = It is part of the NHS and may keep notes, as your doctor does.
support-nhs-wales = NHS 111 Wales
support-nhs-wales-for = Press 2 for mental health. For when you need help soon. Free.
support-nhs-wales-private = It is part of the NHS and may keep notes, as your doctor does.
support-nhs-scotland = NHS 24
support-nhs-scotland-for = Choose the mental health option. For when you need help soon. Free.
support-nhs-scotland-private = It is part of the NHS and may keep notes, as your doctor does.
support-lifeline = Lifeline
support-lifeline-for = For people in Northern Ireland who are in distress or despair. Free.
support-lifeline-private = They tell you at the start what they keep to themselves.
support-breathing-space = Breathing Space
support-breathing-space-for = For people in Scotland who feel low, worried or worn out. Free.
support-breathing-space-private = They keep what you say to themselves.
support-care-workers-charity = The Care Workers’ Charity
support-care-workers-charity-for = Money in a crisis and free talks with a counsellor, for people who work in care.
support-care-workers-charity-private = You give your name to ask. It is not part of any employer.
support-modern-slavery = Modern Slavery Helpline
support-modern-slavery-for = If you are made to work, not paid, or your visa or papers are used against you.
support-modern-slavery-private = You need not say who you are. It is not part of the police or the government.
support-peers = Calls with other care and support workers
support-peers-for = Run by workers. You can just listen.
support-peers-private = Other people on the call see the name that you use. Any name will do.

## What next

next-title = What you can do now
add-mine = Add mine to the group picture
diary-keep = Keep a diary on this device
forget-all = Forget all
forget-all-hint = Takes away your answers and the diary, and goes back to the start.
forgotten = All is forgotten.

## Add mine

share-title = Add mine to the group picture
share-lead = Only if you want to. This is what happens then.
share-place = Where do you work?
share-place-hint = It is counted with everybody there, never by workplace.
share-choose = Choose
share-place-needed = Choose where you work.
share-keys = Who holds the two keys
share-keys-one-hub = Each answer is cut in two and locked. { $first } holds one key. { $second } holds the other, on the same machine. One half alone says nothing.
share-keys-two = Each answer is cut in two and locked. { $first } holds one key. { $second } holds the other, on another machine. One half alone says nothing.
share-leaves = What leaves this device
share-leaves-how = Where you work. For each question the group that your answer is in, such as “7 or 8”, in two locked halves. No name, no number, no note of your phone. All that are sent are the same size.
share-address = Like any website, ours sees the network address that it comes from. It does not keep it.
share-ends = When it is destroyed
share-ends-how = It is added up after { $to }, if at least { $minimum } people there take part. What is not added up is destroyed, unread, by { $date }.
share-claim = What we can promise
claim-one-hub = We keep nothing that could be traced to you.
claim-one-hub-more = Both keys are on one machine. So we cannot say that we could not look.
claim-two = Nobody alone can read an answer.
claim-two-more = { $first } and { $second } would both have to break their word.
share-who = Who may have answered
open-to-anyone = It is open to anyone. Nobody checks who answers.
share-go = Add mine
share-going = Adding
share-done = Added. Thank you.
share-done-more = It is counted with the others after { $to }. You cannot be told apart, so it cannot be taken back.
share-not-added = It was not added. Nothing is lost.
fail-network = There is no network just now. Try again when there is.
fail-server = We cannot reach the server just now.
fail-busy = Too many people are adding theirs just now. Wait a minute.
fail-week = A new week has begun. Read this once more, then press again.
fail-refused = The server did not take it.
fail-random = Your browser has no safe source of chance, so nothing can be locked.
bar-title = You cannot add yours just now
bar-rest = All else on this page works.
bar-waiting = One moment. We are looking up who holds the keys.
bar-no-week = No week is open. Come back on another day.
bar-no-campaign = There is no such group.
bar-other-questions = The group asks other questions this week.
bar-other-campaign = The card is that of another group. So nothing is sent.
card-layout = We cannot read this week’s card. So nothing is sent.
card-pack = The group asks questions that this page does not know.
card-too-few = The card would show groups of less than 10 people. So nothing is sent.
card-places = The card names no place, or one that we do not know. So nothing is sent.
card-one-holder = One holder has both keys. So nothing is sent.
card-unsigned = The card is not signed by both holders. So nothing is sent.

## The group picture

picture-title = The group picture
picture-lead = How care and support workers are, place by place.
picture-place = Place
picture-weeks = Weeks up to
picture-none = There is no picture yet.
picture-none-more = One is made when at least { $minimum } people in one place have taken part.
picture-missing = The picture did not come.
picture-unsigned = This picture is not shown.
picture-unsigned-more = It does not carry the right signature, so it could be somebody else’s. Your own answers have nothing to do with that.
picture-unchecked = Who made this picture could not be checked. That needs a week that is open.
picture-percent = { $percent }%
picture-most = { $percent }% or more
picture-least = { $percent }% or less
picture-answer = Answer
picture-share = Share
picture-range = { $name } ({ $from } to { $to })
picture-about = About this picture
picture-people = About { $people } people, from { $from } to { $to }.
picture-rounded = Figures are rounded to { $step }%, so that nobody can be told from them. They may not add up to 100.
picture-minimum = No picture is of less than { $minimum } people.
cell-very_low = Very low
cell-low = Low
cell-medium = Medium
cell-high = High
cell-very_high = Very high
cell-seldom = Never or seldom
cell-sometimes = Sometimes
cell-often = Often or always
cell-not-said = Not said
place-north-east = North East
place-north-west = North West
place-yorkshire-and-the-humber = Yorkshire and the Humber
place-east-midlands = East Midlands
place-west-midlands = West Midlands
place-east-of-england = East of England
place-london = London
place-south-east = South East
place-south-west = South West
place-scotland = Scotland
place-wales = Wales
place-northern-ireland = Northern Ireland

## The diary

diary-title = Your diary
diary-lead = One entry a day, on this device alone. It is locked with a passphrase.
diary-tab = There is no room for a diary here
diary-tab-more = Inside another page nothing can be kept. Open this in its own tab to keep a diary.
diary-tab-open = Open in its own tab
diary-new = Choose a passphrase
diary-new-hint = Three or four words that nobody would guess. Nobody can get it back for you, and we cannot either.
diary-old = Your passphrase
diary-too-short = Type at least 8 letters.
diary-wrong = That does not open it. Check the passphrase.
diary-failed = Your browser could not do that.
diary-make = Start a diary
diary-open = Open
diary-working = One moment
diary-add = Keep today’s answers
diary-kept = Kept.
diary-empty = There are no entries yet.
diary-close = Lock it
diary-shared = Others who use this device can see that there is a diary, not what is in it.
