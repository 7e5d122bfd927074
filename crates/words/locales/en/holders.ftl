### What the holders of the check-in's two keys are told, by command line and in the steward's page.

## Places

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

## What a second holder does not do, whoever asks

refusal-other-card = The hub sent a card of another campaign or week. It was not signed. Ask the hub’s operator what has happened.
refusal-other-holder = The hub’s card names somebody else as the second holder. It was not signed. Give the hub’s operator your public key.
refusal-too-small = The hub’s card would publish groups that are smaller than you allow. It was not signed. Ask the hub’s operator for a higher minimum.
refusal-not-ended = The hub asked to count a week that has not ended. Nothing was given. Is the clock of this device right?
refusal-carried-too-long = The hub asked to count answers that should be destroyed by now. Nothing was given.
refusal-other-weeks = The hub asked to count other weeks than it said. Nothing was given.
refusal-other-questions = The hub asked to add up answers to different questions. Nothing was given.
refusal-too-many = The hub sent more check-ins than it said there are. Nothing was given for that place.
refusal-cut-anew = The hub asked for another sum over weeks that you have added up before. Nothing was given: the difference could give a person away.

## The file of keys

key-file-other = This is no file of check-in keys.
key-file-damaged = The file of check-in keys is damaged or cut off. Use the newest copy that you have.
key-file-version = The file of check-in keys was made by another version of this program. Use the newest version.
key-file-about = Keys of the second holder of a check-in. SECRET: whoever has this file can do your part.
    Keep one copy, the newest. Delete older ones: they hold keys that must be destroyed.
