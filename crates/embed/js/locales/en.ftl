### What a visitor sees where a widget cannot be. Short: these travel with every script.

failed = This part of the page is not working just now.
again = Try again
page = Open it on a page of its own
close = Close
leave = Leave this page
tab = Open in its own tab
shift = Or press Shift three times.
