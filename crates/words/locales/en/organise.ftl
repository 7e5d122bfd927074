### Why an organiser's action was not done, and how to mend it. The hub's library names these keys;
### see crates/hub/src/organise.

error-organise-store = { $why }
error-organise-file = This campaign file cannot be used:
    { $why }
error-organise-no-such-campaign = There is no campaign "{ $campaign }". See "swansfeet campaign list".
error-organise-exists = There is a campaign "{ $campaign }" already. Choose another slug, or use "swansfeet campaign update".
error-organise-brings-keys = This campaign file has keys in it. Take them out: keys are made by this program.
error-organise-no-organiser = Name at least one organiser.
error-organise-organiser-twice = "{ $organiser }" is an organiser already. Choose another id.
error-organise-no-such-organiser = There is no organiser "{ $organiser }". See "swansfeet campaign keys".
error-organise-last-organiser = "{ $organiser }" is the last organiser. Add another first.
error-organise-oneself = This is the key of "{ $organiser }", who would be removed. Act with the key of one who stays.
error-organise-strangers-key = This key is no organiser's of this campaign. Use another key file, or a recovery file.
error-organise-wrapped = The wrapped key of epoch { $epoch } does not open: { $why }. Use the recovery file of that epoch.
error-organise-weak = { $why }
error-organise-no-key = The campaign "{ $campaign }" has no key. Make it again.
error-organise-not-proved = Key epoch { $epoch } was not tried yet. Give its recovery file with --recovery: the campaign opens when a test decryption with it has worked.
error-organise-other-recovery = This recovery file does not open this campaign's records: it belongs to another campaign, or to another key epoch. Nothing was changed.
error-organise-recovery = This key file or recovery file cannot be used: { $why }.
error-organise-key-file = This key file cannot be used: { $why }.
error-organise-other-slug = This file is of the campaign "{ $found }", not "{ $campaign }". A slug never changes: records are bound to it.
error-organise-consent-version = Words of the consent have changed. Make consent.version more than { $version }, so that it can be shown who agreed to which words.
error-organise-how-many = Ask for 1 to { $most } codes at a time.
error-organise-no-pattern = Say which signatures: --partner, --day, --area, --role, --language or --held.
error-organise-nothing-fits = No signature fits that, apart from those already set aside. Nothing was set aside, and there is nothing to undo.
error-organise-unknown = { $what ->
    [role] There is no role "{ $given }" in this campaign. The roles are: { $known }.
    [area] There is no postcode area "{ $given }". An area is the letters that a postcode begins with, such as LS.
    [language] This campaign is not in the language "{ $given }". Its languages are: { $known }.
   *[partner] Nobody has signed on the page of a partner "{ $given }". The partners are: { $known }.
} Nothing was set aside.
error-organise-unknown-nearest = { $what ->
    [role] There is no role "{ $given }" in this campaign.
    [area] There is no postcode area "{ $given }".
    [language] This campaign is not in the language "{ $given }".
   *[partner] Nobody has signed on the page of a partner "{ $given }".
} Did you mean "{ $nearest }"? Nothing was set aside.
error-organise-not-an-organiser = "{ $organiser }" is no organiser of this campaign. Its organisers are: { $organisers }. Leave --as out if you act for the hub. Nothing was done.
error-organise-no-such-batch = There is nothing under batch { $batch }. See "swansfeet campaign log".
