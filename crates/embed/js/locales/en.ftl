### What a visitor sees where a widget cannot be. Short: these travel with every script.

failed = This part of the page could not start. Nothing you typed has gone anywhere.
again = Try again
page = Open it on a page of its own
close = Close
